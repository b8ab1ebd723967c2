// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/reshape.h"

#include "engine/annotation/overlap.h"
#include "engine/geometry/polygon.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kSmoothSimplifyPx = 0.1;

Ring chaikin(const Ring& ring)
{
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
        out.push_back({0.75 * a.x + 0.25 * b.x, 0.75 * a.y + 0.25 * b.y});
        out.push_back({0.25 * a.x + 0.75 * b.x, 0.25 * a.y + 0.75 * b.y});
    }
    return out;
}

Ring smoothedRing(const Ring& ring, int rounds)
{
    Ring out = ring;
    for (int i = 0; i < rounds; ++i)
        out = chaikin(out);
    const double before = std::abs(signedArea(ring)), after = std::abs(signedArea(out));
    if (after <= 0)
        return ring;
    const Point centre = centroid(out);
    const double factor = std::sqrt(before / after);
    for (Point& p : out)
        p = {centre.x + factor * (p.x - centre.x), centre.y + factor * (p.y - centre.y)};
    return out;
}

} // namespace

MultiPolygon holesFilled(const MultiPolygon& shape)
{
    MultiPolygon shells;
    for (const Polygon& polygon : shape)
        shells.push_back({polygon.shell, {}});
    return cleaned(shells);
}

MultiPolygon smoothed(const MultiPolygon& shape, int rounds)
{
    MultiPolygon out;
    for (const Polygon& polygon : cleaned(shape)) {
        Polygon smooth{smoothedRing(polygon.shell, rounds), {}};
        for (const Ring& hole : polygon.holes)
            smooth.holes.push_back(smoothedRing(hole, rounds));
        const MultiPolygon part = keep(Pieces::Biggest, simplified({smooth}, kSmoothSimplifyPx));
        // what smoothing would break (a part thinner than its corners are long) stays as it is
        const double before = areaOf({polygon}), after = areaOf(part);
        out.push_back(std::abs(after - before) <= 0.05 * before ? part.front() : polygon);
    }
    return cleaned(out);
}

MultiPolygon grown(
    const MultiPolygon& shape, double distancePx, std::span<const MultiPolygon> neighbours, Pieces pieces)
{
    return yieldingTo(offsetBy(shape, distancePx), neighbours, pieces);
}

} // namespace nb
