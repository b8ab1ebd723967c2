// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/demo/absorbers.h"

#include <vector>

namespace nb
{

/// Paints nuclei (membrane, clumps of chromatin, nucleoli, each kind in its own way), the basophilic cytoplasm of
/// plasma cells and red cells over the ground.
void paintBodies(const std::vector<const PlacedBody*>& bodies, const Grains& grains, Absorbers& paint);

} // namespace nb
