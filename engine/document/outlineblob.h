// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace nb
{

/// A shape as bytes, about 2.5 per point: version, number of polygons, of rings and points, then differences of
/// coordinates in hundredths of a pixel as variable-length integers. Points are rounded to 0.01 px; a shape that has
/// been through once comes back exactly.
[[nodiscard]] std::vector<std::uint8_t> packShape(const MultiPolygon& shape);

/// Nothing where the bytes are not such a shape: too short, too many points, or trailing bytes.
[[nodiscard]] std::optional<MultiPolygon> unpackShape(std::span<const std::uint8_t> bytes);

} // namespace nb
