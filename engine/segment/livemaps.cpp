// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/livemaps.h"

#include "engine/segment/mapassembler.h"
#include "engine/segment/patchnetwork.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <unordered_map>
#include <unordered_set>

namespace nb
{

namespace
{

/// A wanted cell. It has an assembler of its own, so that it can be let go without a trace, and begun anew.
struct OpenCell {
    LiveMaps::Cell at;
    std::unique_ptr<MapAssembler> assembler;
    std::vector<LiveMaps::Cell> patches; ///< still to be added
};

} // namespace

struct LiveMaps::Work : std::enable_shared_from_this<Work> {
    Work(std::shared_ptr<const SlideRecipe> r, NetworkScheduler& s, std::shared_ptr<MapStore> m)
        : recipe(std::move(r))
        , scheduler(s)
        , store(std::move(m))
    {
    }

    const std::shared_ptr<const SlideRecipe> recipe;
    NetworkScheduler& scheduler;
    const std::shared_ptr<MapStore> store;

    mutable std::mutex mutex; ///< guards all below
    std::vector<std::shared_ptr<OpenCell>> wanted; ///< not there yet, most wanted first
    std::unordered_set<std::int64_t> inHand; ///< patches
    std::unordered_set<std::int64_t> failed; ///< patches
    int tasks = 0; ///< posted or running
    std::optional<Error> error;

