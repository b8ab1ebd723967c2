// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"

namespace nb {

/// The vote's weights of a patch: W = α·De/(Dc+De) (Cui et al. 2018, Eq. 3), De the distance of the pixel centre to the nearest patch edge
/// (0.5 in the outermost row), Dc its Euclidean distance to the patch centre, α chosen so that the mean is 1.
/// float [height][width], all > 0.
[[nodiscard]] Plane<float> weightMap(int width, int height);

} // namespace nb
