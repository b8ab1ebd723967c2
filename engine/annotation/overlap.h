// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/shapealgebra.h"

#include <span>
#include <vector>

namespace nb
{

// Nuclei do not overlap unless the person asks for it. Pure functions (level-0 pixels); results valid; any thread.

/// What the neighbours leave of a new shape, its pieces by `pieces`; empty where they cover it. Only neighbours whose
/// boxes meet it cost. The shape comes back exactly as it is where nothing overlaps.
[[nodiscard]] MultiPolygon yieldingTo(
    const MultiPolygon& shape, std::span<const MultiPolygon> neighbours, Pieces pieces = Pieces::Biggest);

/// A neighbour that had to give way to a new shape.
struct YieldedNeighbour {
    std::size_t index = 0; ///< among the neighbours given
    MultiPolygon shape; ///< what is left of it; empty: nothing
};

/// The other way round: each neighbour less the new shape; those that it does not overlap are left out.
[[nodiscard]] std::vector<YieldedNeighbour> neighboursYielding(
    std::span<const MultiPolygon> neighbours, const MultiPolygon& shape, Pieces pieces = Pieces::Biggest);

} // namespace nb
