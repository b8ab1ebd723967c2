// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/geosshape.h"

#include "engine/geometry/ringloops.h"
#include "engine/geometry/shaperepair.h"

#include <cmath>

namespace nb
{

GeosShapes::GeosShapes()
    : m_context(GEOS_init_r())
{
}

GeosShapes::~GeosShapes()
{
    GEOS_finish_r(m_context);
}

GEOSGeometry* GeosShapes::ring(const Ring& points) const
{
    GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(m_context, static_cast<unsigned>(points.size() + 1), 2);
    for (std::size_t i = 0; i <= points.size(); ++i) {
        const Point& p = points[i % points.size()];
        GEOSCoordSeq_setXY_r(m_context, sequence, static_cast<unsigned>(i), p.x, p.y);
    }
    return GEOSGeom_createLinearRing_r(m_context, sequence);
}

GEOSGeometry* GeosShapes::polygon(const Polygon& polygon) const
{
    const Ring shell = snapped(polygon.shell, kGrid);
    if (shell.size() < 3)
        return nullptr;
    GEOSGeometry* outer = ring(shell);
    std::vector<GEOSGeometry*> holes;
    for (const Ring& hole : polygon.holes)
        if (const Ring inner = snapped(hole, kGrid); inner.size() >= 3)
            holes.push_back(ring(inner));
    return GEOSGeom_createPolygon_r(m_context, outer, holes.data(), static_cast<unsigned>(holes.size()));
}

GeosShapes::Geometry GeosShapes::from(const MultiPolygon& shape) const
{
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& part : shape)
        if (GEOSGeometry* made = polygon(part))
            parts.push_back(made);
    if (parts.size() == 1)
        return own(parts.front());
    return own(
        GEOSGeom_createCollection_r(m_context, GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size())));
}

GeosShapes::Geometry GeosShapes::lineFrom(std::span<const Point> points) const
{
    std::vector<Point> grid;
    for (const Point& p : points) {
        const Point q{std::round(p.x * kGrid), std::round(p.y * kGrid)};
        if (grid.empty() || !(grid.back() == q))
            grid.push_back(q);
    }
    if (grid.size() < 2)
        return own(nullptr);
    GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(m_context, static_cast<unsigned>(grid.size()), 2);
    for (std::size_t i = 0; i < grid.size(); ++i)
        GEOSCoordSeq_setXY_r(m_context, sequence, static_cast<unsigned>(i), grid[i].x, grid[i].y);
    return own(GEOSGeom_createLineString_r(m_context, sequence));
}

Ring GeosShapes::toRing(const GEOSGeometry* ring) const
{
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(m_context, ring);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(m_context, sequence, &count);
    Ring points;
    for (unsigned i = 0; i + 1 < count; ++i) {
        Point p;
        GEOSCoordSeq_getXY_r(m_context, sequence, i, &p.x, &p.y);
        points.push_back({std::round(p.x) / kGrid, std::round(p.y) / kGrid});
    }
    return points;
}

void GeosShapes::addPolygons(const GEOSGeometry* geometry, MultiPolygon& to) const
{
    const int type = GEOSGeomTypeId_r(m_context, geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(m_context, geometry) != 0)
            return;
        Polygon polygon{toRing(GEOSGetExteriorRing_r(m_context, geometry)), {}};
        for (int i = 0; i < GEOSGetNumInteriorRings_r(m_context, geometry); ++i)
            polygon.holes.push_back(toRing(GEOSGetInteriorRingN_r(m_context, geometry, i)));
        to.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(m_context, geometry); ++i)
            addPolygons(GEOSGetGeometryN_r(m_context, geometry, i), to);
    }
}

MultiPolygon GeosShapes::toShape(const GEOSGeometry* geometry) const
{
    MultiPolygon shape;
    if (!geometry)
        return shape;
    addPolygons(geometry, shape);
    // About once in 10^5 overlays a sliver's ring turns over by rounding, and comes as a hole within a hole.
    return GEOSisValid_r(m_context, geometry) == 1 ? shape : repairedOnGrid(shape).shape;
}

} // namespace nb
