// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <geos_c.h>

#include <memory>
#include <span>
#include <vector>

namespace nb
{

/// Shapes as GEOS has them, in hundredths of a pixel (whole numbers), so that its grid is 1. For the .cpp files of this
/// room. One thread at a time; cheap to make. A null geometry means that GEOS failed, which it does on invalid input.
class GeosShapes
{
public:
    static constexpr double kGrid = 100; ///< steps per pixel
    struct Free {
        GEOSContextHandle_t context = nullptr;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Free>;

    GeosShapes();
    ~GeosShapes();
    GeosShapes(const GeosShapes&) = delete;
    GeosShapes& operator=(const GeosShapes&) = delete;

    [[nodiscard]] GEOSContextHandle_t context() const { return m_context; }
    /// Takes what GEOS returned; null stays null.
    [[nodiscard]] Geometry own(GEOSGeometry* geometry) const { return Geometry(geometry, Free{m_context}); }

    /// A multipolygon, points rounded to the grid; what the shape lacks in validity stays.
    [[nodiscard]] Geometry from(const MultiPolygon& shape) const;
    [[nodiscard]] Geometry lineFrom(std::span<const Point> points) const;
    /// The polygons of any geometry whose points are on the grid, in pixels, valid; lines and points are left out.
    [[nodiscard]] MultiPolygon toShape(const GEOSGeometry* geometry) const;

private:
    [[nodiscard]] GEOSGeometry* ring(const Ring& points) const;
    [[nodiscard]] GEOSGeometry* polygon(const Polygon& polygon) const;
    [[nodiscard]] Ring toRing(const GEOSGeometry* ring) const;
    void addPolygons(const GEOSGeometry* geometry, MultiPolygon& to) const;

    GEOSContextHandle_t m_context;
};

} // namespace nb
