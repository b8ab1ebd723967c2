// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/maskshape.h"

#include "engine/annotation/shapealgebra.h"
#include "engine/geometry/contour.h"
#include "engine/geometry/polygonruns.h"
#include "engine/segment/nucleusextractor.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace nb
{

Plane<std::uint8_t> componentAt(const Plane<std::uint8_t>& mask, int x, int y)
{
    Plane<std::uint8_t> part(mask.width, mask.height);
    std::vector<std::pair<int, int>> open;
    const auto visit = [&](int px, int py) {
        if (px < 0 || py < 0 || px >= mask.width || py >= mask.height || mask.at(px, py) == 0 || part.at(px, py) != 0)
            return;
        part.at(px, py) = 1;
        open.emplace_back(px, py);
    };
    visit(x, y);
    while (!open.empty()) {
        const auto [px, py] = open.back();
        open.pop_back();
        visit(px - 1, py);
        visit(px + 1, py);
        visit(px, py - 1);
        visit(px, py + 1);
    }
    return part;
}

MultiPolygon shapeOfMask(const Plane<std::uint8_t>& mask, const PixelFrame& frame)
{
    LabelImage labels(mask.width, mask.height);
    std::transform(mask.pixels.begin(), mask.pixels.end(), labels.pixels.begin(),
        [](std::uint8_t value) { return value != 0 ? 1U : 0U; });
    if (std::find(labels.pixels.begin(), labels.pixels.end(), 1U) == labels.pixels.end())
        return {};
    Rect bounds;
    const Plane<std::uint8_t> filled = filledMask(labels, 1, {0, 0, mask.width, mask.height}, bounds);
    Ring ring = outlineOf(filled);
    for (Point& p : ring)
        p = frame.toLevel0({p.x + static_cast<double>(bounds.x), p.y + static_cast<double>(bounds.y)});
    return keep(Pieces::Biggest, cleaned({Polygon{std::move(ring), {}}}));
}

Plane<std::uint8_t> maskOfShape(const MultiPolygon& shape, const PixelFrame& frame, int width, int height)
{
    MultiPolygon inPixels = shape;
    const auto convert = [&](Ring& ring) {
        for (Point& p : ring)
            p = frame.toPixels(p);
    };
    for (Polygon& polygon : inPixels) {
        convert(polygon.shell);
        for (Ring& hole : polygon.holes)
            convert(hole);
    }
    Plane<std::uint8_t> mask(width, height);
    const auto labels = rasterize(std::span(&inPixels, 1), {0, 0, width, height});
    if (labels)
        std::transform(labels->pixels.begin(), labels->pixels.end(), mask.pixels.begin(),
            [](std::uint32_t label) { return static_cast<std::uint8_t>(label != 0); });
    return mask;
}

} // namespace nb
