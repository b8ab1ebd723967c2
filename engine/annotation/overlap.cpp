// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/overlap.h"

#include "engine/geometry/polygon.h"

namespace nb
{

namespace
{

constexpr double kLeastOverlapPx2 = 0.02; // less comes from rounding a shared outline

} // namespace

MultiPolygon yieldingTo(const MultiPolygon& shape, std::span<const MultiPolygon> neighbours, Pieces pieces)
{
    MultiPolygon left = shape;
    const Rect bounds = boundsOf(shape);
    for (const MultiPolygon& neighbour : neighbours) {
        if (left.empty() || bounds.intersected(boundsOf(neighbour)).empty())
            continue;
        if (areaOf(common(left, neighbour)) > 0)
            left = without(left, neighbour);
    }
    return keep(pieces, left == shape ? shape : std::move(left));
}

std::vector<YieldedNeighbour> neighboursYielding(
    std::span<const MultiPolygon> neighbours, const MultiPolygon& shape, Pieces pieces)
{
    std::vector<YieldedNeighbour> yielded;
    const Rect bounds = boundsOf(shape);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        if (bounds.intersected(boundsOf(neighbours[i])).empty()
            || areaOf(common(neighbours[i], shape)) < kLeastOverlapPx2)
            continue;
        yielded.push_back({i, keep(pieces, without(neighbours[i], shape))});
    }
    return yielded;
}

} // namespace nb
