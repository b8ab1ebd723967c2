// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/stain/stainmatrix.h"
#include "engine/train/samplerandom.h"

namespace nb
{

/// From, to; `from` is never above `to`.
struct Range {
    double from = 0;
    double to = 0;
};

/// How samples are varied (Cui et al. 2018, II-C2), each on or off with its range. Lengths in model pixels.
struct Augmentation {
    bool elastic = true;
    Range elasticAlpha{100, 200}; ///< Simard et al. 2003: displacement = α · (uniform noise in -1..1, blurred by σ)
    double elasticSigma = 12;
    bool rescale = true;
    Range scale{0.5, 1.5}; ///< above 1 makes nuclei larger
    bool affine = true;
    double shear = 0.15; ///< at most, as a tangent
    double stretch = 0.1; ///< one side against the other, at most 1 + this
    bool shift = true; ///< patches from anywhere; off: side by side as on a grid
    bool flip = true;
    bool rotate = true; ///< any angle
    bool stain = true; ///< the paper has no such thing: slides differ in stain
    double stainStrength = 0.2; ///< each stain's density times 1 ± this
    double channelStrength = 0.05; ///< each channel's density times 1 ± this, plus ± half of this
    bool blurNoise = true; ///< nor this: scanners differ in focus and noise
    double blurSigma = 1.2; ///< at most, in one sample of four
    double noise = 6; ///< standard deviation in grey levels at most, in one sample of four

    [[nodiscard]] static Augmentation none();
};

/// Errors: Invalid (which range makes no sense, and what would).
[[nodiscard]] Status checkAugmentation(const Augmentation& augmentation);

/// Where each pixel of a patch comes from: float [patch][patch] each, in pixels of the picture (the centre of pixel i
/// is i).
struct WarpMap {
    Plane<float> x;
    Plane<float> y;
    double scale = 1; ///< of lengths, picture to patch
};

/// Draws a warp. `centre` lies at the patch's centre, in pixels of the picture where pixel i covers [i, i+1).
[[nodiscard]] WarpMap drawWarp(
    const Augmentation& augmentation, int patch, double scale, double centreX, double centreY, SampleRandom& random);

/// Varies the stains of a patch in optical density space, around the two stains of `stains`.
void varyStain(const Augmentation& augmentation, const StainMatrix& stains, SampleRandom& random, RgbImage& rgb);

/// Blurs some patches and adds noise to some.
void varyFocus(const Augmentation& augmentation, SampleRandom& random, RgbImage& rgb);

} // namespace nb
