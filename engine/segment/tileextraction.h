// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleus.h"
#include "engine/segment/nucleusextractor.h"
#include "engine/segment/sliderecipe.h"

#include <vector>

namespace nb {

/// The model file's own recipe in 8-bit values.
[[nodiscard]] ExtractionRecipe extractionRecipeOf(const ModelInfo& model);

struct TileNuclei {
    std::vector<Nucleus> nuclei; ///< in reading order of their first pixels
    std::int64_t tooLarge = 0;
};

/// The nuclei whose first inside pixel lies in `tile` (model pixels of the slide) and whose outline, to 0.01 px, lies wholly in `within`
/// (level-0 pixels), with contour (level-0 pixels), id and measurements. `window` must reach far enough around the tile (`tileHalo`). Any thread.
[[nodiscard]] TileNuclei extractTile(const SlideRecipe& recipe, const MapWindow& window, const Rect& tile, const Rect& within,
                                     const ExtractionRecipe& extraction);

/// Where the outlines that a region owes may lie: `area` (level-0 pixels), but open where it ends with the slide: there, outlines may lie a
/// fraction of a pixel over the edge.
[[nodiscard]] Rect outlineArea(const SlideInfo& slide, const Rect& area);

/// How far beyond a tile maps are needed so that its nuclei are exact: a component reaches maxExtentPx beyond the tile, growth is decided
/// within 2·growSteps of it, and a competitor there is known whole only after maxExtentPx more.
[[nodiscard]] std::int64_t tileHalo(const ExtractionRecipe& extraction);

/// The same around a region that only owes the nuclei wholly inside it.
[[nodiscard]] std::int64_t regionHalo(const ExtractionRecipe& extraction);

} // namespace nb
