// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

namespace nb
{

struct RepairedShape {
    MultiPolygon shape; ///< valid, on the grid; empty where nothing with an area was left
    bool repaired = false; ///< more than rounding was needed
};

/// `shape` rounded to multiples of 1/100 of a pixel FIRST and then made valid, in the sense of the OGC's simple
/// features (and so of JTS, which QuPath uses): rings are simple, holes lie inside their shell and touch it or each
/// other in points at most, parts do not overlap. A ring that crosses itself becomes the union of its loops; holes are
/// taken off; overlapping parts are united; what has no area goes. Quick for shapes that are valid, n·log n otherwise
/// but for rings that cross themselves very often. Points must be finite and below 10^9. Any thread.
[[nodiscard]] RepairedShape repairedOnGrid(const MultiPolygon& shape);

} // namespace nb
