// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/nn/network.h"
#include "engine/segment/patchgrid.h"
#include "engine/segment/tissuemask.h"
#include "engine/slide/modelpixels.h"
#include "engine/slide/slidesource.h"
#include "engine/stain/slidestain.h"
#include "engine/stain/stainnormalizer.h"

#include <memory>
#include <optional>
#include <string>

namespace nb {

/// Where the µm/px came from; shown to the person and stored with every result.
enum class PixelSizeOrigin { Slide, Person, ModelAssumed };

/// How overlapping patches vote on a pixel: by Eq. 3's weight map, or all alike (for comparison, Fig. 11).
enum class Vote { Weighted, Uniform };

struct SegmentOptions {
    StainChoice normalize = StainChoice::Auto;
    std::optional<PixelSize> pixelSize; ///< the person's override
    int patch = 0;                      ///< model pixels, multiple of 16, 64..2048; 0: the default
    int stride = 0;                     ///< model pixels, patch/8..patch; 0: the default for the patch
    Vote vote = Vote::Weighted;
    std::optional<SlideStain> stain
        = {}; ///< decided before, for this slide and the model's target; nothing: decided now, by `normalize`
    std::optional<TissueMask> tissue = {}; ///< found before, on this slide; nothing: looked for now
};

/// What is chosen once per slide and model and then holds for every patch: the reason why the visible region and
/// the whole slide give the same nuclei. Immutable, shared by all threads.
struct SlideRecipe {
    std::shared_ptr<const SlideSource> slide;
    std::shared_ptr<const Network> network;
    PixelSize pixelSize;               ///< µm per level-0 pixel
    PixelSizeOrigin pixelSizeOrigin = PixelSizeOrigin::Slide;
    ModelPixels pixels;
    SlideStain stain;
    StainNormalizer normalizer;
    StainSeparation separation;        ///< with the stains that H and E are measured with
    TissueMask tissue;
    PatchGrid grid;
    Vote vote = Vote::Weighted;
    std::string warning;               ///< what the person has to know (µm/px assumed, …); empty if nothing
};

/// Reads the slide's µm/px, samples its stain, finds its tissue. Takes a second or so on a big slide. Errors: Invalid (µm/px or patch sizes
/// that make no sense), Unreadable, TooLarge (the slide at the model's µm/px has more than 2^31 pixels on a side), Cancelled.
[[nodiscard]] Result<std::shared_ptr<const SlideRecipe>> prepareSlide(std::shared_ptr<const SlideSource> slide,
                                                                      std::shared_ptr<const Network> network,
                                                                      const SegmentOptions& options,
                                                                      const CancelToken& cancel);

/// The model pixels that lie wholly in `level0Area` (level-0 pixels, cut to the slide); the slide's own last, partial ones count as whole.
/// Empty where the area misses the slide or is smaller than a model pixel.
[[nodiscard]] Rect modelArea(const SlideRecipe& recipe, const Rect& level0Area);

/// The model pixels that may belong to the mask of a nucleus whose outline lies in `level0Area`: all that it touches and one more on each side
/// (outlines are smoothed), cut to the slide. Holds `modelArea`.
[[nodiscard]] Rect touchedModelArea(const SlideRecipe& recipe, const Rect& level0Area);

} // namespace nb
