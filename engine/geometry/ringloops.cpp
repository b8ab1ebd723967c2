// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/ringloops.h"

#include "engine/geometry/polygon.h"

// g++ 12 warns of boxes inside of Boost that are filled before they are read.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/segment.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace nb
{

namespace
{

using BPoint = boost::geometry::model::d2::point_xy<double>;

constexpr std::int64_t kMostComparisons = 200'000'000;
constexpr std::size_t kMostMeetings = 400'000;

/// Where the edges ab and cd meet, other than at a common end; on the grid. Says how many points that adds.
std::size_t addMeetings(const Point& a, const Point& b, const Point& c, const Point& d, std::vector<Point>& onFirst,
    std::vector<Point>& onSecond)
{
    using Segment = boost::geometry::model::segment<BPoint>;
    std::vector<BPoint> found;
    std::size_t added = 0;
    boost::geometry::intersection(Segment({a.x, a.y}, {b.x, b.y}), Segment({c.x, c.y}, {d.x, d.y}), found);
    for (const BPoint& f : found) {
        const Point p{std::round(f.x()), std::round(f.y())};
        if (p != a && p != b)
            onFirst.push_back(p), ++added;
        if (p != c && p != d)
            onSecond.push_back(p), ++added;
    }
    return added;
}

/// The ring with a point wherever it meets itself; empty where that takes too long.
Ring noded(const Ring& ring)
{
    const std::size_t n = ring.size();
    struct Edge {
        std::size_t index;
        double left, right, top, bottom;
    };
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < n; ++i) {
        const Point &a = ring[i], &b = ring[(i + 1) % n];
        edges.push_back({i, std::min(a.x, b.x), std::max(a.x, b.x), std::min(a.y, b.y), std::max(a.y, b.y)});
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.left < b.left; });
    std::vector<std::vector<Point>> extra(n);
    std::int64_t comparisons = 0;
    std::size_t meetings = 0;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n && edges[j].left <= edges[i].right; ++j) {
            if (++comparisons > kMostComparisons || meetings > kMostMeetings)
                return {};
            if (edges[j].top > edges[i].bottom || edges[j].bottom < edges[i].top)
                continue;
            const std::size_t e = edges[i].index, f = edges[j].index;
            meetings += addMeetings(ring[e], ring[(e + 1) % n], ring[f], ring[(f + 1) % n], extra[e], extra[f]);
        }
    Ring out;
    for (std::size_t i = 0; i < n; ++i) {
        out.push_back(ring[i]);
        const Point from = ring[i];
        std::sort(extra[i].begin(), extra[i].end(), [&from](const Point& a, const Point& b) {
            return std::hypot(a.x - from.x, a.y - from.y) < std::hypot(b.x - from.x, b.y - from.y);
        });
        for (const Point& p : extra[i])
            if (p != out.back())
                out.push_back(p);
    }
    return out;
}

/// The loops of a ring that has a point wherever it meets itself: no point occurs twice in a loop.
std::vector<Ring> cutApart(const Ring& ring)
{
    std::vector<Ring> loops;
    Ring path;
    std::map<std::pair<double, double>, std::size_t> seen;
    const auto close = [&](std::size_t from) {
        Ring loop = snapped(Ring(path.begin() + static_cast<std::ptrdiff_t>(from), path.end()), 1);
        if (loop.size() >= 3 && signedArea(loop) != 0)
            loops.push_back(std::move(loop));
    };
    for (const Point& p : ring) {
        const auto found = seen.find({p.x, p.y});
        if (found != seen.end()) {
            const std::size_t from = found->second;
            close(from);
            for (std::size_t i = from; i < path.size(); ++i)
                seen.erase({path[i].x, path[i].y});
            path.resize(from);
        }
        seen[{p.x, p.y}] = path.size();
        path.push_back(p);
    }
    close(0);
    return loops;
}

} // namespace

Ring snapped(const Ring& ring, double scale)
{
    Ring out;
    const auto cross = [](const Point& a, const Point& b, const Point& c) {
        return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    };
    const auto spike = [&cross](const Point& a, const Point& b, const Point& c) {
        return cross(a, b, c) == 0 && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
    };
    const auto tidyEnd = [&] {
        for (bool again = true; again && out.size() > 1;) {
            again = false;
            if (out.back() == out[out.size() - 2]) {
                out.pop_back();
                again = true;
            } else if (out.size() > 2 && spike(out[out.size() - 3], out[out.size() - 2], out.back())) {
                out.erase(out.end() - 2);
                again = true;
            }
        }
    };
    for (const Point& p : ring) {
        out.push_back({std::round(p.x * scale), std::round(p.y * scale)});
        tidyEnd();
    }
    for (bool again = true; again && out.size() > 2;) { // where the end meets the beginning
        again = true;
        if (out.back() == out.front() || spike(out[out.size() - 2], out.back(), out.front()))
            out.pop_back();
        else if (spike(out.back(), out.front(), out[1]))
            out.erase(out.begin());
        else
            again = false;
    }
    return out;
}

std::vector<Ring> loopsOf(const Ring& ring)
{
    return cutApart(noded(ring));
}

} // namespace nb
