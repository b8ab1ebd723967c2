// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace nb
{

/// A laboratory's stains and a scanner's look. Stain vectors: unit optical density (natural logarithm), R, G, B.
struct StainSet {
    std::array<float, 3> haematoxylin;
    std::array<float, 3> eosin;
    std::array<float, 3> blood;
    float haematoxylinStrength; ///< factor on the amount
    float eosinStrength;
    std::array<float, 3> white; ///< the empty slide, 0..255
    float sharpening; ///< of the scanner, -1..1; below 0 its lens blurs
    float noise; ///< deviation, grey levels
};

constexpr int kStainSets = 6;

/// Stain sets 0 to 5: 0 and 1 are everyday H&E, 2 is pale and pink, 3 blue and strong under a yellowish lamp, 4 a
/// purple haematoxylin with orange eosin, 5 faded and reddish, seen through a soft lens with much
/// noise: no longer taken for H&E, so it is not normalised, and there is something to learn. Others wrap around.
[[nodiscard]] const StainSet& stainSet(int number);

} // namespace nb
