// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/stain/stainmatrix.h"

#include <string>

namespace nb
{

/// How far an estimate is from what haematoxylin and eosin look like.
struct Plausibility {
    double haematoxylinOff = 0; ///< degrees from the usual haematoxylin
    double eosinOff = 0; ///< degrees from the nearest of the usual eosins
    double apart = 0; ///< degrees between the two stains
    double balance = 0; ///< P99 of haematoxylin over P99 of eosin: in H&E the nuclei are the haematoxylin
    std::string objection; ///< plain English: why this is no H&E; empty where it is plausible

    [[nodiscard]] bool plausible() const { return objection.empty(); }
};

/// Judges whether two estimated stains are H&E. The usual haematoxylin is (0.651, 0.701, 0.290) (Ruifrok and Johnston
/// 2001, QuPath); eosin differs between scanners, from (0.216, 0.801, 0.558) (Macenko et al. 2009, QuPath) to (0.072,
/// 0.990, 0.105) (Ruifrok and Johnston), and anything on the arc between counts as usual. The thresholds were measured
/// on H&E and single-stain images; plausibility.cpp says what they separate.
[[nodiscard]] Plausibility judgePlausibility(const StainMatrix& stains);

} // namespace nb
