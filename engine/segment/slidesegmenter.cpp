// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/slidesegmenter.h"

#include "engine/segment/mapwindow.h"
#include "engine/segment/patchfeed.h"
#include "engine/segment/tileextraction.h"
#include "engine/segment/tileplan.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <unordered_set>

namespace nb {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kStripWidth = 8192; // bounds memory on wide slides; fixed, since it decides the order of nuclei
constexpr std::int64_t kSlideTile = 1024;
constexpr std::int64_t kVisibleTile = 256; // for runs from the middle that need tiles of one size

std::vector<Rect> stripsOf(const Rect& area)
{
    std::vector<Rect> strips;
    for (std::int64_t x = area.x; x < area.right();) {
        const std::int64_t end = std::min(area.right(), (x / kStripWidth + 1) * kStripWidth);
        strips.push_back({x, area.y, end - x, area.height});
        x = end;
    }
    return strips;
}

std::vector<Rect> allTilesOf(
    const Rect& strip, const SlideRecipe& recipe, const SegmentRequest& request, const ExtractionRecipe& extraction)
{
    const std::int64_t size = request.tilePx > 0 ? request.tilePx : kSlideTile;
    return request.order == PatchOrder::Reading ? tilesInReadingOrder(strip, size)
        : request.tilePx > 0                    ? tilesFromCentre(strip, size)
                                                : tilesForWaiting(strip, recipe.grid.stride(), tileHalo(extraction));
}

/// One run of segmentSlide: strip by strip, in each strip tile by tile.
class Run {
public:
    Run(const std::shared_ptr<const SlideRecipe>& recipe, NetworkScheduler& scheduler, const SegmentRequest& request,
        const SegmentSinks& sinks, const CancelToken& cancel, Progress& progress)
        : m_recipe(*recipe)
        , m_request(request)
        , m_sinks(sinks)
        , m_cancel(cancel)
        , m_progress(progress)
        , m_within(outlineArea(recipe->slide->info(), request.area))
        , m_area(touchedModelArea(*recipe, request.area))
        , m_extraction(request.extraction.value_or(extractionRecipeOf(recipe->network->info())))
        , m_feed(recipe, scheduler, request.priority, cancel, progress)
        , m_threads(scheduler.threads())
    {
    }
    Result<SegmentSummary> run();

private:
    [[nodiscard]] std::vector<Rect> strips() const { return stripsOf(m_area); }
    [[nodiscard]] std::vector<Rect> tilesOf(const Rect& strip) const;
    [[nodiscard]] Rect windowOf(const Rect& tile) const;
    [[nodiscard]] std::vector<PatchFeed::PatchIndex> patchesOf(const std::vector<Rect>& tiles) const;
    void countSkipped(const Rect& strip);
    [[nodiscard]] std::optional<Error> runStrip(const Rect& strip);
    [[nodiscard]] bool ready(const Rect& tile);
    [[nodiscard]] MapWindow assemble(const Rect& area) const;
    void extract(const Rect& tile);
    void handOutMaps(const Rect& strip);
    void handOutNuclei();

