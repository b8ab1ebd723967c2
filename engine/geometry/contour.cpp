// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/contour.h"

#include "engine/geometry/polygon.h"

#include <cmath>
#include <utility>

namespace nb {

namespace {

// Two stretches of the raw outline are never nearer than sqrt(1/2), so that simplified ones cannot cross.
constexpr double kTolerance = 0.3;
// How far the middle of a pixel edge may lie from the simplified outline, before and after it is scaled to the mask's area.
constexpr double kEdgeTolerance = 0.4;
constexpr double kMostFromEdge = 0.5;

/// Walks the pixel edges clockwise on the screen with the mask at the right hand. Where two pixels touch at a corner only, the walk stays
/// with its own.
class EdgeWalk {
public:
    explicit EdgeWalk(const Plane<std::uint8_t>& mask)
        : m_mask(mask)
    {
    }
    /// Midpoints of the edges around the component of (x, y), whose upper edge must be on the outline; the enclosed pixels in `area`.
    Ring midpoints(int startX, int startY, double& area) const
    {
        static constexpr int kDx[] = { 1, 0, -1, 0 }, kDy[] = { 0, 1, 0, -1 }; // right, down, left, up
        Ring ring;
        std::int64_t twice = 0;
        int x = startX, y = startY, direction = 0;
        do {
            const int nextX = x + kDx[direction], nextY = y + kDy[direction];
            ring.push_back({ x + 0.5 * kDx[direction], y + 0.5 * kDy[direction] });
            twice += static_cast<std::int64_t>(x) * nextY - static_cast<std::int64_t>(nextX) * y;
            x = nextX;
            y = nextY;
            if (!ahead(x, y, direction, true))
                direction = (direction + 1) % 4;
            else if (ahead(x, y, direction, false))
                direction = (direction + 3) % 4;
        } while (x != startX || y != startY || direction != 0);
        area = static_cast<double>(twice) / 2;
        return ring;
    }

private:
    /// Whether the pixel ahead of vertex (x, y), to the right or left of the way, belongs to the mask.
    [[nodiscard]] bool ahead(int x, int y, int direction, bool right) const
    {
        static constexpr int kRightX[] = { 0, -1, -1, 0 }, kRightY[] = { 0, 0, -1, -1 };
        static constexpr int kLeftX[] = { 0, 0, -1, -1 }, kLeftY[] = { -1, 0, 0, -1 };
        const int px = x + (right ? kRightX : kLeftX)[direction], py = y + (right ? kRightY : kLeftY)[direction];
        return px >= 0 && py >= 0 && px < m_mask.width && py < m_mask.height && m_mask.at(px, py) != 0;
    }

