// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/shapealgebra.h"

namespace nb
{

// Pure functions on a whole shape (level-0 pixels); results valid and `storable`; any thread. `offsetBy` and
// `simplified` of shapealgebra.h belong to them.

/// The shells alone.
[[nodiscard]] MultiPolygon holesFilled(const MultiPolygon& shape);

/// Corners cut (Chaikin 1974: each edge's points at a quarter and three quarters), `rounds` times, simplified to at most
/// 0.1 px, and scaled about the centre so that the area stays (within 0.5%; within 5% for a part with several holes). A
/// part that smoothing would break stays as it is.
[[nodiscard]] MultiPolygon smoothed(const MultiPolygon& shape, int rounds = 2);

/// Grown (or shrunk, negative) by a distance, keeping off `neighbours`; shrinking keeps pieces by `pieces`. Empty where
/// nothing is left.
[[nodiscard]] MultiPolygon grown(const MultiPolygon& shape, double distancePx,
    std::span<const MultiPolygon> neighbours = {}, Pieces pieces = Pieces::Biggest);

} // namespace nb
