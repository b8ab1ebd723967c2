// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nucleussearch.h"

#include <cmath>

namespace nb
{

namespace
{

/// Level-0 pixels in which the tile's nuclei lie, and those that they replaced.
Rect reachOf(const FinishedTile& tile, const SlideRecipe& recipe)
{
    const Rect near = tile.tile.grown(recipe.network->info().maxExtentPx);
    const double x = recipe.pixels.scaleX(), y = recipe.pixels.scaleY();
    const auto left = static_cast<std::int64_t>(std::floor(static_cast<double>(near.x) * x)),
               top = static_cast<std::int64_t>(std::floor(static_cast<double>(near.y) * y));
    return {left, top, static_cast<std::int64_t>(std::ceil(static_cast<double>(near.right()) * x)) - left,
        static_cast<std::int64_t>(std::ceil(static_cast<double>(near.bottom()) * y)) - top};
}

} // namespace

Result<CaseRunSummary> searchNuclei(const std::shared_ptr<const SlideRecipe>& recipe, NetworkScheduler& scheduler,
    const SegmentRequest& request, const SearchTarget& target, const CancelToken& cancel, Progress& progress)
{
    SegmentSinks sinks;
    // A search that was stopped may still bring a tile or two: they are as true as the others.
    if (target.nuclei)
        sinks.nuclei = [&target](const std::vector<Nucleus>& nuclei) { target.nuclei->add(nuclei); };
    sinks.maps = [&target](std::shared_ptr<const MapCell> cell) { target.maps->add(std::move(cell)); };
    if (!target.document) {
        const auto summary = segmentSlide(recipe, scheduler, request, sinks, cancel, progress);
        if (!summary)
            return summary.error();
        CaseRunSummary found;
        found.segment = *summary;
        return found;
    }
    sinks.tile = [&](const FinishedTile& tile) { target.stored(reachOf(tile, *recipe)); };
    return segmentIntoCase(
        *target.document, recipe, scheduler, request, sinks, target.author, cancel, progress, target.resumed);
}

} // namespace nb
