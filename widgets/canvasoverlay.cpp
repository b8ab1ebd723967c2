// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvasoverlay.h"

#include "widgets/minimap.h"
#include "widgets/slidecanvas.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

namespace nb
{

namespace
{

constexpr double kPadding = 6;
constexpr double kEdge = 4; // screen pixels between a plate and the canvas's edge

} // namespace

CanvasOverlay::CanvasOverlay(SlideCanvas& canvas)
    : QWidget(&canvas)
    , m_canvas(canvas)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setMouseTracking(true);
    setGeometry(canvas.rect());
    stackUnder(canvas.minimap());
    hide();
    canvas.installEventFilter(this);
    connect(&canvas, &SlideCanvas::viewChanged, this, qOverload<>(&QWidget::update));
}

bool CanvasOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_canvas && event->type() == QEvent::Resize)
        setGeometry(m_canvas.rect());
    return QWidget::eventFilter(watched, event);
}

void CanvasOverlay::drawPlate(QPainter& painter, const QPointF& at, const QString& text) const
{
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(text) + 2 * kPadding, metrics.height() + kPadding);
    QRectF plate(at - QPointF(size.width() / 2, size.height() / 2), size);
    plate.moveLeft(std::clamp(plate.left(), kEdge, std::max(kEdge, width() - kEdge - size.width())));
    plate.moveTop(std::clamp(plate.top(), kEdge, std::max(kEdge, height() - kEdge - size.height())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 225));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(QColor(20, 20, 20));
    painter.drawText(plate, Qt::AlignCenter, text);
}

} // namespace nb
