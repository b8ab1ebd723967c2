// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/slide/slidesource.h"
#include "engine/stain/opticaldensity.h"

#include <vector>

namespace nb
{

/// At most this many tissue pixels are kept: the estimate is stable and takes about 0.1 s.
inline constexpr std::size_t kSampledPixels = 100'000;

/// Optical densities of tissue pixels from all over the slide; empty where no tissue was found.
/// Reads at most 192 blocks of 256x256 on the level nearest to 0.25 µm/px (what the network sees, and where the
/// target's P99 were measured), from cells spread over the slide in an order with a fixed seed, until 64 of them held
/// tissue; where the slide has a pyramid, its coarsest level says first which cells hold tissue (read only up to 8
/// Mpx). Of their tissue pixels a uniform sample is kept. Pixels that are black all over (beyond the scanned area,
/// marker ink) do not count. The same slide gives the same sample. Any thread. Errors: Unreadable, Cancelled.
[[nodiscard]] Result<std::vector<OpticalDensity>> sampleTissue(
    const SlideSource& slide, const PixelSize& pixelSize, const CancelToken& cancel);

} // namespace nb
