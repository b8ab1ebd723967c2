// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"

namespace nb
{

/// The training target of a label image (Cui et al. 2018, II-C; rule 3 is background = neither inside nor boundary): 2
/// inside, 1 boundary, 0 background. A nucleus' inside is what `erosionSteps` erosions by a 3x3 cross leave of it:
/// pixels at a taxicab distance of more than `erosionSteps` from the nearest pixel that is not its own. Beyond the
/// image's edge a nucleus is taken to go on; another nucleus counts as outside. Linear in the pixels.
[[nodiscard]] Plane<std::uint8_t> ternaryMap(const LabelImage& labels, int erosionSteps);

/// The same where the truth is only known in part (`known`: the same size, 0 where nothing is known; empty: all is
/// known): a nucleus that reaches the end of what is known is taken to go on there, so it counts as cut, not as small.
[[nodiscard]] Plane<std::uint8_t> ternaryMap(
    const LabelImage& labels, const Plane<std::uint8_t>& known, int erosionSteps);

} // namespace nb
