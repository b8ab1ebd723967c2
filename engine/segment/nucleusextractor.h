// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/shapes.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace nb {

/// How nuclei are made from maps (Cui et al. 2018, II-C5, with the width from the model file).
struct ExtractionRecipe {
    int insideAbove = 127;       ///< 8-bit inside values above are inside (p > 0.5)
    int growBackgroundBelow = 128; ///< 8-bit background values below may be grown into (p < 0.5)
    int growSteps = 5;
    int minInsidePx = 10;
    int maxExtentPx = 128;
};

/// Contiguous maps of a rectangle of model pixels; `area` says where it lies on the slide.
struct MapWindow {
    Rect area;
    Plane<std::uint8_t> background;
    Plane<std::uint8_t> boundary;
    Plane<std::uint8_t> inside;
    RgbImage rgb;
};

/// One component before and after growing. Model pixels of the slide.
struct Component {
    std::int64_t firstX = 0; ///< first inside pixel in reading order
    std::int64_t firstY = 0;
    Rect bounds;             ///< of the inside part
    std::int64_t insidePx = 0;
};

/// Components and what they grew to. Label k+1 in `labels` is components[k]; 0 is nothing.
struct Components {
    LabelImage labels; ///< grown; the window's size
    std::vector<Component> components; ///< in reading order of their first pixels; specks and too large ones are gone
    std::vector<Component> tooLarge;   ///< wider or higher than maxExtentPx
};

/// Labels 4-connected inside components, drops specks and too large ones, and grows the rest by 3x3-cross steps, all at once a step, never into another; where
/// two reach a pixel in the same step the one whose first pixel comes earlier has it. Linear in the window's pixels. Any thread.
[[nodiscard]] Components findComponents(const Plane<std::uint8_t>& inside, const Plane<std::uint8_t>& background,
                                        const Rect& area, const ExtractionRecipe& recipe);

/// The mask of label `label`, cut out with its holes filled; `bounds` comes back in pixels of the window.
[[nodiscard]] Plane<std::uint8_t> filledMask(const LabelImage& labels, std::uint32_t label, const Rect& search, Rect& bounds);

} // namespace nb
