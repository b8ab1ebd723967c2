// SPDX-License-Identifier: GPL-3.0-or-later
// Snapping: where the model has not looked yet, it looks first.
#include "engine/annotation/figures.h"
#include "engine/geometry/polygon.h"
#include "ui/editing/editingcontroller.h"
#include "ui/editing/snapmaps.h"
#include "ui/mainwindow.h"
#include "ui/segmentationcontroller.h"
#include "widgets/shapepath.h"
#include "widgets/tooloverlay.h"

#include <cmath>

namespace nb
{

void EditingController::snap(const QPointF& level0)
{
    snapAt({level0.x(), level0.y()}, false);
}

void EditingController::snapOutline(const QPolygonF& level0)
{
    snapTo(freehandFigure(ringOf(level0)), false);
}

void EditingController::snapAt(const Point& at, bool mapsAsked)
{
    edit([this, at, mapsAsked]() -> EditQueue::Plan {
        const Rect place{
            static_cast<std::int64_t>(std::floor(at.x)), static_cast<std::int64_t>(std::floor(at.y)), 1, 1};
        m_retry = mapsAsked ? std::function<void()>()
                            : [this, at, place] { lookAndRetry(place, [this, at] { snapAt(at, true); }); };
        return
            [context = context(tr("Snap nucleus")), at](CaseReader& reader) { return snapPlan(reader, context, at); };
    });
}

void EditingController::snapTo(const MultiPolygon& rough, bool mapsAsked)
{
    m_overlay->setPreviews({{rough, false}});
    edit([this, rough, mapsAsked]() -> EditQueue::Plan {
        m_retry = mapsAsked || rough.empty() ? std::function<void()>() : [this, rough] {
            lookAndRetry(boundsOf(rough), [this, rough] { snapTo(rough, true); });
        };
        return [context = context(tr("Snap nucleus")), rough](
                   CaseReader& reader) { return snapOutlinePlan(reader, context, rough); };
    });
}

void EditingController::lookAndRetry(const Rect& level0Area, std::function<void()> retry)
{
    const auto& recipe = m_window.segmentation().recipe();
    const auto& maps = m_window.segmentation().maps();
    if (!recipe || !maps)
        return unfitFound(Unfit::NotPrepared);
    m_overlay->say(tr("The model is looking here…"));
    m_snapMaps->look(recipe, maps, level0Area, m_window.segmentation().extraction(),
        [this, retry = std::move(retry)](const std::optional<Error>& error) {
            m_window.segmentation().resultsGrew();
            if (error)
                return unfitFound(Unfit::NoMaps);
            retry();
        });
}

} // namespace nb
