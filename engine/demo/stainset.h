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
    float sharpening; ///< of the scanner, 0..1
    float noise; ///< deviation, grey levels
};

constexpr int kStainSets = 6;

/// Stain sets 0 to 5: 0 and 1 are everyday H&E, 2 is pale and pink, 3 blue and strong under a yellowish lamp, 4 a
/// purple haematoxylin with orange eosin, 5 faded red with hardly any blue. Others wrap around.
[[nodiscard]] const StainSet& stainSet(int number);

} // namespace nb
