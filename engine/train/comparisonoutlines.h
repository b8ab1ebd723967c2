// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"
#include "engine/train/modelcomparison.h"

#include <vector>

namespace nb
{

/// What two models see in one picture, as outlines on its slide; level-0 pixels.
struct ComparedOutlines {
    Rect area; ///< around what is known of the picture: beyond it nothing was compared
    std::vector<Ring> before; ///< by label
    std::vector<Ring> after;
};

/// Nothing where the picture has no place. Linear in the picture's size.
[[nodiscard]] ComparedOutlines outlinesOnSlide(const PictureComparison& comparison);

} // namespace nb
