// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

namespace nb
{

/// The shape as it will come back from the case (0.01 px), mended where rounding made an outline touch itself. Empty
/// where nothing is left of it: no area, not finite, or farther than 2^30 px from the origin.
[[nodiscard]] MultiPolygon storable(const MultiPolygon& shape);

/// Whether every outline has an area and none crosses or touches itself.
[[nodiscard]] bool isValidShape(const MultiPolygon& shape);

/// The smallest box around all points, level-0 pixels; zeros for no points.
struct BoxF {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};
[[nodiscard]] BoxF boxOf(const MultiPolygon& shape);
[[nodiscard]] Point centreOf(const BoxF& box);

} // namespace nb
