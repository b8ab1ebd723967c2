// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outlinebands.h"

#include <QPainter>
#include <cmath>
#include <utility>

namespace nb
{

namespace
{

constexpr double kLongestMitre = 1.6; // of half the width: sharp corners are cut
constexpr double kSmallShare = 0.6; // of the line's width for nuclei without a casing

/// The direction that is outward at a corner, as long as makes both edges' bands half a unit wide.
QPointF mitreAt(const QPointF& before, const QPointF& corner, const QPointF& after)
{
    const auto normal = [](const QPointF& a, const QPointF& b) {
        const QPointF d = b - a;
        const double length = std::hypot(d.x(), d.y());
        return length > 0 ? QPointF(d.y() / length, -d.x() / length) : QPointF(0, 0);
    };
    const QPointF sum = normal(before, corner) + normal(corner, after);
    const double square = QPointF::dotProduct(sum, sum);
    if (square < 1e-6)
        return normal(before, corner);
    const QPointF mitre = sum * (2 / square);
    const double length = std::hypot(mitre.x(), mitre.y());
    return length > kLongestMitre ? mitre * (kLongestMitre / length) : mitre;
}

void paintQuick(QPainter& painter, const std::vector<OutlineShape>& shapes)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    for (const OutlineShape& shape : shapes) {
        painter.setPen(QPen(shape.colour, 0));
        painter.drawPolygon(shape.ring);
    }
}

/// Light in dark: seen on every nucleus.
void paintDots(QPainter& painter, const std::vector<OutlineShape>& shapes, const OutlineStyle& style, double unit)
{
    const double light = style.acceptedDot * unit, dark = light + (style.casingWidth - style.lineWidth) / 2 * unit;
    for (const OutlineShape& shape : shapes) {
        if (!shape.accepted || !shape.casing)
            continue;
        const QPointF middle = shape.ring.boundingRect().center();
        painter.setBrush(style.casing);
        painter.drawEllipse(middle, dark, dark);
        painter.setBrush(style.handCasing);
        painter.drawEllipse(middle, light, light);
    }
}

} // namespace

QPainterPath bandOf(const QPolygonF& ring, double width)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const auto count = ring.size();
    if (count < 3)
        return path;
    QPolygonF outer(count + 1), inner(count + 1);
    for (qsizetype i = 0; i < count; ++i) {
        const QPointF reach
            = mitreAt(ring[i > 0 ? i - 1 : count - 1], ring[i], ring[i + 1 < count ? i + 1 : 0]) * (width / 2);
        outer[i] = ring[i] + reach;
        inner[count - i] = ring[i] - reach; // the other way round: its inside is a hole
    }
    outer[count] = outer[0];
    inner[0] = inner[count];
    path.addPolygon(outer);
    path.addPolygon(inner);
    return path;
}

void paintOutlines(
    QPainter& painter, const std::vector<OutlineShape>& shapes, const OutlineStyle& style, double unit, bool quick)
{
    if (quick && style.stroke) {
        paintQuick(painter, shapes);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const OutlineShape& shape : shapes) {
        if (!style.fill)
            break;
        QColor colour = shape.colour;
        colour.setAlphaF(static_cast<float>(style.fillOpacity));
        painter.setBrush(colour);
        painter.drawPolygon(shape.ring);
    }
    if (!style.stroke)
        return;
    for (const bool byHand : {false, true}) {
        painter.setBrush(byHand ? style.handCasing : style.casing);
        for (const OutlineShape& shape : shapes)
            if (shape.casing && shape.byHand == byHand)
                painter.drawPath(bandOf(shape.ring, (byHand ? style.handCasingWidth : style.casingWidth) * unit));
    }
    QColor last;
    for (const OutlineShape& shape : shapes) {
        if (std::exchange(last, shape.colour) != shape.colour)
            painter.setBrush(shape.colour);
        painter.drawPath(bandOf(shape.ring, style.lineWidth * unit * (shape.casing ? 1 : kSmallShare)));
    }
    paintDots(painter, shapes, style, unit);
}

} // namespace nb
