// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/outlineblob.h"
#include "engine/document/storableshape.h"
#include "engine/geometry/polygon.h"
#include "engine/geometry/polygonruns.h"
#include "engine/geometry/shaperepair.h"

#include <cmath>
#include <string>

namespace nb::test
{

/// Why a shape that an editing function gave back is not good; empty if it is. Empty shapes are good.
inline std::string flawOf(const MultiPolygon& shape)
{
    if (shape.empty())
        return {};
    if (!isValidShape(shape))
        return "an outline crosses itself or has no area";
    if (repairedOnGrid(shape).repaired)
        return "not valid as a whole: a hole outside of its shell, or parts that overlap";
    if (storable(shape) != shape)
        return "not on the grid that is stored";
    if (unpackShape(packShape(shape)) != shape)
        return "comes back from the case as another shape";
    return {};
}

/// To say which shape it was: hundredths of a pixel.
inline std::string textOf(const MultiPolygon& shape)
{
    std::string text;
    const auto add = [&text](const char* what, const Ring& ring) {
        text += what;
        for (const Point& p : ring)
            text += " " + std::to_string(std::llround(p.x * 100)) + "," + std::to_string(std::llround(p.y * 100));
    };
    for (const Polygon& polygon : shape) {
        add(" shell", polygon.shell);
        for (const Ring& hole : polygon.holes)
            add(" hole", hole);
    }
    return text;
}

/// Pixels of a picture finer than the shape's own pixels by `fine`, whose centres lie in the shape. A little off the
/// grid, so that no edge runs through a row of centres, where the same edge may count for one shape and not for another.
inline LabelImage pictureOf(const MultiPolygon& shape, const Rect& area, double fine)
{
    constexpr double kOffGrid = 0.0057;
    MultiPolygon scaled = shape;
    const auto scale = [fine](Ring& ring) {
        for (Point& p : ring)
            p = {p.x * fine + kOffGrid, p.y * fine + kOffGrid};
    };
    for (Polygon& polygon : scaled) {
        scale(polygon.shell);
        for (Ring& hole : polygon.holes)
            scale(hole);
    }
    const auto f = static_cast<std::int64_t>(fine);
    return *rasterize(std::span(&scaled, 1), {area.x * f, area.y * f, area.width * f, area.height * f});
}

inline double lengthOf(const MultiPolygon& shape)
{
    double length = 0;
    for (const Polygon& polygon : shape) {
        length += perimeterOf(polygon.shell);
        for (const Ring& hole : polygon.holes)
            length += perimeterOf(hole);
    }
    return length;
}

} // namespace nb::test
