// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <span>

namespace nb
{

// Drawn figures as shapes (level-0 pixels): valid, `storable`; empty where they have no area. Pure; any thread.

/// Between two corners. `square`: with the longer side, towards `to`.
[[nodiscard]] MultiPolygon rectangleFigure(const Point& from, const Point& to, bool square = false);

/// Inscribed in the rectangle between two corners, its edges within 0.05 px of it, 12 to 400 points. `circle`: with the
/// longer side.
[[nodiscard]] MultiPolygon ellipseFigure(const Point& from, const Point& to, bool circle = false);

/// The corners clicked in turn. Where the line crosses itself: the union of its loops; `biggestOnly`: the largest part.
[[nodiscard]] MultiPolygon polygonFigure(std::span<const Point> corners, bool biggestOnly = true);

/// A line drawn by hand and closed: as polygonFigure, with points less than `tolerancePx` off a straight line left out.
[[nodiscard]] MultiPolygon freehandFigure(
    std::span<const Point> line, double tolerancePx = 0.25, bool biggestOnly = true);

} // namespace nb
