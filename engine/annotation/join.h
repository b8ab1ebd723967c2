// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/geometry/shapes.h"

#include <span>

namespace nb
{

/// Wider gaps are not closed (level-0 pixels).
inline constexpr double kWidestGapPx = 6;

/// One shape in one piece out of shapes that overlap, touch or lie near each other: their union, and what lies between
/// them filled by the smallest closing (grown and shrunk again by the same distance) that makes them one, or, where two
/// corners face each other, by a bridge as wide as the gap. Notches of a shape that face no other stay, holes that the
/// joining made are filled; no pixel of the shapes is lost. Pure; any thread. Error: Invalid where fewer than two shapes
/// have an area or a gap is wider than `widestGapPx`.
[[nodiscard]] Result<MultiPolygon> joined(std::span<const MultiPolygon> shapes, double widestGapPx = kWidestGapPx);

} // namespace nb
