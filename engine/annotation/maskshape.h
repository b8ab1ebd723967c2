// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/shapes.h"

namespace nb
{

/// Where a picture's pixels lie on the slide.
struct PixelFrame {
    Point origin; ///< level-0 place of the corner of pixel (0,0)
    double scaleX = 1; ///< level-0 pixels per pixel, > 0
    double scaleY = 1;

    [[nodiscard]] Point toLevel0(const Point& p) const { return {origin.x + p.x * scaleX, origin.y + p.y * scaleY}; }
    [[nodiscard]] Point toPixels(const Point& p) const
    {
        return {(p.x - origin.x) / scaleX, (p.y - origin.y) / scaleY};
    }
};

/// The 4-connected part of the mask (0 or not 0) that holds pixel (x,y), as 1; all 0 where that pixel is none of it.
[[nodiscard]] Plane<std::uint8_t> componentAt(const Plane<std::uint8_t>& mask, int x, int y);

/// The outline of a 4-connected mask, holes filled, smoothed and simplified as the model's nuclei are
/// (engine/geometry/contour.h); level-0 pixels, `storable`. Empty for an empty mask.
[[nodiscard]] MultiPolygon shapeOfMask(const Plane<std::uint8_t>& mask, const PixelFrame& frame);

/// The pixels whose centres lie in the shape (level-0 pixels), as 1; width x height from the frame's origin on.
[[nodiscard]] Plane<std::uint8_t> maskOfShape(
    const MultiPolygon& shape, const PixelFrame& frame, int width, int height);

} // namespace nb
