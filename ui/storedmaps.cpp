// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/storedmaps.h"

#include "engine/document/caserecording.h"

namespace nb
{

namespace
{

constexpr std::int64_t kStripPx = 2048; // model pixels: some cells across the slide, not all of it, in memory
constexpr std::size_t kMostRuns = 100; // of a view each; older ones are under these mostly

} // namespace

Status loadStoredMaps(DocumentThread& document, const std::function<Result<std::unique_ptr<CaseReader>>()>& open,
    const SlideRecipe& recipe, MapStore& maps, const CancelToken& cancel)
{
    const auto runs = document.ask([](CaseDocument& d) { return d.runs().runs(); }).get();
    if (!runs)
        return runs.error();
    const auto reader = open();
    if (!reader)
        return reader.error();
    std::size_t loaded = 0;
    for (const RunRecord& run : *runs) { // newest first; what is known is not written over
        if (run.tiles == 0 || !givesSameMaps(run.settings, recipe) || loaded == kMostRuns)
            continue;
        ++loaded;
        const Rect& area = run.settings.area;
        for (std::int64_t y = area.y; y < area.bottom(); y += kStripPx) {
            const auto cells
                = (*reader)->heatmaps({area.x, y, area.width, std::min(kStripPx, area.bottom() - y)}, run.id);
            if (!cells)
                return cells.error();
            for (const StoredHeatmap& cell : *cells)
                maps.addCoarse(cell.area, cell.reduction, cell.background, cell.boundary, cell.inside);
            if (cancel.cancelled())
                return Error{ErrorCode::Cancelled, "Stopped", document.path(), ""};
        }
    }
    return {};
}

} // namespace nb
