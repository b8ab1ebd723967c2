// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/sliderecipe.h"

#include <vector>

namespace nb
{

/// Whether patch (column,row) of the recipe's grid may hold tissue. Those that do not are never run. Any thread.
[[nodiscard]] bool patchHasTissue(const SlideRecipe& recipe, std::int64_t column, std::int64_t row);

/// Seconds on one thread.
struct PatchTimes {
    double read = 0;
    double stain = 0;
    double network = 0;
};

/// Patch (column,row), from the slide to the network's answer: the same bits whoever asks. `probabilities` becomes
/// float [3][height][width] (background, boundary, inside); gives the patch's colours as scanned. Any thread; works on
/// the calling one alone. Errors as ModelPixels::read and Network::probabilities.
[[nodiscard]] Result<RgbImage> runPatch(const SlideRecipe& recipe, std::int64_t column, std::int64_t row,
    std::vector<float>& probabilities, PatchTimes& times);

} // namespace nb
