// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <cstddef>
#include <optional>

namespace nb
{

/// One point of a shape, whatever its form.
struct VertexPlace {
    std::size_t polygon = 0;
    std::size_t ring = 0; ///< 0: the shell, else hole ring-1
    std::size_t index = 0;
    friend bool operator==(const VertexPlace&, const VertexPlace&) = default;
};

/// A place on an edge, to insert a point at.
struct EdgePlace {
    VertexPlace after; ///< the edge begins there
    Point at; ///< on the edge, nearest to what was asked for
    double distance = 0;
};

// Pure functions; level-0 pixels; any thread. A changed shape is always valid and `storable`; where a drag makes the
// outline cross itself or another part the largest valid part stays, so vertices may be gone and the places of the
// others are those of the new shape. Nothing: the place does not exist, or nothing valid would be left.

/// The vertex nearest to `point`, at most `withinPx` away.
[[nodiscard]] std::optional<VertexPlace> nearestVertex(const MultiPolygon& shape, const Point& point, double withinPx);
/// The edge nearest to `point`, at most `withinPx` away.
[[nodiscard]] std::optional<EdgePlace> nearestEdge(const MultiPolygon& shape, const Point& point, double withinPx);
/// The point at a place; nothing where there is none.
[[nodiscard]] std::optional<Point> vertexAt(const MultiPolygon& shape, const VertexPlace& place);
/// The next vertex (or the one before), over all rings in turn: for going along by keyboard.
[[nodiscard]] std::optional<VertexPlace> vertexAfter(const MultiPolygon& shape, const VertexPlace& place, int steps);

[[nodiscard]] std::optional<MultiPolygon> vertexMoved(
    const MultiPolygon& shape, const VertexPlace& place, const Point& to);
/// A new point behind `after`; a point on the edge itself changes no area.
[[nodiscard]] std::optional<MultiPolygon> vertexInserted(
    const MultiPolygon& shape, const VertexPlace& after, const Point& at);
/// A hole or a further part with fewer than three points goes as a whole; the last shell does not.
[[nodiscard]] std::optional<MultiPolygon> vertexDeleted(const MultiPolygon& shape, const VertexPlace& place);
/// The whole shape, moved.
[[nodiscard]] std::optional<MultiPolygon> shapeMoved(const MultiPolygon& shape, double dx, double dy);

} // namespace nb
