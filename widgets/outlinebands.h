// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/outlinestyle.h"

#include <QPainterPath>
#include <QPolygonF>
#include <vector>

class QPainter;

namespace nb
{

/// A nucleus ready to be drawn.
struct OutlineShape {
    QPolygonF ring; ///< in the painter's pixels, closed, first point not repeated
    QColor colour;
    bool casing = true; ///< small ones go without, they would be all casing
    bool byHand = false; ///< a person corrected or drew it
    bool accepted = false; ///< a person accepted it as it is
};

/// The band of `width` along a closed ring, corners cut a little: filling it costs a quarter of what Qt's stroking
/// does.
[[nodiscard]] QPainterPath bandOf(const QPolygonF& ring, double width);

/// Fills, then all casings, then all lines. `unit`: painter pixels per device-independent screen pixel. `quick`: for a
/// frame in motion, thin lines only.
void paintOutlines(
    QPainter& painter, const std::vector<OutlineShape>& shapes, const OutlineStyle& style, double unit, bool quick);

} // namespace nb
