// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/modelnuclei.h"

#include "engine/document/decidedstain.h"
#include "engine/segment/slidesegmenter.h"
#include "engine/segment/tileextraction.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace nb
{

namespace
{

/// A run owes only the nuclei that lie wholly in its area; those that the edge cuts are to be there, too.
std::vector<Rect> areasToSearch(const SlideRecipe& recipe, std::span<const Rect> areas)
{
    const auto halo = static_cast<double>(regionHalo(extractionRecipeOf(recipe.network->info())));
    const auto across = static_cast<std::int64_t>(std::ceil(halo * recipe.pixels.scaleX())),
               down = static_cast<std::int64_t>(std::ceil(halo * recipe.pixels.scaleY()));
    const SlideInfo& info = recipe.slide->info();
    std::vector<Rect> searched;
    for (const Rect& area : areas) {
        const Rect grown{area.x - across, area.y - down, area.width + 2 * across, area.height + 2 * down};
        if (const Rect on = grown.intersected({0, 0, info.width(), info.height()}); !on.empty())
            searched.push_back(on);
    }
    return searched;
}

std::int64_t pixelsOf(const Rect& area)
{
    return area.width * area.height;
}

/// What is found in areas, one after the other.
class AreaSearch
{
public:
    AreaSearch(std::shared_ptr<const SlideRecipe> recipe, NetworkScheduler& scheduler, const CancelToken& cancel,
        Progress& progress)
        : m_recipe(std::move(recipe))
        , m_scheduler(scheduler)
        , m_cancel(cancel)
        , m_progress(progress)
    {
    }

    [[nodiscard]] Status search(const Rect& area)
    {
        SegmentRequest request;
        request.area = area;
        SegmentSinks sinks;
        sinks.nuclei = [this](std::vector<Nucleus> nuclei) { take(std::move(nuclei)); };
        Progress patches;
        const std::int64_t before = m_progress.done.load();
        sinks.maps = [&](const std::shared_ptr<const MapCell>&) {
            if (const std::int64_t total = patches.total.load(); total > 0)
                m_progress.done.store(before + pixelsOf(area) * std::min(total, patches.done.load()) / total);
        };
        const auto summary = segmentSlide(m_recipe, m_scheduler, request, sinks, m_cancel, patches);
        if (!summary)
            return summary.error();
        m_progress.done.store(before + pixelsOf(area));
        return {};
    }
    [[nodiscard]] std::vector<MultiPolygon> takeShapes() { return std::move(m_shapes); }

private:
    void take(std::vector<Nucleus> nuclei)
    {
        for (Nucleus& nucleus : nuclei)
            if (m_seen.insert(nucleus.id).second)
                m_shapes.push_back({{std::move(nucleus.contour), {}}});
    }

    const std::shared_ptr<const SlideRecipe> m_recipe;
    NetworkScheduler& m_scheduler;
    const CancelToken& m_cancel;
    Progress& m_progress;
    std::vector<MultiPolygon> m_shapes;
    std::set<Uuid> m_seen; ///< areas may overlap
};

} // namespace

Result<NucleiFile> findNucleiIn(std::span<const Rect> areas, const std::shared_ptr<const SlideSource>& slide,
    const SlideIdentity& decided, const std::shared_ptr<const Network>& network, NetworkScheduler& scheduler,
    const CancelToken& cancel, Progress& progress)
{
    SegmentOptions options;
    if (decided.pixelSize.plausible())
        options.pixelSize = decided.pixelSize;
    options.stain = decidedStain(decided, network->info());
    auto recipe = prepareSlide(slide, network, options, cancel);
    if (!recipe)
        return recipe.error();
    const std::vector<Rect> searched = areasToSearch(**recipe, areas);
    std::int64_t total = 0;
    for (const Rect& area : searched)
        total += pixelsOf(area);
    progress.total.store(total);
    AreaSearch search(std::move(*recipe), scheduler, cancel, progress);
    for (const Rect& area : searched)
        if (Status status = search.search(area); !status)
            return status.error();
    return NucleiFile{network->info().name, search.takeShapes(), {}};
}

} // namespace nb
