// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/shaperepair.h"

#include "engine/geometry/polygon.h"
#include "engine/geometry/ringloops.h"

// g++ 12 warns of boxes inside of Boost that are filled before they are read.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

#include <cmath>
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

/// By halves: one after the other, many parts would take quadratic time.
BShape unionOf(std::vector<BShape> parts)
{
    if (parts.empty())
        return {};
    while (parts.size() > 1) {
        std::vector<BShape> fewer((parts.size() + 1) / 2);
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2)
            bg::union_(parts[i], parts[i + 1], fewer[i / 2]);
        if (parts.size() % 2 == 1)
            fewer.back() = std::move(parts.back());
        parts = std::move(fewer);
    }
    return std::move(parts.front());
}

BShape areaOfRing(const Ring& ring)
{
    std::vector<BShape> parts;
    for (const Ring& loop : validRing(ring) ? std::vector<Ring>{ring} : loopsOf(ring))
        parts.push_back({toBoost({loop, {}})});
    return unionOf(std::move(parts));
}

MultiPolygon mended(const MultiPolygon& shape)
{
    std::vector<BShape> parts;
    for (const Polygon& polygon : shape) {
        std::vector<BShape> holes;
        for (const Ring& hole : polygon.holes)
            holes.push_back(areaOfRing(hole));
        BShape less;
        bg::difference(areaOfRing(polygon.shell), unionOf(std::move(holes)), less);
        parts.push_back(std::move(less));
    }
    return fromBoost(unionOf(std::move(parts)));
}

/// For what no repair mends: the largest simple loop of each shell, if it is apart from the others.
MultiPolygon largestLoops(const MultiPolygon& shape)
{
    MultiPolygon out;
    for (const Polygon& polygon : shape) {
        Ring largest;
        for (Ring& loop : loopsOf(polygon.shell))
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
