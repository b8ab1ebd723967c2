// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"

#include <cstdint>
#include <vector>

namespace nb
{

/// Which hill of the model's opinion each pixel belongs to: a watershed of `merit`, in which a hill is one of its own
/// only where the pass to the next is clearly lower than both tops. Labels count from 1 in `labels`.
struct MapBasins {
    struct Basin {
        int x = 0; ///< of the top
        int y = 0;
        int top = 0; ///< merit there
    };
    LabelImage labels; ///< every pixel has one
    std::vector<Basin> basins; ///< basins[k] has label k+1
    [[nodiscard]] const Basin& at(int x, int y) const { return basins[labels.at(x, y) - 1]; }
};

/// How much a pixel looks like the inside of a nucleus and not like what separates two: inside · (1 - boundary),
/// 0..255, smoothed over 3x3 pixels twice. Planes are round(255·p), of one size.
[[nodiscard]] Plane<std::uint8_t> insideMerit(const Plane<std::uint8_t>& inside, const Plane<std::uint8_t>& boundary);

/// Floods from the tops down (Vincent and Soille 1991, with the hills' dynamics as in Grimaud 1992): where two hills
/// meet at a pass higher than `passShare` of the lower top, or less than 10 below it, they are one. n·log n. Any
/// thread.
[[nodiscard]] MapBasins basinsOf(const Plane<std::uint8_t>& merit, double passShare);

} // namespace nb
