// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/geometry/shapes.h"
#include "engine/segment/mapstore.h"
#include "engine/segment/nucleusextractor.h"

namespace nb
{

/// The maps around a place (level-0 pixels), as far as a nucleus there and one beside it may reach: what snapping
/// needs. `recipe` is the model's (extractionRecipeOf). Errors: NotFound where the model has not looked at the place
/// yet (or the store has let its maps go).
[[nodiscard]] Result<MapWindow> snapWindow(const MapStore& store, const Point& at, const ExtractionRecipe& recipe);
/// The same around all of a rough contour. Errors: also TooLarge (the contour is no nucleus).
[[nodiscard]] Result<MapWindow> snapWindow(
    const MapStore& store, const MultiPolygon& rough, const ExtractionRecipe& recipe);

// A hint becomes a nucleus by the model's maps, also where the model's threshold would not fire: maps are flooded from
// their tops into hills (mapbasins.h), so that merged neighbours part along the boundary map; the hill's pixels above
// half of its top, at most the model's own threshold, are the inside; it grows back by the boundary width as the
// model's nuclei do, never into another hill; outline as the model's. `window` from snapWindow; scale: level-0 pixels
// per model pixel. Level-0 pixels in and out; valid and `storable`. Some milliseconds. Pure; any thread.

/// The nucleus at a click; one that begins up to 4 model pixels from it counts. Errors: NotFound (the maps show nothing
/// there), TooLarge (it is wider or higher than the model's max_extent_px).
[[nodiscard]] Result<MultiPolygon> snapToPoint(
    const MapWindow& window, double scaleX, double scaleY, const Point& at, const ExtractionRecipe& recipe);

/// The object that fits a roughly drawn contour best (largest intersection over union, over thresholds), from the hills
/// of which most lies in it, and not farther outside than a quarter of its size. Errors: NotFound where nothing fits by
/// 0.4 at least.
[[nodiscard]] Result<MultiPolygon> snapToContour(
    const MapWindow& window, double scaleX, double scaleY, const MultiPolygon& rough, const ExtractionRecipe& recipe);

} // namespace nb
