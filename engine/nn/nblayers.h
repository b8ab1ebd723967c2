// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace nb
{

/// One convolution of the NB network (Cui et al. 2018, II-C1): weights [out][in][kernel][kernel], bias [out].
struct NbLayer {
    std::string name; ///< as in model files: "enc1.conv1"; its tensors are name + ".weight" and ".bias"
    int in = 0;
    int out = 0;
    int kernel = 3;
};

/// All convolutions of a network of this width (channels of the first block), in the order in which they run; the head
/// last.
[[nodiscard]] std::vector<NbLayer> nbLayers(int width);

/// The network halves its input this many times, so sides are multiples of 2^4.
inline constexpr int kNbLevels = 4;
inline constexpr int kNbSideMultiple = 1 << kNbLevels;
inline constexpr int kNbClasses = 3; ///< background, boundary, inside

/// SELU's constants (Klambauer et al. 2017): x > 0: scale·x, else scale·alpha·(exp(x) - 1).
inline constexpr float kSeluAlpha = 1.6732632423543772F;
inline constexpr float kSeluScale = 1.0507009873554805F;

} // namespace nb