    [[nodiscard]] std::int64_t indexOf(const Cell& cell) const
    {
        return cell.row * recipe->grid.columns() + cell.column;
    }
    [[nodiscard]] std::shared_ptr<OpenCell> opened(const Cell& at) const;
    [[nodiscard]] bool fails(const OpenCell& cell) const;
    [[nodiscard]] std::optional<Cell> takePatch();
    [[nodiscard]] std::vector<std::shared_ptr<OpenCell>> takersOf(const Cell& patch);
    void setWanted(const std::vector<Cell>& cells);
    void post();
    void runTask();
    [[nodiscard]] Status compute(const Cell& patch);
};

/// Null where no patch with tissue reaches into the cell.
std::shared_ptr<OpenCell> LiveMaps::Work::opened(const Cell& at) const
{
    const PatchGrid& grid = recipe->grid;
    auto cell = std::make_shared<OpenCell>();
    cell->at = at;
    const Rect area = grid.cellArea(at.column, at.row), patches = grid.patchesOf({at.column, at.row, 1, 1});
    for (std::int64_t row = patches.y; row < patches.bottom(); ++row)
        for (std::int64_t column = patches.x; column < patches.right(); ++column)
            if (!grid.patchArea(column, row).intersected(area).empty() && patchHasTissue(*recipe, column, row))
                cell->patches.push_back({column, row});
    if (cell->patches.empty())
        return nullptr;
    cell->assembler = std::make_unique<MapAssembler>(
        grid, [r = recipe](std::int64_t c, std::int64_t row) { return patchHasTissue(*r, c, row); }, recipe->vote);
    return cell;
}

void LiveMaps::Work::setWanted(const std::vector<Cell>& cells)
{
    const std::lock_guard lock(mutex);
    std::unordered_map<std::int64_t, std::shared_ptr<OpenCell>> before;
    for (auto& cell : wanted)
        before[indexOf(cell->at)] = std::move(cell);
    wanted.clear();
    for (const Cell& at : cells) {
        const PatchGrid& grid = recipe->grid;
        if (at.column < 0 || at.row < 0 || at.column >= grid.columns() || at.row >= grid.rows()
            || store->has(at.column, at.row))
            continue;
        const auto there = before.find(indexOf(at));
        if (auto cell = there == before.end() ? opened(at) : there->second)
            wanted.push_back(std::move(cell));
    }
    post();
}

/// One task for each worker, as long as there is anything to do; `mutex` held.
void LiveMaps::Work::post()
{
    for (; tasks < scheduler.threads() && !wanted.empty(); ++tasks)
        scheduler.post(Priority::Live, [self = shared_from_this()] { self->runTask(); });
}

bool LiveMaps::Work::fails(const OpenCell& cell) const
{
    return std::any_of(cell.patches.begin(), cell.patches.end(),
        [this](const Cell& patch) { return failed.contains(indexOf(patch)); });
}

/// The next patch of the most wanted cell that is not there and not in somebody's hand; `mutex` held.
std::optional<LiveMaps::Cell> LiveMaps::Work::takePatch()
{
    std::erase_if(wanted, [this](const auto& cell) { return store->has(cell->at.column, cell->at.row); });
    for (const auto& cell : wanted) {
        if (fails(*cell))
            continue;
        for (const Cell& patch : cell->patches)
            if (inHand.insert(indexOf(patch)).second)
                return patch;
    }
    return {};
}

/// The wanted cells that lack the patch; from now on they count it as theirs. `mutex` held.
std::vector<std::shared_ptr<OpenCell>> LiveMaps::Work::takersOf(const Cell& patch)
{
    std::vector<std::shared_ptr<OpenCell>> takers;
    for (const auto& cell : wanted)
        if (std::erase_if(cell->patches, [&](const Cell& p) { return p.column == patch.column && p.row == patch.row; })
            > 0)
            takers.push_back(cell);
    return takers;
}

/// One patch, then to the end of the queue: what is more urgent goes in between.
void LiveMaps::Work::runTask()
{
    std::optional<Cell> patch;
    {
        const std::lock_guard lock(mutex);
        patch = takePatch();
        if (!patch) {
            --tasks;
            return;
        }
    }
    Status status;
    try {
        status = compute(*patch);
    } catch (const std::bad_alloc&) {
        status = Error{ErrorCode::OutOfMemory, "Not enough memory to show the model live", recipe->slide->info().path,
            "Close other programs, or look at a smaller part of the slide"};
    }
    const std::lock_guard lock(mutex);
    inHand.erase(indexOf(*patch));
    if (!status) {
        failed.insert(indexOf(*patch));
        if (!error)
            error = status.error();
    }
    --tasks;
    post();
}

Status LiveMaps::Work::compute(const Cell& patch)
{
    thread_local std::vector<float> probabilities; // a worker's own, reused from patch to patch
    PatchTimes times;
    const Result<RgbImage> colours = runPatch(*recipe, patch.column, patch.row, probabilities, times);
    if (!colours)
        return colours.error();
    std::vector<std::shared_ptr<OpenCell>> takers;
    {
        const std::lock_guard lock(mutex);
        takers = takersOf(patch);
    }
    for (const auto& cell : takers)
        for (const auto& finished : cell->assembler->add(
                 patch.column, patch.row, *colours, probabilities.data(), {cell->at.column, cell->at.row, 1, 1}))
            store->add(finished->maps);
    return {};
}

LiveMaps::LiveMaps(
    std::shared_ptr<const SlideRecipe> recipe, NetworkScheduler& scheduler, std::shared_ptr<MapStore> store)
    : m_work(std::make_shared<Work>(std::move(recipe), scheduler, std::move(store)))
{
}

LiveMaps::~LiveMaps()
{
    m_work->setWanted({});
}

void LiveMaps::setWanted(const std::vector<Cell>& cells)
{
    m_work->setWanted(cells);
}

std::size_t LiveMaps::missing() const
{
    const std::lock_guard lock(m_work->mutex);
    return static_cast<std::size_t>(
        std::count_if(m_work->wanted.begin(), m_work->wanted.end(), [this](const auto& cell) {
            return !m_work->fails(*cell) && !m_work->store->has(cell->at.column, cell->at.row);
        }));
}

std::optional<Error> LiveMaps::takeError()
{
    const std::lock_guard lock(m_work->mutex);
    return std::exchange(m_work->error, std::nullopt);
}

std::vector<LiveMaps::Cell> LiveMaps::cellsFromMiddle(const PatchGrid& grid, const Rect& area)
{
    std::vector<Cell> cells;
    const Rect all = grid.cellsOf(area);
    for (std::int64_t row = all.y; row < all.bottom(); ++row)
        for (std::int64_t column = all.x; column < all.right(); ++column)
            cells.push_back({column, row});
    const auto away = [&](const Cell& cell) {
        const Rect at = grid.cellArea(cell.column, cell.row);
        const std::int64_t x = 2 * at.x + at.width - 2 * area.x - area.width,
                           y = 2 * at.y + at.height - 2 * area.y - area.height;
        return x * x + y * y;
    };
    std::stable_sort(cells.begin(), cells.end(), [&](const Cell& a, const Cell& b) { return away(a) < away(b); });
    return cells;
}

} // namespace nb
