// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/slide/slidesource.h"
#include "engine/stain/stainmatrix.h"

namespace nb {

/// What the person asked for; Auto takes Vahadane where the estimate is plausible H&E, else nothing, with the reason.
enum class StainChoice { Auto, Vahadane, Macenko, None };

/// Decides a slide's stain once: samples tissue over the whole slide (fixed seed, so the same slide gives the same
/// answer), estimates, judges plausibility. With Vahadane or Macenko asked for explicitly an implausible estimate is used all the
/// same and `reason` warns; where no estimate is possible at all (no tissue) the method is None. Errors: Unreadable,
/// Cancelled. Runs on any thread; reads a bounded number of pixels.
[[nodiscard]] Result<SlideStain> decideSlideStain(const SlideSource& slide, const PixelSize& pixelSize, StainChoice choice,
                                                  const StainMatrix& target, double lambda, const CancelToken& cancel);

} // namespace nb
