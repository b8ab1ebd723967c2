// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/stoppedrun.h"

#include "engine/document/caserecording.h"
#include "engine/segment/slidesegmenter.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace nb
{

namespace
{

/// Nothing where the text is not one that settingsText wrote.
std::optional<ExtractionRecipe> extractionOf(const RunSettings& settings)
{
    const auto json = nlohmann::json::parse(settings.settings, nullptr, false);
    ExtractionRecipe extraction;
    const std::pair<const char*, int*> members[] = {{"inside_above", &extraction.insideAbove},
        {"grow_background_below", &extraction.growBackgroundBelow}, {"grow_steps", &extraction.growSteps},
        {"min_inside_px", &extraction.minInsidePx}, {"max_extent_px", &extraction.maxExtentPx}};
    for (const auto& [key, value] : members) {
        if (!json.is_object() || !json.contains(key) || !json[key].is_number_integer())
            return {};
        *value = json[key].get<int>();
    }
    return extraction;
}

} // namespace

Result<std::optional<StoppedRun>> stoppedSlideRun(CaseDocument& document, const SlideRecipe& recipe)
{
    const std::optional<StoppedRun> none;
    const auto runs = document.runs().runs();
    if (!runs)
        return runs.error();
    const SlideInfo& info = recipe.slide->info();
    SegmentRequest request;
    request.area = {0, 0, info.width(), info.height()};
    request.tilePx = defaultTilePx(PatchOrder::Reading);
    const Rect whole = modelArea(recipe, request.area);
    const auto newest = std::find_if(runs->begin(), runs->end(),
        [&](const RunRecord& run) { return run.settings.tilePx == request.tilePx && run.settings.area == whole; });
    if (newest == runs->end() || !newest->finished.empty() || newest->tiles == 0
        || !givesSameMaps(newest->settings, recipe))
        return none;
    request.extraction = extractionOf(newest->settings);
    if (!request.extraction)
        return none;
    const auto resumable = document.runs().resumable(runSettings(recipe, request, {}));
    if (!resumable)
        return resumable.error();
    if (!*resumable || (*resumable)->id != newest->id) // undone, or of other settings
        return none;
    const auto tiles = static_cast<double>(tileCount(recipe, request));
    return std::optional(StoppedRun{
        *newest, *request.extraction, std::min(static_cast<double>(newest->tiles) / std::max(tiles, 1.0), 0.999)});
}

} // namespace nb