    const Plane<std::uint8_t>& m_mask;
};

double squaredDistance(const Point& p, const Point& a, const Point& b)
{
    const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    const double ex = p.x - a.x - t * dx, ey = p.y - a.y - t * dy;
    return ex * ex + ey * ey;
}

/// Douglas and Peucker on ring[first..last], near to the smoothed line and to the `edges` (the pixel edges' midpoints) it came from; marks
/// what stays.
void keepBetween(const Ring& ring, const Ring& edges, double edgeTolerance, std::size_t first, std::size_t last,
                 std::vector<bool>& keep)
{
    constexpr double kSmooth = 1 / (kTolerance * kTolerance);
    const double edge = 1 / (edgeTolerance * edgeTolerance);
    std::vector<std::pair<std::size_t, std::size_t>> stack { { first, last } };
    while (!stack.empty()) {
        const auto [from, to] = stack.back();
        stack.pop_back();
        double farthest = 1; // in tolerances
        std::size_t at = from;
        for (std::size_t i = from + 1; i < to; ++i) {
            const Point &a = ring[from], &b = ring[to % ring.size()];
            const double d = std::max(squaredDistance(ring[i], a, b) * kSmooth, squaredDistance(edges[i], a, b) * edge);
            if (d > farthest) {
                farthest = d;
                at = i;
            }
        }
        if (at == from)
            continue;
        keep[at] = true;
        stack.emplace_back(from, at);
        stack.emplace_back(at, to);
    }
}

/// The indices of the points that stay.
std::vector<std::size_t> simplified(const Ring& ring, const Ring& edges, double edgeTolerance)
{
    std::size_t opposite = 0;
    double farthest = -1;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const double dx = ring[i].x - ring[0].x, dy = ring[i].y - ring[0].y;
        if (dx * dx + dy * dy > farthest) {
            farthest = dx * dx + dy * dy;
            opposite = i;
        }
    }
    std::vector<bool> keep(ring.size(), false);
    keep[0] = keep[opposite] = true;
    keepBetween(ring, edges, edgeTolerance, 0, opposite, keep);
    keepBetween(ring, edges, edgeTolerance, opposite, ring.size(), keep);
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (keep[i])
            kept.push_back(i);
    return kept;
}

/// Whether each of `edges` is near the stretch of `ring` that stands for it; ring[k] stands for edges[kept[k]].
bool nearEdges(const Ring& ring, const std::vector<std::size_t>& kept, const Ring& edges)
{
    for (std::size_t k = 0; k < kept.size(); ++k) {
        const std::size_t end = k + 1 < kept.size() ? kept[k + 1] : edges.size();
        for (std::size_t i = kept[k]; i < end; ++i)
            if (squaredDistance(edges[i], ring[k], ring[(k + 1) % ring.size()]) > kMostFromEdge * kMostFromEdge)
                return false;
    }
    return true;
}

/// About its centroid, to the wanted area: cutting corners loses half a pixel, which is much of a small nucleus.
void scaleToArea(Ring& ring, double area)
{
    const double have = std::abs(signedArea(ring));
    if (have <= 0)
        return;
    const double factor = std::sqrt(area / have);
    const Point centre = centroid(ring);
    for (Point& point : ring)
        point = { centre.x + (point.x - centre.x) * factor, centre.y + (point.y - centre.y) * factor };
}

/// Each point a quarter of its way to the middle of its neighbours, over and over: takes the stairs out of the midpoints.
Ring smoothed(Ring ring)
{
    constexpr int kPasses = 3; // a rasterised disc's length is then within 1.5% from radius 3 px on (tst_nucleusmeasure)
    for (int pass = 0; pass < kPasses; ++pass) {
        const Ring before = ring;
        const std::size_t n = ring.size();
        for (std::size_t i = 0; i < n; ++i) {
            const Point &a = before[(i + n - 1) % n], &b = before[i], &c = before[(i + 1) % n];
            ring[i] = {(a.x + 2 * b.x + c.x) / 4, (a.y + 2 * b.y + c.y) / 4};
        }
    }
    return ring;
}

struct RawOutline {
    Ring midpoints;
    double area = 0;
};

RawOutline rawOutlineOf(const Plane<std::uint8_t>& mask)
{
    RawOutline raw;
    std::size_t first = 0;
    while (first < mask.pixels.size() && mask.pixels[first] == 0)
        ++first;
    if (first == mask.pixels.size())
        return raw;
    const auto width = static_cast<std::size_t>(mask.width);
    raw.midpoints
        = EdgeWalk(mask).midpoints(static_cast<int>(first % width), static_cast<int>(first / width), raw.area);
    return raw;
}

Ring moved(Ring ring, double x, double y)
{
    for (Point& point : ring)
        point = { point.x + x, point.y + y };
    return ring;
}

/// `smooth`, nowhere farther than `most` from the midpoints: around spurs and in notches a pixel wide, smoothing alone
/// takes the line too far from the edges that it stands for.
Ring held(Ring smooth, const Ring& midpoints, double most)
{
    for (std::size_t i = 0; i < smooth.size(); ++i) {
        const Point &to = smooth[i], &from = midpoints[i];
        const double away = std::hypot(to.x - from.x, to.y - from.y);
        if (away > most)
            smooth[i] = { from.x + (to.x - from.x) * most / away, from.y + (to.y - from.y) * most / away };
    }
    return smooth;
}

/// `line` with fewer points, of the mask's area, near to its edges; empty where that gives no valid ring.
Ring fewerPoints(const Ring& line, const RawOutline& raw)
{
    for (double tolerance = kEdgeTolerance; tolerance > 0.2; tolerance -= 0.05) {
        const auto kept = simplified(line, raw.midpoints, tolerance);
        Ring ring;
        for (const std::size_t i : kept)
            ring.push_back(line[i]);
        scaleToArea(ring, raw.area);
        if (ring.size() >= 3 && nearEdges(ring, kept, raw.midpoints) && isSimple(ring))
            return ring;
    }
    return {};
}

/// The smoothed outline with fewer points; where it is ragged, one that is smoothed less; all midpoints where nothing
/// else is valid.
Ring simpleOutline(const Ring& smooth, const RawOutline& raw)
{
    if (Ring ring = fewerPoints(smooth, raw); !ring.empty())
        return ring;
    // About the first point, so that rounding is the same wherever the mask lies.
    const Point origin = raw.midpoints.front();
    const RawOutline here { moved(raw.midpoints, -origin.x, -origin.y), raw.area };
    const Ring smoothHere = moved(smooth, -origin.x, -origin.y);
    for (const double most : { 0.3, 0.2, 0.1, 0.0 })
        if (Ring ring = fewerPoints(held(smoothHere, here.midpoints, most), here); !ring.empty())
            return moved(std::move(ring), origin.x, origin.y);
    Ring all = raw.midpoints;
    scaleToArea(all, raw.area);
    return all;
}

} // namespace

Outline outlinesOf(const Plane<std::uint8_t>& mask)
{
    const RawOutline raw = rawOutlineOf(mask);
    if (raw.midpoints.empty())
        return {};
    Outline outline;
    outline.fine = smoothed(raw.midpoints);
    outline.simple = simpleOutline(outline.fine, raw);
    scaleToArea(outline.fine, raw.area);
    return outline;
}

Ring outlineOf(const Plane<std::uint8_t>& mask) { return outlinesOf(mask).simple; }

} // namespace nb
