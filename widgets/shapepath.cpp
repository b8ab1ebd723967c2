// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shapepath.h"

#include <QPainter>

namespace nb
{

namespace
{

constexpr double kCasingWidth = 4;
constexpr double kLineWidth = 1.8;

} // namespace

QPolygonF polygonOf(const Ring& ring)
{
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(ring.size()));
    for (const Point& p : ring)
        polygon.append({p.x, p.y});
    return polygon;
}

Ring ringOf(const QPolygonF& polygon)
{
    Ring ring;
    ring.reserve(static_cast<std::size_t>(polygon.size()));
    for (const QPointF& p : polygon)
        ring.push_back({p.x(), p.y()});
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return ring;
}

QPainterPath pathOf(const MultiPolygon& shape)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    const auto add = [&path](const Ring& ring) {
        path.addPolygon(polygonOf(ring));
        path.closeSubpath();
    };
    for (const Polygon& polygon : shape) {
        add(polygon.shell);
        for (const Ring& hole : polygon.holes)
            add(hole);
    }
    return path;
}

QRectF boundsOf(const QPolygonF& polygon, double margin)
{
    return polygon.boundingRect().adjusted(-margin, -margin, margin, margin);
}

void drawCased(QPainter& painter, const QPainterPath& screenPath, Qt::PenStyle style)
{
    painter.setBrush(Qt::NoBrush);
    QPen casing(QColor(255, 255, 255, 220), kCasingWidth);
    casing.setJoinStyle(Qt::RoundJoin);
    painter.setPen(casing);
    painter.drawPath(screenPath);
    QPen line(QColor(20, 20, 20), kLineWidth, style);
    line.setJoinStyle(Qt::RoundJoin);
    painter.setPen(line);
    painter.drawPath(screenPath);
}

} // namespace nb
