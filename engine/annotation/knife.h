// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <span>
#include <vector>

namespace nb
{

/// Smaller parts are no nuclei of their own (level-0 px²).
inline constexpr double kLeastPartPx2 = 10;

/// The parts into which the stroke (a polyline, level-0 pixels) cuts the shape, biggest first; together they are the
/// shape, and they share the cut's points exactly, so that there is neither gap nor overlap. Parts below `leastPx2` go
/// to the part with which they share the most outline. A part of the shape that the stroke leaves whole stays with the
/// biggest. One result, the shape as it was, where the stroke does not cross from outline to outline. Pure; any thread.
[[nodiscard]] std::vector<MultiPolygon> cut(
    const MultiPolygon& shape, std::span<const Point> stroke, double leastPx2 = kLeastPartPx2);

} // namespace nb
