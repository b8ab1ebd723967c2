// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/geometry/labelruns.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace nb
{

/// How many pixels nuclei of the truth and of the prediction have, and have in common.
struct Overlaps {
    struct Nucleus {
        std::uint32_t label = 0;
        std::int64_t area = 0; ///< pixels, > 0
    };
    struct Pair {
        std::size_t truth = 0; ///< index into `truth`
        std::size_t prediction = 0; ///< index into `prediction`
        std::int64_t common = 0; ///< pixels, > 0
    };
    std::vector<Nucleus> truth; ///< by label
    std::vector<Nucleus> prediction; ///< by label
    std::vector<Pair> pairs; ///< that overlap, by truth, then prediction
    std::int64_t truthPixels = 0; ///< in any nucleus of the truth
    std::int64_t predictionPixels = 0;
    std::int64_t commonPixels = 0; ///< in both
};

/// Counts over `area`, row by row; time goes with the runs, memory with the nuclei. Nuclei without a pixel in `area` do
/// not appear. Errors: Cancelled, TooLarge (over ten million nuclei), OutOfMemory, LabelRuns::status. Any thread, one at a time for each
/// argument.
[[nodiscard]] Result<Overlaps> countOverlaps(
    LabelRuns& truth, LabelRuns& prediction, const Rect& area, const CancelToken& cancel);

} // namespace nb
