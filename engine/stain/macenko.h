// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/stain/opticaldensity.h"
#include "engine/stain/stainmatrix.h"

#include <span>

namespace nb
{

/// Estimates the two stains of tissue pixels by Macenko et al. 2009 ("A method for normalizing histology slides for
/// quantitative analysis", ISBI): the plane of the two largest eigenvectors of the densities' covariance, and in it the
/// directions at the 1st and 99th percentile of the angle. Haematoxylin is the one with the larger red component. P99
/// from the exact non-negative fit (no penalty). Deterministic. Any thread. Errors: Invalid where there are too few
/// pixels (under 100) or they hold no two colours.
[[nodiscard]] Result<StainMatrix> estimateMacenko(std::span<const OpticalDensity> tissue);

} // namespace nb
