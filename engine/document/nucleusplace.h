// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

namespace nb
{

/// Whether two outlines are rather of one nucleus than of neighbours: they share more than 5% of the smaller area.
/// Neighbours' smoothed outlines share a percent or so, two outlines of one nucleus most. Level-0 pixels; any thread.
[[nodiscard]] bool takeOnePlace(const MultiPolygon& a, const MultiPolygon& b);

} // namespace nb
