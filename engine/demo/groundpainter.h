// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/demo/absorbers.h"
#include "engine/demo/pointgrid.h"

#include <vector>

namespace nb
{

/// Paints all that is not nucleus: collagen, cytoplasm with the borders between cells, lumina with their secretion,
/// fat, clefts, the edge of the section. `bodies` holds at least the nuclei within kCytoplasmReachPx of the rectangle.
void paintGround(PointGrid& points, const std::vector<const PlacedBody*>& bodies, const Grains& grains,
    std::uint64_t seed, Absorbers& paint);

/// How far from its centre a nucleus still shapes its cell's cytoplasm.
constexpr int kCytoplasmReachPx = 84;

} // namespace nb
