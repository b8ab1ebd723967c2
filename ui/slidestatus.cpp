// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/slidestatus.h"

#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/statusline.h"
#include "widgets/slidecanvas.h"

namespace nb
{

SlideStatus::SlideStatus(StatusLine& line, SlideCanvas& canvas, SlideController& slides,
    SegmentationController& segmentation, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_canvas(canvas)
    , m_slides(slides)
    , m_segmentation(segmentation)
{
    connect(&canvas, &SlideCanvas::hovered, this, &SlideStatus::showPlace);
    connect(&canvas, &SlideCanvas::hoverLeft, &line, &StatusLine::clearPlace);
    connect(&canvas, &SlideCanvas::viewChanged, this, &SlideStatus::showMagnification);
    connect(&segmentation, &SegmentationController::networkChanged, this,
        [this] { m_line.showNetwork(m_segmentation.network().get()); });
    connect(&segmentation, &SegmentationController::recipeChanged, this, &SlideStatus::refresh);
}

std::optional<PixelSize> SlideStatus::pixelSize() const
{
    if (const auto& recipe = m_segmentation.recipe())
        return recipe->pixelSize;
    const auto& chosen = m_segmentation.chosenPixelSize();
    return chosen ? chosen : m_slides.slide()->info().pixelSize;
}

void SlideStatus::refresh()
{
    if (!m_slides.slide()) {
        m_line.clearSlide();
        return;
    }
    const auto& recipe = m_segmentation.recipe();
    const auto untilThen = m_segmentation.chosenPixelSize() ? PixelSizeOrigin::Person : PixelSizeOrigin::Slide;
    m_line.showPixelSize(pixelSize(), recipe ? recipe->pixelSizeOrigin : untilThen);
    m_canvas.setPixelSize(pixelSize());
    showMagnification();
}

void SlideStatus::showPlace(const QPointF& level0)
{
    if (!m_slides.slide() || !m_canvas.slideRect().contains(level0)) {
        m_line.clearPlace();
        return;
    }
    const auto& maps = m_segmentation.maps();
    m_line.showPlace(level0, pixelSize(), maps ? maps->at({level0.x(), level0.y()}) : std::nullopt);
}

void SlideStatus::showMagnification()
{
    if (m_slides.slide())
        m_line.showMagnification(m_canvas.view().scale, m_slides.slide()->info().objectivePower, pixelSize());
}

} // namespace nb
