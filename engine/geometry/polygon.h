// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

namespace nb {

/// Area by the shoelace formula, in squared units of the points; positive where the ring runs clockwise on the screen (y down).
[[nodiscard]] double signedArea(const Ring& ring);

/// Area of shells less holes, each ring taken positive.
[[nodiscard]] double areaOf(const MultiPolygon& shape);

/// Centre of mass of the enclosed area; the mean of the points where there is none.
[[nodiscard]] Point centroid(const Ring& ring);

/// Length of the closed ring.
[[nodiscard]] double perimeterOf(const Ring& ring);

/// The smallest rectangle of whole pixels that holds all points; empty for no points.
[[nodiscard]] Rect boundsOf(const Ring& ring);
[[nodiscard]] Rect boundsOf(const MultiPolygon& shape);

/// Even-odd rule; a point on the left or upper edge is inside, on the right or lower outside, so that rings side by side share none.
[[nodiscard]] bool contains(const Ring& ring, const Point& point);
[[nodiscard]] bool contains(const MultiPolygon& shape, const Point& point);

/// At least three points, none repeated in a row, and no two edges touch but neighbours at their common point.
/// Quadratic in the points, quick for nuclei.
[[nodiscard]] bool isSimple(const Ring& ring);

/// The smallest convex ring around the points, clockwise on the screen.
[[nodiscard]] Ring convexHull(const Ring& ring);

} // namespace nb
