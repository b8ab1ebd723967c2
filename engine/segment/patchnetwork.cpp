// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/patchnetwork.h"

#include <chrono>
#include <cmath>

namespace nb
{

namespace
{

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

} // namespace

bool patchHasTissue(const SlideRecipe& recipe, std::int64_t column, std::int64_t row)
{
    const Rect area = recipe.grid.patchArea(column, row);
    const double sx = recipe.pixels.scaleX(), sy = recipe.pixels.scaleY();
    const auto down = [](double v) { return static_cast<std::int64_t>(std::floor(v)); };
    const auto up = [](double v) { return static_cast<std::int64_t>(std::ceil(v)); };
    const std::int64_t x = down(static_cast<double>(area.x) * sx), y = down(static_cast<double>(area.y) * sy);
    return recipe.tissue.touches(
        {x, y, up(static_cast<double>(area.right()) * sx) - x, up(static_cast<double>(area.bottom()) * sy) - y});
}

Result<RgbImage> runPatch(const SlideRecipe& recipe, std::int64_t column, std::int64_t row,
    std::vector<float>& probabilities, PatchTimes& times)
{
    const auto readStart = Clock::now();
    Result<RgbImage> colours = recipe.pixels.read(recipe.grid.patchArea(column, row));
    if (!colours)
        return colours.error();
    times.read = secondsSince(readStart);
    const auto stainStart = Clock::now();
    RgbImage normalised = *colours;
    recipe.normalizer.apply(normalised.pixels.data(), normalised.pixels.size() / 3);
    times.stain = secondsSince(stainStart);
    const auto networkStart = Clock::now();
    probabilities.resize(normalised.pixels.size());
    const Status status
        = recipe.network->probabilities(normalised.pixels, 1, normalised.width, normalised.height, probabilities);
    if (!status)
        return status.error();
    times.network = secondsSince(networkStart);
    return colours;
}

} // namespace nb
