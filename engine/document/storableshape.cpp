// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/storableshape.h"

#include "engine/geometry/polygon.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kFarthest = 1 << 30;
constexpr std::size_t kMostPointsChecked
    = 4000; // the check is quadratic; larger outlines are regions, which the tools keep valid

/// Rounded to 0.01 px without points repeated in a row; empty where a point is not usable.
Ring rounded(const Ring& ring)
{
    Ring out;
    for (const Point& p : ring) {
        if (!(std::abs(p.x) < kFarthest) || !(std::abs(p.y) < kFarthest))
            return {};
        const Point q{std::round(p.x * 100) / 100, std::round(p.y * 100) / 100};
        if (out.empty() || !(out.back() == q))
            out.push_back(q);
    }
    while (out.size() > 1 && out.back() == out.front())
        out.pop_back();
    return out;
}

/// Leaves out the one point without which the ring is simple, or takes the convex hull: rounding moves a point by 0.005
/// px at most, so there is rarely more to mend.
Ring mended(const Ring& ring)
{
    if (ring.size() > kMostPointsChecked || isSimple(ring))
        return ring;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        Ring without = ring;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        if (isSimple(without))
            return without;
    }
    return convexHull(ring);
}

bool usable(const Ring& ring)
{
    return ring.size() >= 3 && signedArea(ring) != 0;
}

bool validRing(const Ring& ring)
{
    return usable(ring) && (ring.size() > kMostPointsChecked || isSimple(ring));
}

} // namespace

MultiPolygon storable(const MultiPolygon& shape)
{
    MultiPolygon out;
    for (const Polygon& polygon : shape) {
        Polygon kept{mended(rounded(polygon.shell)), {}};
        if (!usable(kept.shell))
            continue;
        for (const Ring& hole : polygon.holes)
            if (Ring ring = mended(rounded(hole)); usable(ring))
                kept.holes.push_back(std::move(ring));
        out.push_back(std::move(kept));
    }
    return out;
}

bool isValidShape(const MultiPolygon& shape)
{
    return !shape.empty() && std::all_of(shape.begin(), shape.end(), [](const Polygon& polygon) {
        return validRing(polygon.shell) && std::all_of(polygon.holes.begin(), polygon.holes.end(), validRing);
    });
}

BoxF boxOf(const MultiPolygon& shape)
{
    BoxF box;
    bool first = true;
    for (const Polygon& polygon : shape) {
        for (const Point& p : polygon.shell) {
            box = first ? BoxF{p.x, p.y, p.x, p.y}
                        : BoxF{std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x),
                            std::max(box.bottom, p.y)};
            first = false;
        }
    }
    return box;
}

Point centreOf(const BoxF& box)
{
    return {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

} // namespace nb
