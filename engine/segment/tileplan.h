// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <cstdint>
#include <vector>

namespace nb {

/// How an area (model pixels) is cut into extraction tiles. Every plan covers the area once; none changes which nuclei are found. Pure.

/// Squares of `size` from the area's corner, in reading order.
[[nodiscard]] std::vector<Rect> tilesInReadingOrder(const Rect& area, std::int64_t size);

/// The same squares, nearest to the area's centre first.
[[nodiscard]] std::vector<Rect> tilesFromCentre(const Rect& area, std::int64_t size);

/// For a person who waits: the first tile lies near the centre and is so small and so placed that it and `halo` around it fit into two by
/// two cells of the patch grid (`stride`), so few patches have to run before its nuclei can be shown; farther out tiles are larger, since every
/// tile costs its halo. Where two cells leave no room within their halo, the first tile is a small square in the middle.
[[nodiscard]] std::vector<Rect> tilesForWaiting(const Rect& area, std::int64_t stride, std::int64_t halo);

} // namespace nb
