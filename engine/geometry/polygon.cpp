// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/polygon.h"

#include <cmath>
#include <limits>

namespace nb {

namespace {

double cross(const Point& a, const Point& b, const Point& c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool between(const Point& p, const Point& a, const Point& b)
{
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y)
        && p.y <= std::max(a.y, b.y);
}

/// Whether the closed segments ab and cd have a point in common.
bool meet(const Point& a, const Point& b, const Point& c, const Point& d)
{
    const double d1 = cross(c, d, a), d2 = cross(c, d, b), d3 = cross(a, b, c), d4 = cross(a, b, d);
    if (((d1 > 0 && d2 < 0) || (d1 < 0 && d2 > 0)) && ((d3 > 0 && d4 < 0) || (d3 < 0 && d4 > 0)))
        return true;
    return (d1 == 0 && between(a, c, d)) || (d2 == 0 && between(b, c, d)) || (d3 == 0 && between(c, a, b))
        || (d4 == 0 && between(d, a, b));
}

} // namespace

double signedArea(const Ring& ring)
{
    if (ring.empty())
        return 0;
    double twice = 0;
    const Point origin = ring.front(); // keeps the products small far from the slide's origin
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
        twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
    }
    return twice / 2;
}

double areaOf(const MultiPolygon& shape)
{
    double area = 0;
    for (const Polygon& polygon : shape) {
        area += std::abs(signedArea(polygon.shell));
        for (const Ring& hole : polygon.holes)
            area -= std::abs(signedArea(hole));
    }
    return area;
}

Point centroid(const Ring& ring)
{
    if (ring.empty())
        return {};
    double sumX = 0, sumY = 0, twice = 0, meanX = 0, meanY = 0;
    const Point origin = ring.front();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a { ring[i].x - origin.x, ring[i].y - origin.y };
        const Point& next = ring[(i + 1) % ring.size()];
        const Point b { next.x - origin.x, next.y - origin.y };
        const double part = a.x * b.y - b.x * a.y;
        twice += part;
        sumX += (a.x + b.x) * part;
        sumY += (a.y + b.y) * part;
        meanX += a.x;
        meanY += a.y;
    }
    const auto count = static_cast<double>(ring.size());
    if (twice == 0)
        return { origin.x + meanX / count, origin.y + meanY / count };
    return { origin.x + sumX / (3 * twice), origin.y + sumY / (3 * twice) };
}

double perimeterOf(const Ring& ring)
{
    double length = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
        length += std::hypot(b.x - a.x, b.y - a.y);
    }
    return length;
}

Rect boundsOf(const Ring& ring)
{
    if (ring.empty())
        return {};
    double left = std::numeric_limits<double>::max(), top = left, right = -left, bottom = -left;
    for (const Point& p : ring) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    const auto x = static_cast<std::int64_t>(std::floor(left)), y = static_cast<std::int64_t>(std::floor(top));
    return { x, y, static_cast<std::int64_t>(std::ceil(right)) - x, static_cast<std::int64_t>(std::ceil(bottom)) - y };
}

Rect boundsOf(const MultiPolygon& shape)
{
    Rect all;
    for (const Polygon& polygon : shape) {
        const Rect one = boundsOf(polygon.shell);
        if (all.empty()) {
            all = one;
            continue;
        }
        const std::int64_t x = std::min(all.x, one.x), y = std::min(all.y, one.y);
        all = { x, y, std::max(all.right(), one.right()) - x, std::max(all.bottom(), one.bottom()) - y };
    }
    return all;
}

bool contains(const Ring& ring, const Point& point)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point &a = ring[i], &b = ring[j];
        if ((a.y > point.y) != (b.y > point.y)
            && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

bool contains(const MultiPolygon& shape, const Point& point)
{
    for (const Polygon& polygon : shape) {
        bool inside = contains(polygon.shell, point);
        for (const Ring& hole : polygon.holes)
            inside = inside && !contains(hole, point);
        if (inside)
            return true;
    }
    return false;
}

bool isSimple(const Ring& ring)
{
    const std::size_t n = ring.size();
    if (n < 3)
        return false;
    for (std::size_t i = 0; i < n; ++i) {
        const Point &a = ring[i], &b = ring[(i + 1) % n], &c = ring[(i + 2) % n];
        if (a == b || (cross(a, b, c) == 0 && (c.x - b.x) * (b.x - a.x) + (c.y - b.y) * (b.y - a.y) < 0))
            return false; // a repeated point, or a spike that runs back on itself
        for (std::size_t j = i + 2; j < n; ++j)
            if ((i != 0 || j != n - 1) && meet(a, b, ring[j], ring[(j + 1) % n]))
                return false;
    }
    return true;
}

Ring convexHull(const Ring& ring)
{
    Ring points = ring;
    std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3)
        return points;
    Ring hull;
    const auto add = [&hull](const Point& p, std::size_t floor) {
        while (hull.size() >= floor + 2 && cross(hull[hull.size() - 2], hull.back(), p) <= 0)
            hull.pop_back();
        hull.push_back(p);
    };
    for (const Point& p : points)
        add(p, 0);
    const std::size_t half = hull.size() - 1;
    for (auto p = points.rbegin() + 1; p != points.rend(); ++p)
        add(*p, half);
    hull.pop_back();
    return hull;
}

} // namespace nb
