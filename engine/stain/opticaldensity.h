// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"

#include <array>
#include <cstdint>
#include <vector>

namespace nb
{

/// Optical density of a pixel in R, G, B: -ln(max(I,1)/255), natural logarithm, 0 (white) to 5.54 (black).
/// Beer-Lambert: the densities of stains add up.
using OpticalDensity = std::array<float, 3>;

/// A pixel is tissue where the mean of its three optical densities is above this (shared definition of the test
/// vectors).
inline constexpr double kTissueDensity = 0.15;

/// Optical density of each 8-bit value; made once, safe on any thread.
[[nodiscard]] const std::array<float, 256>& densityOfValue();

/// The optical density of one RGB pixel.
[[nodiscard]] OpticalDensity densityOf(const std::uint8_t* rgb);

/// True where the pixel is tissue by kTissueDensity.
[[nodiscard]] bool isTissue(const OpticalDensity& density);

/// Densities of all tissue pixels of the picture, in reading order; may be empty.
[[nodiscard]] std::vector<OpticalDensity> tissueDensities(const RgbImage& image);

} // namespace nb
