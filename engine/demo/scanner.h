// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/demo/absorbers.h"
#include "engine/demo/stainset.h"

namespace nb
{

/// The scanner sees this many pixels around one: absorbers of a rectangle grown by so much make the rectangle's
/// picture.
constexpr int kScannerHaloPx = 6;

/// What a scanner makes of the absorbers: light by Beer and Lambert's law, I = I0·exp(-Σ amount·vector); the lens
/// blurs, here more, there less, as the focus drifts; the electronics sharpen and add noise. Gives the rectangle less
/// the halo on each side. A pixel depends on its surroundings and global position alone, bit for bit.
[[nodiscard]] RgbImage scan(const Absorbers& absorbers, const StainSet& stains, std::uint64_t seed);

} // namespace nb
