// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/geometry/shapes.h"
#include "engine/segment/mapstore.h"
#include "engine/segment/nucleusextractor.h"

#include <vector>

namespace nb
{

/// What a nucleus is looked for in.
struct SnapGround {
    MapWindow window; ///< from snapWindow; its colours are the slide's, not normalised (white: the maps alone decide)
    double scaleX = 1; ///< level-0 pixels per model pixel
    double scaleY = 1;
    std::vector<MultiPolygon> neighbours; ///< level-0 pixels; the nucleus keeps out of them
    double typicalAreaPx = 0; ///< of the nuclei hereabouts, square model pixels; 0: not known
};

/// The maps around a place (level-0 pixels), as far as a nucleus there and what it stands out from may reach. Errors:
/// NotFound where the model has not looked at the place yet (or the store has let its maps go).
[[nodiscard]] Result<MapWindow> snapWindow(const MapStore& store, const Point& at);
/// The same around all of a rough contour. Errors: also TooLarge (wider or higher than twice the model's
/// max_extent_px: the contour is no nucleus).
[[nodiscard]] Result<MapWindow> snapWindow(
    const MapStore& store, const MultiPolygon& rough, const ExtractionRecipe& recipe);

// A hint becomes a nucleus by the picture and the model's maps together, also where the model sees next to nothing: the
// likeliest star-shaped contour (starcontour.h). Level-0 pixels in and out; valid and `storable`; clear of the
// neighbours; within the window. About 10 ms. Pure; any thread.

/// The nucleus at a click; one that begins up to 3 model pixels from it counts. Errors: NotFound (neither picture nor
/// maps make a nucleus credible there), TooLarge (it is wider than about 90 model pixels).
[[nodiscard]] Result<MultiPolygon> snapToPoint(const SnapGround& ground, const Point& at);

/// The nucleus that a roughly drawn contour means: the edge near the line. Errors: NotFound where there is none.
[[nodiscard]] Result<MultiPolygon> snapToContour(const SnapGround& ground, const MultiPolygon& rough);

} // namespace nb
