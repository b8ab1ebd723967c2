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
constexpr double kMostAreaChange = 0.05; // that a part with several holes may have

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
    return out;
}

/// About its centre, to the wanted area.
void scaleToArea(Ring& ring, double area)
{
    const double have = std::abs(signedArea(ring));
    const Point centre = centroid(ring);
    const double factor = have > 0 ? std::sqrt(area / have) : 1;
    for (Point& p : ring)
        p = {centre.x + factor * (p.x - centre.x), centre.y + factor * (p.y - centre.y)};
}

/// The part, its corners cut; as it was where that breaks it (it is thinner than its corners are long).
Polygon smoothedPart(const Polygon& part, int rounds)
{
    Polygon smooth{smoothedRing(part.shell, rounds), {}};
    for (const Ring& hole : part.holes)
        smooth.holes.push_back(smoothedRing(hole, rounds));
    MultiPolygon simple = simplified({smooth}, kSmoothSimplifyPx);
    if (simple.size() != 1 || simple.front().holes.size() != part.holes.size())
        return part;
    Polygon& made = simple.front();
    scaleToArea(made.shell, std::abs(signedArea(part.shell)));
    if (part.holes.size() == 1)
        scaleToArea(made.holes.front(), std::abs(signedArea(part.holes.front())));
    simple = cleaned(simple);
    return simple.size() == 1 && std::abs(areaOf(simple) - areaOf({part})) <= kMostAreaChange * areaOf({part})
        ? simple.front()
        : part;
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
    for (const Polygon& polygon : cleaned(shape))
        out.push_back(smoothedPart(polygon, rounds));
    return cleaned(out);
}

MultiPolygon grown(
    const MultiPolygon& shape, double distancePx, std::span<const MultiPolygon> neighbours, Pieces pieces)
{
    return yieldingTo(offsetBy(shape, distancePx), neighbours, pieces);
}

} // namespace nb
