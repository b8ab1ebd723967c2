// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/slidestatus.h"

#include "ui/pixelprobe.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/statusline.h"
#include "widgets/slidecanvas.h"

#include <cmath>

namespace nb
{

namespace
{

constexpr int kStaleAfterMs = 150; // before a colour that lags behind the cursor is taken away

} // namespace

SlideStatus::SlideStatus(StatusLine& line, SlideCanvas& canvas, SlideController& slides,
    SegmentationController& segmentation, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_canvas(canvas)
    , m_slides(slides)
    , m_segmentation(segmentation)
    , m_probe(new PixelProbe(this))
{
    m_stale.setSingleShot(true);
    m_stale.setInterval(kStaleAfterMs);
    connect(&m_stale, &QTimer::timeout, this, [this] { m_line.showColour({}); });
    connect(m_probe, &PixelProbe::read, this, &SlideStatus::showColour);
    connect(&canvas, &SlideCanvas::hovered, this, &SlideStatus::showPlace);
    connect(&canvas, &SlideCanvas::hoverLeft, this, [this] {
        m_place.reset();
        m_line.clearPlace();
    });
    connect(&canvas, &SlideCanvas::viewChanged, this, &SlideStatus::showMagnification);
    connect(&segmentation, &SegmentationController::networkChanged, this,
        [this] { m_line.showNetwork(m_segmentation.network().get()); });
    connect(&segmentation, &SegmentationController::recipeChanged, this, &SlideStatus::refresh);
    connect(&segmentation, &SegmentationController::found, this, [this] {
        const auto& maps = m_segmentation.maps();
        if (m_place && maps && m_slides.slide()) // the mouse may rest where the model has looked meanwhile
            m_line.showPlace(*m_place, pixelSize(), maps->at({m_place->x(), m_place->y()}));
    });
}

std::optional<PixelSize> SlideStatus::pixelSize() const
{
    if (const auto& recipe = m_segmentation.recipe())
        return recipe->pixelSize;
    const auto& chosen = m_segmentation.chosenPixelSize();
    return chosen ? chosen : m_slides.slide()->info().pixelSize;
}

bool SlideStatus::pixelSizeAssumed() const
{
    const auto& recipe = m_segmentation.recipe();
    return recipe && recipe->pixelSizeOrigin == PixelSizeOrigin::ModelAssumed;
}

void SlideStatus::refresh()
{
    m_probe->setSlide(m_slides.slide());
    if (!m_slides.slide()) {
        m_line.clearSlide();
        return;
    }
    const auto& recipe = m_segmentation.recipe();
    const auto untilThen = m_segmentation.chosenPixelSize() ? PixelSizeOrigin::Person : PixelSizeOrigin::Slide;
    m_line.showPixelSize(pixelSize(), recipe ? recipe->pixelSizeOrigin : untilThen);
    m_canvas.setPixelSize(pixelSize());
    showMagnification();
    Q_EMIT pixelSizeChanged();
}

void SlideStatus::showPlace(const QPointF& level0)
{
    if (!m_slides.slide() || !m_canvas.slideRect().contains(level0)) {
        m_place.reset();
        m_line.clearPlace();
        return;
    }
    m_place = level0;
    if (!m_stale.isActive())
        m_stale.start();
    m_probe->probe(static_cast<qint64>(std::floor(level0.x())), static_cast<qint64>(std::floor(level0.y())));
    const auto& maps = m_segmentation.maps();
    m_line.showPlace(level0, pixelSize(), maps ? maps->at({level0.x(), level0.y()}) : std::nullopt);
}

void SlideStatus::showColour(qint64 x, qint64 y, const std::optional<std::array<std::uint8_t, 3>>& rgb)
{
    const auto isAt = [](qint64 pixel, double place) { return pixel == static_cast<qint64>(std::floor(place)); };
    if (!m_place || !isAt(x, m_place->x()) || !isAt(y, m_place->y()))
        return;
    m_stale.stop();
    m_line.showColour(rgb);
}

void SlideStatus::showMagnification()
{
    if (m_slides.slide())
        m_line.showMagnification(m_canvas.view().scale, m_slides.slide()->info().objectivePower, pixelSize());
}

} // namespace nb
