// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/sliderecipe.h"

namespace nb
{

/// What "Segment what I see" works on.
struct VisibleRegion {
    Rect area; ///< level-0 pixels, on the slide; empty: the view misses the slide
    bool cut
        = false; ///< only the part of the view around its middle, because all of it would take too long to wait for
};

/// The largest area that a person can be asked to wait for and that memory holds (results come from the middle
/// outwards, so all of it is kept until the run ends). Larger ones are what "Segment slide" is for.
constexpr double kMostVisibleMegapixels = 40; // of the model; some 25 s on two cores

/// `view`: level-0 pixels on the screen. Where it is too large, the part of it around the tissue nearest to its middle.
[[nodiscard]] VisibleRegion visibleRegion(const SlideRecipe& recipe, const Rect& view);

} // namespace nb
