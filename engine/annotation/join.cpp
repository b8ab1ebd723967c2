// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/join.h"

#include "engine/annotation/reshape.h"
#include "engine/annotation/shapealgebra.h"

#include <vector>

namespace nb
{

namespace
{

constexpr double kFirstGapPx = 0.5; // also what is only a seam of rounding closes smoothly

/// Union and closing; no point of the union is lost.
MultiPolygon closedBy(const MultiPolygon& all, double gapPx)
{
    // Growing by a little more than half the gap makes a neck with a width.
    const double distance = gapPx * 0.6 + 0.2;
    return united(all, offsetBy(offsetBy(all, distance), -distance));
}

} // namespace

Result<MultiPolygon> joined(std::span<const MultiPolygon> shapes, double widestGapPx)
{
    std::vector<MultiPolygon> parts;
    std::vector<MultiPolygon> holes;
    for (const MultiPolygon& shape : shapes) {
        MultiPolygon part = cleaned(shape);
        if (part.empty())
            continue;
        holes.push_back(without(holesFilled(part), part));
        parts.push_back(std::move(part));
    }
    if (parts.size() < 2)
        return Error{ErrorCode::Invalid, "There is nothing to join", "", "Choose two nuclei or more"};
    const MultiPolygon all = united(parts);
    for (double gap = kFirstGapPx;; gap = gap * 2) {
        const bool last = gap >= widestGapPx;
        const MultiPolygon one = holesFilled(closedBy(all, last ? widestGapPx : gap));
        if (one.size() == 1) {
            const MultiPolygon kept = without(united(holes), all); // a hole that another shape covers is none
            return kept.empty() ? one : keep(Pieces::Biggest, without(one, kept));
        }
        if (last)
            return Error{ErrorCode::Invalid, "These nuclei lie too far apart to become one", "",
                "Join them with the brush, or choose nuclei that touch"};
    }
}

} // namespace nb
