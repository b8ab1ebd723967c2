// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/join.h"

#include "engine/annotation/brush.h"
#include "engine/annotation/reshape.h"
#include "engine/annotation/shapealgebra.h"

#include <algorithm>
#include <array>
#include <vector>

namespace nb
{

namespace
{

constexpr double kFirstGapPx = 0.5; // what is only a seam of rounding closes smoothly, too
constexpr double kTouchPx = 0.02; // two steps of the grid

/// What the closing adds between two of the parts, and the parts.
MultiPolygon closedBetween(std::span<const MultiPolygon> parts, const MultiPolygon& all, double gapPx)
{
    // Two round ends of radius R at a gap g hang together after closing by g/2 + g²/8R.
    const double distance = gapPx * 0.6 + 0.2;
    const MultiPolygon closed = offsetBy(offsetBy(all, distance), -distance);
    std::vector<MultiPolygon> pieces{all};
    for (Polygon& piece : without(closed, all)) {
        MultiPolygon fill{std::move(piece)};
        const auto touched = std::count_if(parts.begin(), parts.end(),
            [&](const MultiPolygon& part) { return distanceBetween(part, fill) <= kTouchPx; });
        if (touched > 1)
            pieces.push_back(std::move(fill));
    }
    return united(pieces);
}

/// With a bridge over the narrowest gap between two of its pieces; as it was where that is too wide.
MultiPolygon bridged(const MultiPolygon& shape, double widestGapPx)
{
    double narrowest = widestGapPx;
    std::optional<std::array<Point, 2>> ends;
    for (std::size_t i = 0; i < shape.size(); ++i)
        for (std::size_t j = i + 1; j < shape.size(); ++j) {
            const MultiPolygon a{shape[i]}, b{shape[j]};
            const double gap = distanceBetween(a, b);
            if (gap > narrowest)
                continue;
            narrowest = gap;
            ends = nearestPoints(a, b);
        }
    return ends ? united(shape, brushStroke(*ends, std::max(0.5, narrowest / 2))) : shape;
}

/// One piece, or more where gaps are too wide.
MultiPolygon closed(std::span<const MultiPolygon> parts, double widestGapPx)
{
    const MultiPolygon all = united(parts);
    MultiPolygon one;
    for (double gap = kFirstGapPx; one.size() != 1 && gap < 2 * widestGapPx; gap *= 2)
        one = holesFilled(closedBetween(parts, all, std::min(gap, widestGapPx)));
    for (std::size_t pieces = one.size() + 1; one.size() > 1 && one.size() < pieces;) {
        pieces = one.size();
        one = holesFilled(bridged(one, widestGapPx));
    }
    return one;
}

} // namespace

Result<MultiPolygon> joined(std::span<const MultiPolygon> shapes, double widestGapPx)
{
    std::vector<MultiPolygon> parts, holes;
    for (const MultiPolygon& shape : shapes) {
        MultiPolygon part = cleaned(shape);
        if (part.empty())
            continue;
        holes.push_back(without(holesFilled(part), part));
        parts.push_back(std::move(part));
    }
    if (parts.size() < 2)
        return Error{ErrorCode::Invalid, "There is nothing to join", "", "Choose two nuclei or more"};
    const MultiPolygon one = closed(parts, widestGapPx);
    if (one.size() != 1)
        return Error{ErrorCode::Invalid, "These nuclei lie too far apart to become one", "",
            "Join them with the brush, or choose nuclei that touch"};
    const MultiPolygon kept = without(united(holes), united(parts)); // a hole that another shape covers is none
    return kept.empty() ? one : keep(Pieces::Biggest, without(one, kept));
}

} // namespace nb
