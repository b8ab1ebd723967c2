// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/demo/cellbody.h"
#include "engine/demo/noisefield.h"
#include "engine/geometry/shapes.h"

#include <cmath>

namespace nb
{

/// How much of each absorber lies in each pixel of a rectangle, in units of optical density (natural logarithm) along
/// the absorber's unit vector.
struct Absorbers {
    Rect area; ///< level-0 pixels
    Plane<float> haematoxylin;
    Plane<float> eosin;
    Plane<float> blood; ///< haemoglobin with the eosin that it takes up

    explicit Absorbers(const Rect& of)
        : area(of)
        , haematoxylin(static_cast<int>(of.width), static_cast<int>(of.height))
        , eosin(haematoxylin)
        , blood(haematoxylin)
    {
    }
};

/// Noise of several grains that all of a rectangle's paint shares. Mean 0, deviation 1.
struct Grains {
    Plane<float> px2, px4, px7, px16, px44;

    Grains(std::uint64_t seed, const Rect& area)
        : px2(splineNoise(seed + 2, 2, area))
        , px4(splineNoise(seed + 4, 4, area))
        , px7(splineNoise(seed + 7, 7, area))
        , px16(splineNoise(seed + 16, 16, area))
        , px44(splineNoise(seed + 44, 44, area))
    {
    }
};

/// A body with its pixels.
struct PlacedBody {
    CellBody body;
    BodyMask mask;
};

} // namespace nb
