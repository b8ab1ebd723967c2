// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/stainset.h"

namespace nb
{

namespace
{

// Haematoxylin and eosin around the published vectors (Ruifrok and Johnston 2001; Macenko et al. 2009), pulled towards
// what scanners make of them: each stain absorbs a little in every channel.
constexpr std::array<StainSet, kStainSets> kSets{{
    {{0.558F, 0.732F, 0.391F}, {0.205F, 0.832F, 0.516F}, {0.110F, 0.745F, 0.658F}, 1.0F, 1.0F, {246, 244, 247}, 0.34F,
        2.0F},
    {{0.630F, 0.690F, 0.357F}, {0.160F, 0.895F, 0.416F}, {0.090F, 0.780F, 0.619F}, 1.05F, 0.85F, {243, 243, 243}, 0.20F,
        2.6F},
    {{0.520F, 0.760F, 0.390F}, {0.120F, 0.860F, 0.496F}, {0.100F, 0.700F, 0.707F}, 0.72F, 1.15F, {250, 247, 249}, 0.30F,
        2.2F},
    {{0.720F, 0.610F, 0.331F}, {0.260F, 0.850F, 0.458F}, {0.130F, 0.740F, 0.660F}, 1.30F, 1.05F, {244, 240, 226}, 0.45F,
        2.4F},
    {{0.500F, 0.820F, 0.278F}, {0.080F, 0.740F, 0.668F}, {0.070F, 0.660F, 0.748F}, 1.0F, 0.95F, {247, 243, 246}, 0.25F,
        3.0F},
    {{0.400F, 0.800F, 0.447F}, {0.150F, 0.800F, 0.581F}, {0.090F, 0.720F, 0.688F}, 0.66F, 0.80F, {248, 240, 236},
        -0.45F, 4.0F},
}};

} // namespace

const StainSet& stainSet(int number)
{
    return kSets[static_cast<std::size_t>(((number % kStainSets) + kStainSets) % kStainSets)];
}

} // namespace nb
