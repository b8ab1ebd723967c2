// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/shapealgebra.h"

#include "engine/annotation/geosshape.h"
#include "engine/geometry/polygon.h"
#include "engine/geometry/shaperepair.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nb
{

namespace
{

constexpr int kQuarterCircle = 8; // edges of a quarter circle where an offset rounds a corner

using Geometry = GeosShapes::Geometry;
using Overlay = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*, double);

MultiPolygon overlaid(Overlay overlay, const MultiPolygon& a, const MultiPolygon& b)
{
    const GeosShapes geos;
    Geometry made = geos.own(overlay(geos.context(), geos.from(a).get(), geos.from(b).get(), 1));
    if (!made) // invalid on the way in
        made = geos.own(overlay(geos.context(), geos.from(cleaned(a)).get(), geos.from(cleaned(b)).get(), 1));
    return made ? geos.toShape(made.get()) : cleaned(a);
}

/// Back on the grid after something that leaves it, still valid.
MultiPolygon gridded(const GeosShapes& geos, const Geometry& geometry)
{
    if (!geometry)
        return {};
    const Geometry onGrid = geos.own(GEOSGeom_setPrecision_r(geos.context(), geometry.get(), 1, 0));
    return onGrid ? geos.toShape(onGrid.get()) : cleaned(geos.toShape(geometry.get()));
}

Rect boxWithMargin(const MultiPolygon& shape)
{
    return boundsOf(shape).grown(1);
}

} // namespace

MultiPolygon united(const MultiPolygon& a, const MultiPolygon& b)
{
    return overlaid(GEOSUnionPrec_r, a, b);
}

MultiPolygon united(std::span<const MultiPolygon> shapes)
{
    if (shapes.empty())
        return {};
    if (shapes.size() == 1)
        return united(shapes.front(), {});
    const std::size_t half = shapes.size() / 2; // by halves: one after the other, many would take quadratic time
    return united(united(shapes.first(half)), united(shapes.subspan(half)));
}

MultiPolygon without(const MultiPolygon& a, const MultiPolygon& b)
{
    return overlaid(GEOSDifferencePrec_r, a, b);
}

MultiPolygon common(const MultiPolygon& a, const MultiPolygon& b)
{
    if (boxWithMargin(a).intersected(boxWithMargin(b)).empty())
        return {};
    return overlaid(GEOSIntersectionPrec_r, a, b);
}

MultiPolygon offsetBy(const MultiPolygon& shape, double distancePx)
{
    if (!std::isfinite(distancePx))
        return cleaned(shape);
    const GeosShapes geos;
    const Geometry from = geos.from(cleaned(shape));
    return gridded(
        geos, geos.own(GEOSBuffer_r(geos.context(), from.get(), distancePx * GeosShapes::kGrid, kQuarterCircle)));
}

MultiPolygon simplified(const MultiPolygon& shape, double tolerancePx)
{
    const GeosShapes geos;
    const auto withFewerPoints = [&](const MultiPolygon& from) -> MultiPolygon {
        const Geometry simple = geos.own(
            GEOSTopologyPreserveSimplify_r(geos.context(), geos.from(from).get(), tolerancePx * GeosShapes::kGrid));
        // points only go, so it is on the grid still; where a ring jumps over another, it is not valid
        if (!simple || GEOSisValid_r(geos.context(), simple.get()) != 1)
            return {};
        return geos.toShape(simple.get());
    };
    MultiPolygon fewer = withFewerPoints(shape);
    if (!fewer.empty())
        return fewer;
    const MultiPolygon clean = cleaned(shape);
    fewer = withFewerPoints(clean);
    return fewer.empty() ? clean : fewer;
}

MultiPolygon cleaned(const MultiPolygon& shape)
{
    MultiPolygon finite = shape;
    const auto drop = [](Ring& ring) {
        std::erase_if(ring, [](const Point& p) { return !(std::abs(p.x) < 1e8) || !(std::abs(p.y) < 1e8); });
    };
    for (Polygon& polygon : finite) {
        drop(polygon.shell);
        for (Ring& hole : polygon.holes)
            drop(hole);
    }
    return repairedOnGrid(finite).shape;
}

MultiPolygon keep(Pieces pieces, MultiPolygon shape)
{
    if (pieces == Pieces::All || shape.size() < 2)
        return shape;
    const auto biggest = std::max_element(shape.begin(), shape.end(),
        [](const Polygon& a, const Polygon& b) { return areaOf(MultiPolygon{a}) < areaOf(MultiPolygon{b}); });
    return {std::move(*biggest)};
}

double distanceBetween(const MultiPolygon& a, const MultiPolygon& b)
{
    const GeosShapes geos;
    double distance = 0;
    if (a.empty() || b.empty()
        || GEOSDistance_r(geos.context(), geos.from(a).get(), geos.from(b).get(), &distance) != 1)
        return std::numeric_limits<double>::infinity();
    return distance / GeosShapes::kGrid;
}

std::optional<std::array<Point, 2>> nearestPoints(const MultiPolygon& a, const MultiPolygon& b)
{
    const GeosShapes geos;
    GEOSCoordSequence* nearest = GEOSNearestPoints_r(geos.context(), geos.from(a).get(), geos.from(b).get());
    if (!nearest)
        return std::nullopt;
    std::array<Point, 2> points;
    for (unsigned i = 0; i < 2; ++i) {
        GEOSCoordSeq_getXY_r(geos.context(), nearest, i, &points[i].x, &points[i].y);
        points[i] = {points[i].x / GeosShapes::kGrid, points[i].y / GeosShapes::kGrid};
    }
    GEOSCoordSeq_destroy_r(geos.context(), nearest);
    return points;
}

} // namespace nb
