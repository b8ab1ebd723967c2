// SPDX-License-Identifier: GPL-3.0-or-later
// What the tool overlay draws: what will be, the tool's own, and the line at the edge.
#include "widgets/scalebar.h"
#include "widgets/shapepath.h"
#include "widgets/slidecanvas.h"
#include "widgets/tooloverlay.h"

#include <QPainter>
#include <algorithm>

namespace nb
{

namespace
{

constexpr double kTextAway = 24; // screen pixels from the lower edge
constexpr double kTextPadding = 10;

} // namespace

void ToolOverlay::paintPreviews(QPainter& painter) const
{
    const QTransform toScreen = canvas().view().slideToScreen();
    for (const ShapePreview& preview : m_previews) {
        const QPainterPath path = toScreen.map(pathOf(preview.shape));
        if (!preview.removed)
            painter.fillPath(path, QColor(255, 255, 255, 50));
        drawCased(painter, path, preview.removed ? Qt::DotLine : Qt::SolidLine);
        if (preview.removed) {
            const QRectF box = path.boundingRect();
            QPainterPath cross(box.topLeft());
            cross.lineTo(box.bottomRight());
            cross.moveTo(box.topRight());
            cross.lineTo(box.bottomLeft());
            drawCased(painter, cross);
        }
    }
}

/// In the middle of the lower edge, beside the scale bar or, where there is no room, above it.
void ToolOverlay::paintText(QPainter& painter, const QString& line) const
{
    const double half = painter.fontMetrics().horizontalAdvance(line) / 2.0 + kTextPadding;
    const QRectF bar = canvas().scaleBar()->isVisible() ? QRectF(canvas().scaleBar()->geometry()) : QRectF();
    const double x = std::max(width() / 2.0, bar.right() + half + kTextPadding);
    if (x + half <= width())
        drawPlate(painter, {x, height() - kTextAway}, line);
    else
        drawPlate(painter, {width() / 2.0, bar.isNull() ? height() - kTextAway : bar.top() - kTextAway}, line);
}

void ToolOverlay::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPreviews(painter);
    if (tool())
        tool()->paint(painter, canvas().view());
    if (const QString line = text(); !line.isEmpty())
        paintText(painter, line);
}

} // namespace nb