    const SlideRecipe& m_recipe;
    const SegmentRequest& m_request;
    const SegmentSinks& m_sinks;
    const CancelToken& m_cancel;
    Progress& m_progress;
    const Rect m_within; ///< level-0 pixels: the outlines that are owed
    const Rect m_area; ///< model pixels that the first pixel of such a nucleus can be
    const ExtractionRecipe m_extraction;
    PatchFeed m_feed;
    const int m_threads;
    std::vector<Nucleus> m_waiting; ///< of the tile row under way
    SegmentSummary m_summary;
};

std::vector<Rect> Run::tilesOf(const Rect& strip) const
{
    std::vector<Rect> tiles = allTilesOf(strip, m_recipe, m_request, m_extraction);
    if (m_request.isDone)
        std::erase_if(tiles, m_request.isDone);
    return tiles;
}

Rect Run::windowOf(const Rect& tile) const
{
    const Rect slide {0, 0, m_recipe.grid.slideWidth(), m_recipe.grid.slideHeight()};
    return tile.grown(tileHalo(m_extraction)).intersected(m_area.grown(regionHalo(m_extraction))).intersected(slide);
}

/// The patches that the tiles need, in the order in which the tiles need them; with PatchOrder::Reading in reading order.
std::vector<PatchFeed::PatchIndex> Run::patchesOf(const std::vector<Rect>& tiles) const
{
    const std::int64_t columns = m_recipe.grid.columns();
    std::vector<PatchFeed::PatchIndex> patches;
    std::unordered_set<std::int64_t> taken;
    for (const Rect& tile : tiles) {
        const Rect near = m_recipe.grid.patchesOf(m_recipe.grid.cellsOf(windowOf(tile)));
        for (std::int64_t r = near.y; r < near.bottom(); ++r)
            for (std::int64_t c = near.x; c < near.right(); ++c)
                if (taken.insert(r * columns + c).second && m_feed.runs(c, r))
                    patches.push_back({c, r});
    }
    if (m_request.order == PatchOrder::Reading)
        std::sort(patches.begin(), patches.end(), [](const auto& a, const auto& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    return patches;
}

void Run::countSkipped(const Rect& strip)
{
    const Rect all = m_recipe.grid.patchesOf(m_recipe.grid.cellsOf(windowOf(strip)));
    for (std::int64_t r = all.y; r < all.bottom(); ++r)
        for (std::int64_t c = all.x; c < all.right(); ++c)
            m_summary.skippedPatches += m_feed.runs(c, r) ? 0 : 1;
}

bool Run::ready(const Rect& tile)
{
    const Rect cells = m_recipe.grid.cellsOf(windowOf(tile));
    for (std::int64_t r = cells.y; r < cells.bottom(); ++r)
        for (std::int64_t c = cells.x; c < cells.right(); ++c)
            if (!m_feed.cell(c, r) && m_feed.patchesInto(c, r) > 0)
                return false;
    return true;
}

MapWindow Run::assemble(const Rect& area) const
{
    MapWindow window = backgroundWindow(area);
    const Rect cells = m_recipe.grid.cellsOf(area);
    for (std::int64_t r = cells.y; r < cells.bottom(); ++r) {
        for (std::int64_t c = cells.x; c < cells.right(); ++c) {
            const auto cell = m_feed.cell(c, r);
            if (!cell)
                continue; // no tissue: background, as the window is filled with
            pasteMaps(*cell->maps, window);
            pasteColours(cell->rgb, cell->maps->area, window);
        }
    }
    return window;
}

void Run::extract(const Rect& tile)
{
    const auto start = Clock::now();
    TileNuclei found = extractTile(m_recipe, assemble(windowOf(tile)), tile, m_within, m_extraction);
    m_summary.tooLarge += found.tooLarge;
    m_summary.nuclei += static_cast<std::int64_t>(found.nuclei.size());
    m_progress.nuclei.store(m_summary.nuclei, std::memory_order_relaxed);
    if (m_sinks.tile) {
        const FinishedTile finished {tile, std::move(found.nuclei), found.tooLarge};
        m_sinks.tile(finished);
        if (m_sinks.nuclei)
            found.nuclei = finished.nuclei;
        else
            found.nuclei.clear();
    }
    std::move(found.nuclei.begin(), found.nuclei.end(), std::back_inserter(m_waiting));
    m_summary.extractSeconds += std::chrono::duration<double>(Clock::now() - start).count();
    if (m_request.order == PatchOrder::FromCentre)
        handOutNuclei();
}

void Run::handOutNuclei()
{
    std::sort(m_waiting.begin(), m_waiting.end(), [](const Nucleus& a, const Nucleus& b) {
        return a.firstY != b.firstY ? a.firstY < b.firstY : a.firstX < b.firstX;
    });
    if (m_sinks.nuclei && !m_waiting.empty())
        m_sinks.nuclei(std::move(m_waiting));
    m_waiting.clear();
}

void Run::handOutMaps(const Rect& strip)
{
    for (const auto& cell : m_feed.takeNew()) {
        // A cell on the seam of two strips is computed for both; the strip in which it begins hands it out.
        const std::int64_t owner = std::clamp(cell->maps->area.x, m_area.x, m_area.right() - 1) / kStripWidth;
        if (m_sinks.maps && owner == strip.x / kStripWidth)
            m_sinks.maps(cell->maps);
    }
}

std::optional<Error> Run::runStrip(const Rect& strip)
{
    const std::vector<Rect> tiles = tilesOf(strip);
    std::vector<PatchFeed::PatchIndex> patches = patchesOf(tiles);
    m_summary.patches += static_cast<std::int64_t>(patches.size());
    countSkipped(strip);
    m_feed.start(std::move(patches), m_recipe.grid.cellsOf(windowOf(strip)));
    std::size_t done = 0; // tiles before it are extracted; with FromCentre too, since patches come in the tiles' order
    while (done < tiles.size()) {
        if (m_cancel.cancelled())
            return Error {ErrorCode::Cancelled, "Stopped before it was finished", m_recipe.slide->info().path, ""};
        m_feed.topUp();
        handOutMaps(strip);
        if (const auto error = m_feed.error())
            return error;
        if (!ready(tiles[done])) {
            m_feed.waitForCell();
            continue;
        }
        handOutMaps(strip); // those that came since, so that a tile's maps are out before it is
        extract(tiles[done]);
        ++done;
        const bool rowEnds = done == tiles.size() || tiles[done].y != tiles[done - 1].y;
        if (m_request.order == PatchOrder::Reading && rowEnds) {
            handOutNuclei();
            if (done < tiles.size())
                m_feed.forgetAbove(windowOf(tiles[done]).y / m_recipe.grid.stride());
        }
    }
    handOutMaps(strip);
    return {};
}

Result<SegmentSummary> Run::run()
{
    const auto start = Clock::now();
    std::int64_t total = 0;
    for (const Rect& strip : strips())
        total += static_cast<std::int64_t>(patchesOf(tilesOf(strip)).size());
    m_progress.total.store(total, std::memory_order_relaxed);
    for (const Rect& strip : strips())
        if (const auto error = runStrip(strip))
            return *error;
    const Rect area = modelArea(m_recipe, m_request.area);
    m_summary.megapixels = static_cast<double>(area.width) * static_cast<double>(area.height) / 1e6;
    m_summary.networkSeconds = m_feed.times().network / m_threads;
    m_summary.stainSeconds = m_feed.times().stain / m_threads;
    m_summary.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return m_summary;
}

} // namespace

std::int64_t tileCount(const SlideRecipe& recipe, const SegmentRequest& request)
{
    const ExtractionRecipe extraction = request.extraction.value_or(extractionRecipeOf(recipe.network->info()));
    std::int64_t count = 0;
    for (const Rect& strip : stripsOf(touchedModelArea(recipe, request.area)))
        count += static_cast<std::int64_t>(allTilesOf(strip, recipe, request, extraction).size());
    return count;
}

int defaultTilePx(PatchOrder order) { return static_cast<int>(order == PatchOrder::Reading ? kSlideTile : kVisibleTile); }

Result<SegmentSummary> segmentSlide(const std::shared_ptr<const SlideRecipe>& recipe, NetworkScheduler& scheduler,
                                    const SegmentRequest& request, const SegmentSinks& sinks, const CancelToken& cancel,
                                    Progress& progress)
{
    const SlideInfo& info = recipe->slide->info();
    if (request.area.intersected({0, 0, info.width(), info.height()}).empty())
        return Error {ErrorCode::OutOfRange, "The region does not touch the slide", info.path, "Choose a region inside the slide"};
    if (modelArea(*recipe, request.area).empty())
        return Error {ErrorCode::OutOfRange, "The region is smaller than one pixel of the model", info.path, "Choose a larger region"};
    try {
        return Run(recipe, scheduler, request, sinks, cancel, progress).run();
    } catch (const std::bad_alloc&) {
        return Error {ErrorCode::OutOfMemory, "Not enough memory to look for nuclei", info.path, "Close other programs or choose a smaller region"};
    }
}

} // namespace nb
