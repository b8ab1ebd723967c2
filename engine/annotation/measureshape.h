// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"
#include "engine/segment/nucleus.h"
#include "engine/segment/nucleusextractor.h"
#include "engine/stain/stainnormalizer.h"

namespace nb
{

/// What a shape is measured on. Pointers may be null: what needs them is then not measured (NaN).
struct MeasureGround {
    double scaleX = 1; ///< level-0 pixels per model pixel
    double scaleY = 1;
    double mpp = 0.25; ///< µm per model pixel
    /// Colours (the slide's own) and maps around the shape, model pixels of the slide.
    const MapWindow* window = nullptr;
    const StainSeparation* separation = nullptr; ///< needs the window's `rgb`
    bool mapsKnown = false; ///< whether the window's maps are the model's
};

/// The model pixels that the window needs: all that belong to the shape (level-0 pixels).
[[nodiscard]] Rect measureArea(const MultiPolygon& shape, double scaleX, double scaleY);

/// Of a shape that a person made or changed, by the pipeline's definitions (engine/measure): on the model pixels whose
/// centres lie in it; area by its outline, to which the pipeline's outlines are scaled; lengths on the outline of those
/// pixels. Shape is always measured (parts are added up); stains and probabilities where `ground` has them all over the
/// shape. Below 1 ms for a nucleus; of what covers more than 2^24 model pixels only the area is measured. Pure; any
/// thread.
[[nodiscard]] NucleusMeasurements measureShape(const MultiPolygon& shape, const MeasureGround& ground);

} // namespace nb
