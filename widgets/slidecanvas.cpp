// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slidecanvas.h"

#include "widgets/minimap.h"
#include "widgets/scalebar.h"

#include <QPainter>
#include <QResizeEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace nb
{

namespace
{

constexpr double kLargestScale = 64; // screen pixels per level-0 pixel
constexpr double kSmallestOnScreen = 48; // screen pixels: the slide never shrinks below
constexpr int kOverlayMargin = 12;
constexpr QSize kMinimapRoom(200, 200);
constexpr double kMinimapShare = 0.3; // of a small canvas's sides
constexpr QSize kMinimapFits(260, 180); // a smaller canvas has no room for one
constexpr int kScaleBarShare = 2; // of a canvas's height, at least this many times the scale bar's

} // namespace

SlideCanvas::SlideCanvas(QWidget* parent)
    : QWidget(parent)
    , m_minimap(new Minimap(this))
    , m_scaleBar(new ScaleBar(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    grabGesture(Qt::PinchGesture);
    setMinimumSize(40, 40);
    setAccessibleName(tr("Slide"));
    connect(
        &m_motion, &ViewMotion::stepped, this, [this](const ViewTransform& view) { applyView(pixelAligned(view)); });
    connect(&m_motion, &ViewMotion::finished, this, [this] {
        update(); // once more, with care
        tellSettled();
    });
    connect(m_minimap, &Minimap::pointed, this, &SlideCanvas::centreOn);
    placeOverlays();
}

SlideCanvas::~SlideCanvas()
{
    for (Layer* layer : std::as_const(m_layers))
        layer->disconnect(this);
}

void SlideCanvas::setSlideSize(qint64 width, qint64 height)
{
    m_slideSize = QSizeF(static_cast<double>(width), static_cast<double>(height));
    m_minimap->setSlideSize(m_slideSize);
    ViewTransform view;
    view.viewport = size();
    view.devicePixelRatio = pixelRatio();
    m_view = view;
    m_frame = {};
    m_motion.stop();
    placeOverlays();
    m_fitted = true;
    if (!m_slideSize.isEmpty())
        applyView(m_view.fitted(slideRect()));
    update();
}

void SlideCanvas::setPixelSize(const std::optional<PixelSize>& pixelSize)
{
    m_pixelSize = pixelSize;
    measureScaleBar();
}

void SlideCanvas::addLayer(Layer* layer)
{
    const auto above = std::find_if(m_layers.begin(), m_layers.end(),
        [layer](const Layer* other) { return other->stackHeight() > layer->stackHeight(); });
    m_layers.insert(above, layer);
    connect(layer, &Layer::changed, this, &SlideCanvas::layerChanged);
    connect(layer, &Layer::overviewChanged, m_minimap, &Minimap::refresh);
    connect(layer, &Layer::settledChanged, this, &SlideCanvas::tellSettled);
    connect(layer, &Layer::settledChanged, this, [this, layer] {
        if (!m_layers.isEmpty() && m_layers.front() == layer)
            Q_EMIT lowestSettledChanged();
    });
    connect(layer, &QObject::destroyed, this, [this, layer] { removeLayer(layer); });
    if (!m_slideSize.isEmpty())
        layer->setView(m_view);
    layersChanged();
}

void SlideCanvas::removeLayer(Layer* layer)
{
    if (!m_layers.removeOne(layer))
        return;
    static_cast<QObject*>(layer)->disconnect(this);
    layersChanged();
}

void SlideCanvas::layersChanged()
{
    m_minimap->setLayers(m_layers);
    layerChanged({});
    tellSettled();
}

void SlideCanvas::layerChanged(const QRectF& slideArea)
{
    if (slideArea.isNull()) {
        m_dirty = rect();
        update();
        return;
    }
    const QRect area = m_view.toScreen(slideArea).adjusted(-2, -2, 2, 2).intersected(QRectF(rect())).toAlignedRect();
    if (area.isEmpty())
        return;
    m_aged += area;
    update(area);
}

double SlideCanvas::fitScale() const
{
    return m_slideSize.isEmpty() ? 1 : m_view.fitted(slideRect()).scale;
}

double SlideCanvas::smallestScale() const
{
    const double longest = std::max(m_slideSize.width(), m_slideSize.height());
    return longest > 0 ? std::min(fitScale() / 2, kSmallestOnScreen / longest) : 1;
}

double SlideCanvas::largestScale() const
{
    return std::max(kLargestScale, fitScale());
}

ViewTransform SlideCanvas::kept(ViewTransform view) const
{
    view.viewport = size();
    view.devicePixelRatio = pixelRatio();
    view.scale = std::clamp(std::isfinite(view.scale) ? view.scale : 1.0, smallestScale(), largestScale());
    const auto within = [](double v, double most) { return std::isfinite(v) ? std::clamp(v, 0.0, most) : most / 2; };
    view.centre = {within(view.centre.x(), m_slideSize.width()), within(view.centre.y(), m_slideSize.height())};
    return view;
}

void SlideCanvas::setView(const ViewTransform& view)
{
    m_motion.stop();
    m_fitted = false;
    applyView(view);
}

void SlideCanvas::moveTo(const ViewTransform& view)
{
    if (m_slideSize.isEmpty())
        return;
    m_fitted = false;
    if (m_reducedMotion || !isVisible())
        setView(view);
    else
        m_motion.flyTo(m_view, kept(view));
}

/// The one place where the view changes.
void SlideCanvas::applyView(const ViewTransform& wanted)
{
    if (m_slideSize.isEmpty())
        return;
    const ViewTransform view = kept(wanted);
    if (view == m_view)
        return;
    m_view = view;
    for (Layer* layer : std::as_const(m_layers))
        layer->setView(m_view);
    m_minimap->setView(m_view);
    measureScaleBar();
    update();
    Q_EMIT viewChanged(m_view);
    if (m_mouseAt)
        Q_EMIT hovered(m_view.toSlide(*m_mouseAt));
    tellSettled();
}

void SlideCanvas::measureScaleBar()
{
    const double pixels = 1 / m_view.scale;
    if (m_slideSize.isEmpty() || !m_pixelSize) {
        m_scaleBar->setScale(m_slideSize.isEmpty() ? 0 : pixels, true);
        return;
    }
    // Along the screen's x axis: the two sides of a pixel may differ.
    const double angle = m_view.rotationDeg * M_PI / 180;
    m_scaleBar->setScale(
        pixels * std::hypot(std::cos(angle) * m_pixelSize->x, std::sin(angle) * m_pixelSize->y), false);
}

void SlideCanvas::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    if (reduced)
        m_motion.stop();
}

void SlideCanvas::setMinimapVisible(bool visible)
{
    m_minimapWanted = visible;
    placeOverlays();
}

void SlideCanvas::setScaleBarVisible(bool visible)
{
    m_scaleBarWanted = visible;
    placeOverlays();
}

void SlideCanvas::setTopCovered(int height)
{
    if (std::exchange(m_topCovered, height) != height)
        placeOverlays();
}

/// In a small canvas they give way: the slide needs the room more.
void SlideCanvas::placeOverlays()
{
    const QSize open(width(), height() - m_topCovered);
    const QSize room = kMinimapRoom.boundedTo((QSizeF(open) * kMinimapShare).toSize());
    const QSize mapSize = m_minimap->sizeFor(room);
    const bool mapFits = open.width() >= kMinimapFits.width() && open.height() >= kMinimapFits.height();
    m_minimap->setVisible(m_minimapWanted && mapFits && !m_slideSize.isEmpty());
    m_minimap->setGeometry(
        QRect(QPoint(width() - mapSize.width() - kOverlayMargin, m_topCovered + kOverlayMargin), mapSize));
    const QSize barSize = m_scaleBar->sizeHint();
    const bool barFits = open.height() >= kScaleBarShare * (barSize.height() + kOverlayMargin)
        && open.width() >= barSize.width() + 2 * kOverlayMargin;
    m_scaleBar->setVisible(m_scaleBarWanted && barFits && !m_slideSize.isEmpty());
    m_scaleBar->resize(barSize);
    m_scaleBar->move(kOverlayMargin, height() - m_scaleBar->height() - kOverlayMargin);
}

void SlideCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeOverlays();
    m_motion.stop();
    if (m_slideSize.isEmpty())
        return;
    const ViewTransform view = kept(m_view);
    applyView(m_fitted ? view.fitted(slideRect()) : view);
}

bool SlideCanvas::settled() const
{
    return !m_motion.active() && (m_aged.isEmpty() || !isVisible())
        && std::all_of(m_layers.begin(), m_layers.end(), [](const Layer* layer) { return layer->settled(); });
}

void SlideCanvas::tellSettled()
{
    if (settled() == m_wasSettled)
        return;
    m_wasSettled = !m_wasSettled;
    Q_EMIT settledChanged();
}

double SlideCanvas::pixelRatio() const
{
    return m_pixelRatio > 0 ? m_pixelRatio : devicePixelRatioF();
}

void SlideCanvas::setPixelRatio(double ratio)
{
    if (m_pixelRatio == ratio)
        return;
    m_pixelRatio = ratio;
    applyView(kept(m_view));
    update();
}

QImage SlideCanvas::picture()
{
    const double ratio = pixelRatio();
    QImage image((QSizeF(size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    m_unhurried = true; // all at once: nobody waits for the next frame
    render(&image);
    m_unhurried = false;
    return image;
}

} // namespace nb
