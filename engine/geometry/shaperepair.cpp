// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/shaperepair.h"

#include "engine/geometry/polygon.h"

// g++ 12 warns of boxes inside of Boost that are filled before they are read.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

#include <cmath>
#include <map>
#include <utility>

namespace nb
{

namespace
{

namespace bg = boost::geometry;
using BPoint = bg::model::d2::point_xy<double>;
using BPolygon = bg::model::polygon<BPoint>;
using BShape = bg::model::multi_polygon<BPolygon>;

constexpr double kGrid = 100; // steps per pixel
constexpr std::size_t kShortRing = 200; // up to here the quadratic test is the quicker one
constexpr int kAttempts = 4; // rounding what a repair made can spoil it again

/// In grid steps (whole numbers), without repeated neighbours and spikes.
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

void assign(bg::ring_type<BPolygon>::type& to, const Ring& from)
{
    to.clear();
    for (const Point& p : from)
        to.emplace_back(p.x, p.y);
    if (!from.empty())
        to.emplace_back(from.front().x, from.front().y);
}

BPolygon toBoost(const Polygon& polygon)
{
    BPolygon out;
    assign(out.outer(), polygon.shell);
    out.inners().resize(polygon.holes.size());
    for (std::size_t i = 0; i < polygon.holes.size(); ++i)
        assign(out.inners()[i], polygon.holes[i]);
    bg::correct(out);
    return out;
}

Ring fromBoost(const bg::ring_type<BPolygon>::type& ring)
{
    Ring out;
    for (const BPoint& p : ring)
        out.push_back({p.x(), p.y()});
    if (out.size() > 1 && out.front() == out.back())
        out.pop_back();
    return out;
}

MultiPolygon fromBoost(const BShape& shape)
{
    MultiPolygon out;
    for (const BPolygon& part : shape) {
        Polygon polygon{fromBoost(part.outer()), {}};
        for (const auto& hole : part.inners())
            polygon.holes.push_back(fromBoost(hole));
        out.push_back(std::move(polygon));
    }
    return out;
}

bool validRing(const Ring& ring)
{
    if (ring.size() < 3)
        return false;
    return ring.size() <= kShortRing ? isSimple(ring) : bg::is_valid(toBoost({ring, {}}));
}

bool validShape(const MultiPolygon& shape)
{
    for (const Polygon& polygon : shape) {
        if (!validRing(polygon.shell))
            return false;
        if (!polygon.holes.empty() && !bg::is_valid(toBoost(polygon)))
            return false;
    }
    if (shape.size() < 2)
        return true;
    BShape all;
    for (const Polygon& polygon : shape)
        all.push_back(toBoost(polygon));
    return bg::is_valid(all);
}

MultiPolygon snapped(const MultiPolygon& shape, double scale)
{
    MultiPolygon out;
    for (const Polygon& polygon : shape) {
        Polygon part{snapped(polygon.shell, scale), {}};
        if (part.shell.size() < 3)
            continue;
        for (const Ring& hole : polygon.holes) {
            Ring ring = snapped(hole, scale);
            if (ring.size() >= 3)
                part.holes.push_back(std::move(ring));
        }
        out.push_back(std::move(part));
    }
    return out;
}

/// Where the edges ab and cd meet, other than at a common end; on the grid.
void addMeetings(const Point& a, const Point& b, const Point& c, const Point& d, std::vector<Point>& onFirst,
    std::vector<Point>& onSecond)
{
    using Segment = bg::model::segment<BPoint>;
    std::vector<BPoint> found;
    bg::intersection(Segment({a.x, a.y}, {b.x, b.y}), Segment({c.x, c.y}, {d.x, d.y}), found);
    for (const BPoint& f : found) {
        const Point p{std::round(f.x()), std::round(f.y())};
        if (p != a && p != b)
            onFirst.push_back(p);
        if (p != c && p != d)
            onSecond.push_back(p);
    }
}

/// The ring with a point wherever it meets itself.
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
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n && edges[j].left <= edges[i].right; ++j) {
            if (edges[j].top > edges[i].bottom || edges[j].bottom < edges[i].top)
                continue;
            const std::size_t e = edges[i].index, f = edges[j].index;
            addMeetings(ring[e], ring[(e + 1) % n], ring[f], ring[(f + 1) % n], extra[e], extra[f]);
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
std::vector<Ring> loopsOf(const Ring& ring)
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

BShape unionOf(const std::vector<Ring>& rings)
{
    BShape all;
    for (const Ring& ring : rings) {
        BShape next;
        bg::union_(all, toBoost({ring, {}}), next);
        all = std::move(next);
    }
    return all;
}

BShape areaOfRing(const Ring& ring)
{
    return validRing(ring) ? unionOf({ring}) : unionOf(loopsOf(noded(ring)));
}

MultiPolygon mended(const MultiPolygon& shape)
{
    BShape all;
    for (const Polygon& polygon : shape) {
        BShape part = areaOfRing(polygon.shell), next;
        for (const Ring& hole : polygon.holes) {
            BShape less;
            bg::difference(part, areaOfRing(hole), less);
            part = std::move(less);
        }
        bg::union_(all, part, next);
        all = std::move(next);
    }
    return fromBoost(all);
}

/// For what no repair mends: the largest simple loop of each shell, if it is apart from the others.
MultiPolygon largestLoops(const MultiPolygon& shape)
{
    MultiPolygon out;
    for (const Polygon& polygon : shape) {
        Ring largest;
        for (Ring& loop : loopsOf(noded(polygon.shell)))
            if (validRing(loop) && std::abs(signedArea(loop)) > std::abs(signedArea(largest)))
                largest = std::move(loop);
        if (largest.empty())
            continue;
        out.push_back({std::move(largest), {}});
        if (!validShape(out))
            out.pop_back();
    }
    return out;
}

MultiPolygon offGrid(MultiPolygon shape)
{
    const auto scale = [](Ring& ring) {
        for (Point& p : ring)
            p = {p.x / kGrid, p.y / kGrid};
    };
    for (Polygon& polygon : shape) {
        scale(polygon.shell);
        for (Ring& hole : polygon.holes)
            scale(hole);
    }
    return shape;
}

} // namespace

RepairedShape repairedOnGrid(const MultiPolygon& shape)
{
    MultiPolygon onGrid = snapped(shape, kGrid);
    if (onGrid.size() == shape.size() && validShape(onGrid))
        return {offGrid(std::move(onGrid)), false};
    for (int attempt = 0; attempt < kAttempts && !validShape(onGrid); ++attempt) {
        try {
            onGrid = snapped(mended(onGrid), 1);
        } catch (const std::exception&) { // Boost.Geometry on degenerate input
            break;
        }
    }
    if (!validShape(onGrid))
        onGrid = largestLoops(onGrid);
    return {offGrid(std::move(onGrid)), true};
}

} // namespace nb
