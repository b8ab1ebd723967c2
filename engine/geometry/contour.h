// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/shapes.h"

namespace nb {

/// The outline of one 4-connected mask (0 or not 0), holes filled: traced along pixel edges, smoothed through the midpoints of those edges and over their neighbours,
/// simplified to at most 0.5 px, area within 2% of the filled mask's, valid (no self-crossing), at least 3 points, no repeated last point.
/// `mask` holds the component with or without a margin; the ring is in the mask's pixels (pixel (i,j) covers
/// [i,i+1)x[j,j+1)). Where diagonal neighbours touch, the outline keeps them apart (4-connectivity). Linear in the mask's size. Any thread.
/// An empty mask gives an empty ring.
struct Outline {
    Ring simple; ///< to draw, store and edit
    Ring fine;   ///< before simplifying, a point per pixel edge: to measure lengths on
};
[[nodiscard]] Outline outlinesOf(const Plane<std::uint8_t>& mask);
[[nodiscard]] Ring outlineOf(const Plane<std::uint8_t>& mask);

} // namespace nb
