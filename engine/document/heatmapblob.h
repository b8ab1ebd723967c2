// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/slidesegmenter.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace nb
{

/// How many model pixels become one on each side, so that the maps of `area` (model pixels) stay below 768 MiB before
/// they are packed: 4 for all but the largest slides. Finer maps are for the network: it computes what fits the screen
/// there faster than a person looks.
[[nodiscard]] int heatmapReduction(const Rect& area);

/// The three maps of a cell, averaged over `reduction` x `reduction` model pixels and deflated.
[[nodiscard]] std::vector<std::uint8_t> packHeatmap(const MapCell& cell, int reduction);

/// Stored maps of a cell. `area` in model pixels; the planes are smaller by `reduction`, rounded up.
struct StoredHeatmap {
    Rect area;
    int reduction = 1;
    Plane<std::uint8_t> background;
    Plane<std::uint8_t> boundary;
    Plane<std::uint8_t> inside;
};
/// Nothing where the bytes are not such maps. `x` and `y` are where the cell begins.
[[nodiscard]] std::optional<StoredHeatmap> unpackHeatmap(
    std::span<const std::uint8_t> bytes, std::int64_t x, std::int64_t y);

} // namespace nb
