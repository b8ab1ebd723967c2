// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/regionlayer.h"

#include "widgets/shapepath.h"

#include <QPainter>

namespace nb
{

namespace
{

constexpr double kPadding = 5; // screen pixels
constexpr double kLeastForLabel = 40; // a region smaller than this on the screen has no room for its name
constexpr double kCheckedInset = 4;

QPen penOf(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(colour, width, style);
    pen.setJoinStyle(Qt::MiterJoin);
    return pen;
}

} // namespace

void RegionLayer::setRegions(std::vector<RegionPicture> regions)
{
    m_regions = std::move(regions);
    if (drawn())
        Q_EMIT changed({});
}

void RegionLayer::paintLabel(QPainter& painter, const RegionPicture& region, const QRectF& onScreen)
{
    if (region.label.isEmpty() || std::max(onScreen.width(), onScreen.height()) < kLeastForLabel)
        return;
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(region.label) + 2 * kPadding, metrics.height() + kPadding);
    const QRectF plate(onScreen.topLeft() - QPointF(0, size.height() + 2), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 220));
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(QColor(20, 20, 20));
    painter.drawText(plate, Qt::AlignCenter, region.label);
}

void RegionLayer::paint(QPainter& painter, const ViewTransform& view)
{
    const QTransform toScreen = view.slideToScreen();
    const QRectF clip = painter.hasClipping() ? painter.clipBoundingRect() : QRectF(QPointF(0, 0), view.viewport);
    const double label = painter.fontMetrics().height() + 3 * kPadding;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RegionPicture& region : m_regions) {
        const QPainterPath path = toScreen.map(pathOf(region.shape));
        const QRectF box = path.boundingRect();
        // The label may be wider than its region.
        if (!box.adjusted(-8, -label, 400, 8).intersects(clip))
            continue;
        const double width = region.chosen ? 4 : 2;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(penOf(QColor(255, 255, 255, 220), width + (region.checked ? kCheckedInset + 4 : 2.5)));
        painter.drawPath(path);
        if (region.checked) { // a double line
            painter.setPen(penOf(region.colour, width + kCheckedInset));
            painter.drawPath(path);
            painter.setPen(penOf(Qt::white, kCheckedInset - 1));
            painter.drawPath(path);
        }
        painter.setPen(penOf(region.colour, region.checked ? 1.2 : width, region.line));
        painter.drawPath(path);
        paintLabel(painter, region, box);
    }
}

} // namespace nb
