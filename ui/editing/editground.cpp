// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/editground.h"

#include "engine/annotation/measureshape.h"
#include "engine/segment/mapassembler.h"
#include "engine/segment/mapwindow.h"

namespace nb
{

Result<MapWindow> EditGround::window(const Rect& area, bool& mapsThere) const
{
    MapWindow window = backgroundWindow(area);
    const auto colours = recipe->pixels.read(area);
    if (!colours)
        return colours.error();
    pasteColours(*colours, area, window);
    const Rect slide{0, 0, recipe->pixels.width(), recipe->pixels.height()};
    const Rect cells = recipe->grid.cellsOf(area.intersected(slide));
    mapsThere = maps != nullptr && !cells.empty();
    for (std::int64_t row = cells.y; row < cells.bottom(); ++row) {
        for (std::int64_t column = cells.x; column < cells.right(); ++column) {
            const auto cell = maps ? maps->cell(column, row) : nullptr;
            if (cell)
                pasteMaps(*cell, window);
            else
                mapsThere = false;
        }
    }
    return window;
}

MeasuredShape EditGround::measured(MultiPolygon shape) const
{
    MeasureGround ground;
    if (!recipe) {
        ground.mpp = pixelSize.x;
        ground.scaleY = pixelSize.x / pixelSize.y;
        const NucleusMeasurements form = measureShape(shape, ground);
        return {std::move(shape), form};
    }
    ground.scaleX = recipe->pixels.scaleX();
    ground.scaleY = recipe->pixels.scaleY();
    ground.mpp = recipe->pixels.mpp();
    const auto seen = window(measureArea(shape, ground.scaleX, ground.scaleY).grown(1), ground.mapsKnown);
    if (seen) {
        ground.window = &*seen;
        ground.separation = &recipe->separation;
    }
    const NucleusMeasurements measurements = measureShape(shape, ground);
    return {std::move(shape), measurements};
}

} // namespace nb
