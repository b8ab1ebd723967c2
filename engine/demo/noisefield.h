// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/shapes.h"

#include <cstdint>

namespace nb
{

/// 0 below `low`, 1 above `high`, smooth between.
[[nodiscard]] inline float smoothStep(float low, float high, float value)
{
    const float t = (value - low) / (high - low);
    if (t <= 0)
        return 0;
    if (t >= 1)
        return 1;
    return t * t * (3 - 2 * t);
}

/// Smooth noise, -1..1, whose bumps are about `scalePx` wide; a function of seed and point alone.
[[nodiscard]] float noiseAt(std::uint64_t seed, double x, double y, double scalePx);

/// Noise for a whole rectangle: random values on a lattice of `scalePx`, cubic B-spline between them; mean 0, deviation
/// 1. A pixel's value depends on seed and global position alone, bit for bit. A few ns a pixel.
[[nodiscard]] Plane<float> splineNoise(std::uint64_t seed, int scalePx, const Rect& area);

} // namespace nb
