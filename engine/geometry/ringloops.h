// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <vector>

namespace nb
{

/// `ring` times `scale`, rounded to whole numbers, without repeated neighbours and without spikes (points where it runs
/// straight back). May have fewer than three points then. Linear. Any thread, as below.
[[nodiscard]] Ring snapped(const Ring& ring, double scale);

/// Cuts a ring of whole numbers wherever it meets itself (those places rounded to whole numbers, too) into loops in
/// which no point comes twice and which have an area. Quick where few edges lie above each other; nothing where it
/// would take more than 2·10^8 comparisons.
[[nodiscard]] std::vector<Ring> loopsOf(const Ring& ring);

} // namespace nb
