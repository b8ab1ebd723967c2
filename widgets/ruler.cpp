// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ruler.h"

#include "widgets/slidecanvas.h"

#include <QLineF>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kGrip = 8; // screen pixels: this near an end takes the end
constexpr double kTick = 7;
constexpr double kTextAway = 18;

double apart(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// Whether any of the line is within the rectangle.
bool touches(const QRectF& area, const QPointF& from, const QPointF& to)
{
    if (area.contains(from) || area.contains(to))
        return true;
    const QPointF corners[] = {area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()};
    const QLineF line(from, to);
    for (std::size_t i = 0; i < 4; ++i)
        if (line.intersects(QLineF(corners[i], corners[(i + 1) % 4])) == QLineF::BoundedIntersection)
            return true;
    return false;
}

} // namespace

double rulerLength(const QPointF& from, const QPointF& to, const std::optional<PixelSize>& pixelSize)
{
    const PixelSize unit = pixelSize.value_or(PixelSize{1, 1});
    return std::hypot((to.x() - from.x()) * unit.x, (to.y() - from.y()) * unit.y);
}

QString rulerText(double length, bool inPixels)
{
    const QLocale locale;
    if (inPixels)
        return Ruler::tr("%1 px").arg(locale.toString(length, 'f', 1));
    if (length >= 1000)
        return Ruler::tr("%1 mm").arg(locale.toString(length / 1000, 'f', 3));
    return Ruler::tr("%1 µm").arg(locale.toString(length, 'f', length < 10 ? 2 : 1));
}

Ruler::Ruler(SlideCanvas& canvas)
    : CanvasOverlay(canvas)
{
    setAccessibleName(tr("Ruler"));
}

void Ruler::setActive(bool active)
{
    m_active = active;
    m_dragging = false;
    setAttribute(Qt::WA_TransparentForMouseEvents, !active);
    if (active)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
    showState();
}

void Ruler::setPixelSize(const std::optional<PixelSize>& pixelSize, bool assumed)
{
    m_pixelSize = pixelSize;
    m_assumed = assumed;
    showState();
}

void Ruler::remove()
{
    m_placed = false;
    m_dragging = false;
    showState();
}

void Ruler::place(const QPointF& from, const QPointF& to)
{
    m_placed = true;
    m_from = from;
    m_to = to;
    showState();
}

void Ruler::showState()
{
    setVisible(m_active || m_placed);
    setAccessibleDescription(text());
    update();
}

QString Ruler::text() const
{
    if (!m_placed)
        return {};
    const QString length = rulerText(rulerLength(m_from, m_to, m_pixelSize), !m_pixelSize);
    return m_pixelSize && m_assumed ? tr("%1, if the assumed µm/px is right").arg(length) : length;
}

void Ruler::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || canvas().slideSize().isEmpty()) {
        event->ignore(); // the canvas's: middle button pans
        return;
    }
    canvas().setFocus();
    canvas().stopMotion(); // a glide would carry the slide away under the ruler
    const ViewTransform& view = canvas().view();
    const QPointF at = event->position();
    if (m_placed && apart(view.toScreen(m_from), at) <= kGrip) {
        std::swap(m_from, m_to);
    } else if (!m_placed || apart(view.toScreen(m_to), at) > kGrip) {
        m_from = m_to = view.toSlide(at);
        m_placed = false; // until it has a length
    }
    m_dragging = true;
    showState();
}

void Ruler::mouseMoveEvent(QMouseEvent* event)
{
    event->ignore(); // the place under the cursor is shown as ever
    if (!m_dragging)
        return;
    m_to = canvas().view().toSlide(event->position());
    m_placed = true;
    showState();
}

void Ruler::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_dragging)
        m_dragging = false;
    else
        event->ignore();
}

void Ruler::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_placed) {
        if (m_active)
            drawPlate(painter, {width() / 2.0, height() - 24.0}, tr("Drag to measure. Esc puts the ruler away."));
        return;
    }
    const QPointF from = canvas().view().toScreen(m_from), to = canvas().view().toScreen(m_to);
    const double length = apart(from, to);
    const QPointF along = length > 0 ? (to - from) / length : QPointF(1, 0);
    const QPointF across(-along.y(), along.x());
    // Dark on light: to be seen on any stain.
    for (const QPen& pen : {QPen(QColor(255, 255, 255, 230), 4), QPen(QColor(20, 20, 20), 1.6)}) {
        painter.setPen(pen);
        painter.drawLine(from, to);
        painter.drawLine(from - across * kTick, from + across * kTick);
        painter.drawLine(to - across * kTick, to + across * kTick);
    }
    // Beside the moving end, and never over the line; without its line it would say nothing.
    if (touches(rect(), from, to))
        drawPlate(painter, to + along * kTextAway + QPointF(0, along.y() < 0 ? -kTextAway / 2 : kTextAway / 2), text());
}

} // namespace nb
