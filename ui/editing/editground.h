// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/edits.h"
#include "engine/segment/mapstore.h"
#include "engine/segment/sliderecipe.h"

#include <memory>

namespace nb
{

/// What edits are measured on and snapped to: the slide as the model sees it and the maps that are in memory. A value
/// to be taken along to a worker.
struct EditGround {
    std::shared_ptr<const SlideRecipe> recipe; ///< null until the slide is prepared
    std::shared_ptr<const MapStore> maps; ///< may be null
    ExtractionRecipe extraction; ///< how outlines are made from the maps
    PixelSize pixelSize{1, 1}; ///< µm per level-0 pixel, to measure with while there is no recipe

    /// Colours and maps of `area` (model pixels). `mapsThere`: whether the maps of all of it are the model's. Needs a
    /// recipe. Errors: SlideSource::read's.
    [[nodiscard]] Result<MapWindow> window(const Rect& area, bool& mapsThere) const;

    /// Outline and measurements; where the slide cannot be read, shape alone.
    [[nodiscard]] MeasuredShape measured(MultiPolygon shape) const;
};

} // namespace nb
