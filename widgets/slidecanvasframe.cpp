// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas's picture: keeps the last frame and draws only what has changed in it.
#include "widgets/slidecanvas.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>
#include <QTimer>
#include <cmath>
#include <cstring>
#include <utility>
#include <vector>

namespace nb
{

namespace
{

constexpr int kMostPieces = 16; // more pieces than these are drawn as one, where that is not much more
constexpr double kMuchMore = 1.5;
constexpr int kTurnedPiece
    = 160; // screen pixels: a turned strip's bounding box would be most of the slide on the screen
constexpr int kAgedPiece = 256;
constexpr double kAgedMs = 8; // for what may wait, in each frame
constexpr QRgb kGlass = 0xFFF4F4F4; // the slide before its first tile has come

double areaOf(const QRegion& region)
{
    double area = 0;
    for (const QRect& piece : region)
        area += static_cast<double>(piece.width()) * piece.height();
    return area;
}

/// `piece` cut along a grid of `side` pixels.
std::vector<QRect> cut(const QRect& piece, int side)
{
    std::vector<QRect> parts;
    for (int y = piece.top() / side * side; y <= piece.bottom(); y += side)
        for (int x = piece.left() / side * side; x <= piece.right(); x += side)
            parts.push_back(piece.intersected(QRect(x, y, side, side)));
    return parts;
}

/// How far the picture has moved between two views, if that is all that has changed and it is whole device pixels.
std::optional<QPoint> movedBy(const ViewTransform& from, const ViewTransform& to)
{
    ViewTransform same = from;
    same.centre = to.centre;
    if (same != to)
        return {};
    const QPointF delta = (to.toScreen(from.centre) - from.toScreen(from.centre)) * to.devicePixelRatio;
    const QPointF whole(std::round(delta.x()), std::round(delta.y()));
    if (std::abs(delta.x() - whole.x()) > 0.02 || std::abs(delta.y() - whole.y()) > 0.02)
        return {};
    return whole.toPoint();
}

} // namespace

/// A pan that is not quite whole device pixels is made so (less than half a pixel off), because then the last frame can
/// be moved.
ViewTransform SlideCanvas::pixelAligned(const ViewTransform& view) const
{
    ViewTransform same = m_view;
    same.centre = view.centre;
    if (same != view)
        return view;
    const QPointF delta = (view.toScreen(m_view.centre) - m_view.toScreen(m_view.centre)) * view.devicePixelRatio;
    const QPointF whole(std::round(delta.x()), std::round(delta.y()));
    return m_view.panned(whole / view.devicePixelRatio);
}

void SlideCanvas::scrollFrame(const QPoint& delta)
{
    const int width = m_frame.width(), height = m_frame.height();
    const int columns = width - std::abs(delta.x()), rows = height - std::abs(delta.y());
    if (columns <= 0 || rows <= 0) {
        m_dirty = rect();
        return;
    }
    const int fromX = std::max(-delta.x(), 0), toX = std::max(delta.x(), 0);
    const auto line = m_frame.bytesPerLine();
    uchar* const bits = m_frame.bits();
    const auto moveRow = [&](int to) {
        std::memmove(bits + to * line + toX * 4, bits + (to - delta.y()) * line + fromX * 4, std::size_t(columns) * 4);
    };
    if (delta.y() > 0)
        for (int to = height - 1; to >= delta.y(); --to)
            moveRow(to);
    else
        for (int to = 0; to < rows; ++to)
            moveRow(to);
    const double ratio = m_frame.devicePixelRatio();
    const QPoint way(static_cast<int>(std::round(delta.x() / ratio)), static_cast<int>(std::round(delta.y() / ratio)));
    for (QRegion* const region : {&m_dirty, &m_aged}) {
        region->translate(way);
        if (ratio == std::floor(ratio))
            continue;
        QRegion grown; // what was dirty may lie between pixels now
        for (const QRect& piece : *region)
            grown += piece.adjusted(-1, -1, 1, 1);
        *region = grown;
    }
    const auto expose = [&](int x, int y, int w, int h) {
        m_dirty += QRectF(x / ratio, y / ratio, w / ratio, h / ratio).toAlignedRect();
    };
    if (delta.x() != 0)
        expose(delta.x() > 0 ? 0 : columns, 0, std::abs(delta.x()), height);
    if (delta.y() != 0)
        expose(0, delta.y() > 0 ? 0 : rows, width, std::abs(delta.y()));
}

/// Brings m_frame up to m_view, but for what may wait.
void SlideCanvas::updateFrame()
{
    const double ratio = pixelRatio();
    const QSize pixels(static_cast<int>(std::ceil(width() * ratio)), static_cast<int>(std::ceil(height() * ratio)));
    const bool quick = m_motion.zooming();
    if (m_frame.size() != pixels || m_frame.devicePixelRatio() != ratio) {
        m_frame = QImage(pixels, QImage::Format_RGB32);
        m_frame.setDevicePixelRatio(ratio);
        m_dirty = rect();
    } else if (m_frameView != m_view) {
        if (const auto delta = movedBy(m_frameView, m_view))
            scrollFrame(*delta);
        else
            m_dirty = rect();
    }
    if (m_coarse && !quick)
        m_aged = rect();
    m_frameView = m_view;
    m_coarse = quick;
    m_dirty &= rect();
    m_aged &= rect();
    // Pieces do not end on whole device pixels at such a ratio; a pixel must not be adjusted twice.
    if (!m_display.neutral() && ratio != std::floor(ratio) && !(m_dirty.isEmpty() && m_aged.isEmpty()))
        m_dirty = rect();
    m_aged -= m_dirty;
    paintPieces(m_dirty);
    m_dirty = {};
    paintAged();
}

void SlideCanvas::paintPieces(const QRegion& region)
{
    const QRect box = region.boundingRect();
    const bool asOne = region.rectCount() > kMostPieces
        && static_cast<double>(box.width()) * box.height() < kMuchMore * areaOf(region);
    const bool turned = std::fmod(m_view.rotationDeg, 90) != 0;
    for (const QRect& piece : asOne ? QRegion(box) : region)
        for (const QRect& part : turned ? cut(piece, kTurnedPiece) : std::vector<QRect>{piece})
            paintInto(m_frame, part);
}

/// As much as fits into the frame's time; the rest with the next frames.
void SlideCanvas::paintAged()
{
    if (m_aged.isEmpty())
        return;
    QElapsedTimer timer;
    timer.start();
    QRegion left;
    for (const QRect& piece : std::exchange(m_aged, {}))
        for (const QRect& part : cut(piece, kAgedPiece))
            if (m_unhurried || static_cast<double>(timer.nsecsElapsed()) < kAgedMs * 1e6)
                paintPieces(part);
            else
                left += part;
    m_aged = left;
    if (m_aged.isEmpty())
        QMetaObject::invokeMethod(this, &SlideCanvas::tellSettled, Qt::QueuedConnection);
    else
        QTimer::singleShot(0, this, [this] { update(m_aged); });
}

void SlideCanvas::paintInto(QImage& frame, const QRect& piece)
{
    QPainter painter(&frame);
    painter.setClipRect(piece);
    painter.fillRect(piece, palette().color(QPalette::Window));
    if (m_slideSize.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(kGlass));
    painter.drawPolygon(m_view.slideToScreen().map(QPolygonF(slideRect())));
    for (Layer* layer : std::as_const(m_layers)) {
        if (!layer->drawn())
            continue;
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !m_coarse);
        painter.setOpacity(layer->opacity());
        layer->paint(painter, m_view);
        painter.restore();
        if (layer == m_layers.front() && !m_display.neutral()) {
            const double ratio = frame.devicePixelRatio();
            const QRectF pixels(QPointF(piece.topLeft()) * ratio, QSizeF(piece.size()) * ratio);
            applyTable(frame, pixels.toAlignedRect(), slideInFrame(), m_display.table());
        }
    }
}

void SlideCanvas::paintEvent(QPaintEvent* event)
{
    updateFrame();
    QPainter painter(this);
    const double ratio = m_frame.devicePixelRatio();
    for (const QRect& piece : event->region())
        painter.drawImage(QRectF(piece), m_frame,
            QRectF(piece.x() * ratio, piece.y() * ratio, piece.width() * ratio, piece.height() * ratio));
}

} // namespace nb
