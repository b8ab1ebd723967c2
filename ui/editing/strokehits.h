// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

namespace nb
{

/// Whether an open stroke runs over the shape; same frame, points a pixel apart are looked at.
[[nodiscard]] bool meets(const MultiPolygon& shape, const Ring& stroke);

/// The stroke with a third of its length, at most 20 pixels, added at each end, straight on.
[[nodiscard]] Ring lengthened(const Ring& stroke);

} // namespace nb
