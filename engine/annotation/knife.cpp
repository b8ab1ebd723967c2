// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/knife.h"

#include "engine/annotation/geosshape.h"
#include "engine/annotation/shapealgebra.h"
#include "engine/geometry/polygon.h"

#include <algorithm>

namespace nb
{

namespace
{

using Geometry = GeosShapes::Geometry;

/// A face of the drawing that outline and stroke make together.
struct Face {
    Geometry geometry;
    double area = 0;
};

/// The faces within the shape; empty where GEOS fails.
std::vector<Face> facesOf(const GeosShapes& geos, const GEOSGeometry* shape, const GEOSGeometry* stroke)
{
    const auto c = geos.context();
    const Geometry outline = geos.own(GEOSBoundary_r(c, shape));
    // the overlay of lines cuts both where they meet, on the grid
    const Geometry drawing = outline ? geos.own(GEOSUnionPrec_r(c, outline.get(), stroke, 1)) : geos.own(nullptr);
    if (!drawing)
        return {};
    const GEOSGeometry* lines[] = {drawing.get()};
    const Geometry cells = geos.own(GEOSPolygonize_r(c, lines, 1));
    std::vector<Face> faces;
    for (int i = 0; cells && i < GEOSGetNumGeometries_r(c, cells.get()); ++i) {
        const GEOSGeometry* cell = GEOSGetGeometryN_r(c, cells.get(), i);
        const Geometry middle = geos.own(GEOSPointOnSurface_r(c, cell));
        if (!middle || GEOSContains_r(c, shape, middle.get()) != 1)
            continue;
        Face face{geos.own(GEOSGeom_clone_r(c, cell)), 0};
        GEOSArea_r(c, cell, &face.area);
        faces.push_back(std::move(face));
    }
    return faces;
}

double sharedOutline(const GeosShapes& geos, const Face& a, const Face& b)
{
    const auto c = geos.context();
    const Geometry both = geos.own(GEOSIntersection_r(c, a.geometry.get(), b.geometry.get()));
    double length = 0;
    if (both)
        GEOSLength_r(c, both.get(), &length);
    return length;
}

/// Smallest first, each that is too small goes to the neighbour along most of its outline.
void mergeSmall(const GeosShapes& geos, std::vector<Face>& faces, double leastArea)
{
    const auto smaller = [](const Face& a, const Face& b) { return a.area < b.area; };
    while (faces.size() > 1) {
        const auto small = std::min_element(faces.begin(), faces.end(), smaller);
        if (small->area >= leastArea)
            return;
        Face moved = std::move(*small);
        faces.erase(small);
        double longest = 0;
        Face* into = nullptr;
        for (Face& face : faces)
            if (const double length = sharedOutline(geos, moved, face); length > longest) {
                longest = length;
                into = &face;
            }
        if (!into)
            into = &*std::max_element(faces.begin(), faces.end(), smaller);
        Geometry both = geos.own(GEOSUnionPrec_r(geos.context(), into->geometry.get(), moved.geometry.get(), 1));
        if (!both)
            return;
        into->geometry = std::move(both);
        into->area += moved.area;
    }
}

} // namespace

std::vector<MultiPolygon> cut(const MultiPolygon& shape, std::span<const Point> stroke, double leastPx2)
{
    const GeosShapes geos;
    const Geometry line = geos.lineFrom(stroke);
    if (!line)
        return {shape};
    std::vector<MultiPolygon> parts;
    MultiPolygon whole; // what the stroke does not divide
    for (const Polygon& polygon : cleaned(shape)) {
        std::vector<Face> faces = facesOf(geos, geos.from({polygon}).get(), line.get());
        mergeSmall(geos, faces, leastPx2 * GeosShapes::kGrid * GeosShapes::kGrid);
        if (faces.size() < 2)
            whole.push_back(polygon);
        else
            for (const Face& face : faces)
                parts.push_back(geos.toShape(face.geometry.get()));
    }
    if (parts.empty())
        return {shape};
    std::stable_sort(
        parts.begin(), parts.end(), [](const MultiPolygon& a, const MultiPolygon& b) { return areaOf(a) > areaOf(b); });
    parts.front().insert(parts.front().end(), whole.begin(), whole.end());
    return parts;
}

} // namespace nb
