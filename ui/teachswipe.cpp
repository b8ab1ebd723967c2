// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachswipe.h"

#include "ui/slidescene.h"
#include "ui/teachcontroller.h"
#include "ui/teachverdict.h"
#include "widgets/slidecanvas.h"
#include "widgets/swipeview.h"

namespace nb
{

namespace
{

QRectF rectOf(const Rect& r)
{
    return {static_cast<double>(r.x), static_cast<double>(r.y), static_cast<double>(r.width),
        static_cast<double>(r.height)};
}

void append(std::vector<QPolygonF>& to, const std::vector<Ring>& rings)
{
    for (const Ring& ring : rings) {
        QPolygonF outline;
        for (const Point& point : ring)
            outline.append({point.x, point.y});
        to.push_back(std::move(outline));
    }
}

} // namespace

TeachSwipe::TeachSwipe(
    TeachController& teach, TeachVerdict& verdict, SlideCanvas& canvas, SlideScene& scene, QObject* parent)
    : QObject(parent)
    , m_teach(teach)
    , m_verdict(verdict)
    , m_canvas(canvas)
    , m_scene(scene)
    , m_view(new SwipeView(canvas))
{
    connect(&verdict, &TeachVerdict::dividerMoved, m_view, &SwipeView::setDivider);
    connect(m_view, &SwipeView::dividerMoved, &verdict, &TeachVerdict::showDivider);
    connect(&teach, &TeachController::stateChanged, this, [this] {
        if (m_teach.state() != TeachController::State::Decision)
            end();
    });
}

bool TeachSwipe::active() const
{
    return m_view->active();
}

bool TeachSwipe::begin(const std::string& slideHash)
{
    const TeachingResult* result = m_teach.result();
    if (!result || result->onSlide.empty() || result->slideHash != slideHash)
        return false;
    std::vector<QRectF> areas;
    SwipeView::Side before{tr("Before"), {}}, after{tr("After"), {}};
    for (const ComparedOutlines& compared : result->onSlide) {
        areas.push_back(rectOf(compared.area));
        append(before.outlines, compared.before);
        append(after.outlines, compared.after);
    }
    if (!active()) {
        m_outlinesShown = m_scene.setting(LayerId::Outlines).visible;
        m_scene.setVisible(LayerId::Outlines, false);
    }
    m_canvas.fitTo(areas.front());
    m_view->compare(std::move(areas), std::move(before), std::move(after));
    m_verdict.showDivider(m_view->divider());
    return true;
}

void TeachSwipe::end()
{
    if (!active())
        return;
    m_view->end();
    m_scene.setVisible(LayerId::Outlines, m_outlinesShown);
    m_verdict.showSwipe(false);
}

} // namespace nb
