// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

namespace nb
{

/// The area that two shapes share, in squared units of their points (even-odd rule within each). Scan lines a quarter
/// of a unit apart, exact along each: within 2% for nuclei of a few pixels and more, and never fooled by outlines that
/// touch or repeat edges. Linear in points and height.
[[nodiscard]] double sharedArea(const MultiPolygon& a, const MultiPolygon& b);

} // namespace nb
