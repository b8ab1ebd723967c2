// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/segment/tissuemask.h"
#include "engine/slide/slidesource.h"
#include "engine/stain/stainmatrix.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace nb
{

/// Where a picture lies on its slide: pixel (i,j) covers level-0 [x + i·scaleX, x + (i+1)·scaleX) and likewise down.
struct PicturePlace {
    double x = 0; ///< level-0 pixels
    double y = 0;
    double scaleX = 1; ///< level-0 pixels per model pixel
    double scaleY = 1;
};

/// The slide that a picture was cut from and what was decided about it, so that a model is judged on it as it would
/// find nuclei there: on the slide's patch grid, with all the tissue around. Immutable; shared by threads.
struct PictureSlide {
    std::shared_ptr<const SlideSource> source;
    PixelSize pixelSize; ///< µm per level-0 pixel
    SlideStain stain;
    TissueMask tissue;
};

/// A picture with its nuclei: what the trainer learns from or is judged on. All planes have one size, in model pixels.
/// Immutable once handed to the trainer; shared by threads.
struct TrainingPicture {
    std::string name; ///< for people: a file's or region's name, no path
    RgbImage rgb; ///< as inference would give it to the network: resampled and normalised
    LabelImage labels; ///< 0 background, each other number a nucleus
    Plane<std::uint8_t>
        known; ///< 1 where `labels` is the whole truth, 0 where nothing is known; empty: known everywhere
    std::int64_t nuclei = 0; ///< different labels of which at least a pixel is known
    std::optional<PicturePlace> place; ///< where it was cut from a slide that a person looks at
    std::shared_ptr<const PictureSlide> slide; ///< where it is judged; null: on itself, as a slide of its own
};

/// Pixels whose truth is known.
[[nodiscard]] std::int64_t knownPixels(const TrainingPicture& picture);

/// Different labels other than 0; where `known` is given (the same size), those with a known pixel.
[[nodiscard]] std::int64_t countNuclei(const LabelImage& labels, const Plane<std::uint8_t>& known = {});

} // namespace nb
