// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas's picture: keeps the last frame and draws only what has changed in it.
#include "widgets/slidecanvas.h"

#include <QPaintEvent>
#include <QPainter>
#include <cmath>
#include <cstring>

namespace nb
{

namespace
{

constexpr int kMostPieces = 16; // more pieces than these are drawn as one
constexpr QRgb kGlass = 0xFFF4F4F4; // the slide before its first tile has come

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
    m_dirty.translate(
        QPoint(static_cast<int>(std::round(delta.x() / ratio)), static_cast<int>(std::round(delta.y() / ratio))));
    if (ratio != std::floor(ratio)) { // what was dirty may lie between pixels now
        QRegion grown;
        for (const QRect& piece : m_dirty)
            grown += piece.adjusted(-1, -1, 1, 1);
        m_dirty = grown;
    }
    const auto expose = [&](int x, int y, int w, int h) {
        m_dirty += QRectF(x / ratio, y / ratio, w / ratio, h / ratio).toAlignedRect();
    };
    if (delta.x() != 0)
        expose(delta.x() > 0 ? 0 : columns, 0, std::abs(delta.x()), height);
    if (delta.y() != 0)
        expose(0, delta.y() > 0 ? 0 : rows, width, std::abs(delta.y()));
}

/// Brings m_frame up to m_view.
void SlideCanvas::updateFrame()
{
    const double ratio = pixelRatio();
    const QSize pixels(static_cast<int>(std::ceil(width() * ratio)), static_cast<int>(std::ceil(height() * ratio)));
    const bool quick = m_motion.zooming();
    if (m_frame.size() != pixels || m_frame.devicePixelRatio() != ratio) {
        m_frame = QImage(pixels, QImage::Format_RGB32);
        m_frame.setDevicePixelRatio(ratio);
        m_dirty = rect();
    } else if (m_coarse && !quick) {
        m_dirty = rect();
    } else if (m_frameView != m_view) {
        if (const auto delta = movedBy(m_frameView, m_view))
            scrollFrame(*delta);
        else
            m_dirty = rect();
    }
    m_frameView = m_view;
    m_coarse = quick;
    m_dirty &= rect();
    // Pieces do not end on whole device pixels at such a ratio; a pixel must not be adjusted twice.
    if (!m_display.neutral() && ratio != std::floor(ratio) && !m_dirty.isEmpty())
        m_dirty = rect();
    if (m_dirty.rectCount() > kMostPieces)
        m_dirty = m_dirty.boundingRect();
    for (const QRect& piece : m_dirty)
        paintInto(m_frame, piece);
    m_dirty = {};
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
