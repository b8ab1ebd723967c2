// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/patchfeed.h"

#include "engine/segment/patchnetwork.h"

#include <new>

namespace nb {

namespace {

constexpr int kAheadPerWorker = 3; // keeps workers busy while the coordinator extracts a tile, and little to drop on cancelling

} // namespace

PatchFeed::PatchFeed(std::shared_ptr<const SlideRecipe> recipe, NetworkScheduler& scheduler, Priority priority, CancelToken cancel,
                     Progress& progress)
    : m_recipe(std::move(recipe))
    , m_scheduler(scheduler)
    , m_priority(priority)
    , m_cancel(std::move(cancel))
    , m_progress(progress)
{
}

PatchFeed::~PatchFeed() { drain(); }

void PatchFeed::drain()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_inFlight == 0; });
}

void PatchFeed::start(std::vector<PatchIndex> patches, const Rect& wantedCells)
{
    drain();
    m_patches = std::move(patches);
    m_posted = 0;
    m_wanted = wantedCells;
    m_assembler = std::make_unique<MapAssembler>(m_recipe->grid, [this](std::int64_t c, std::int64_t r) { return runs(c, r); }, m_recipe->vote);
    const std::lock_guard lock(m_mutex);
    m_cells.clear();
    m_new.clear();
}

bool PatchFeed::runs(std::int64_t column, std::int64_t row) const
{
    return patchHasTissue(*m_recipe, column, row);
}

void PatchFeed::topUp()
{
    const int limit = kAheadPerWorker * m_scheduler.threads();
    while (m_posted < m_patches.size()) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_inFlight >= limit || m_error)
                return;
            ++m_inFlight;
        }
        m_scheduler.post(m_priority, [this, patch = m_patches[m_posted]] { runPatch(patch); });
        ++m_posted;
    }
}

void PatchFeed::waitForCell()
{
    std::unique_lock lock(m_mutex);
    const bool morePatches = m_posted < m_patches.size();
    const int limit = kAheadPerWorker * m_scheduler.threads();
    m_changed.wait(lock, [&] { return !m_new.empty() || m_error || m_inFlight == 0 || (morePatches && m_inFlight < limit); });
}

std::vector<std::shared_ptr<const AssembledCell>> PatchFeed::takeNew()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_new, {});
}

std::shared_ptr<const AssembledCell> PatchFeed::cell(std::int64_t column, std::int64_t row) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_cells.find(row * m_recipe->grid.columns() + column);
    return found == m_cells.end() ? nullptr : found->second;
}

void PatchFeed::forgetAbove(std::int64_t row)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_cells, [&](const auto& entry) { return entry.first < row * m_recipe->grid.columns(); });
}

std::optional<Error> PatchFeed::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

PatchFeed::Times PatchFeed::times() const
{
    const std::lock_guard lock(m_mutex);
    return m_times;
}

void PatchFeed::runPatch(const PatchIndex& patch)
{
    Status status = Error {ErrorCode::Cancelled, "Stopped", m_recipe->slide->info().path, ""};
    if (!m_cancel.cancelled()) {
        try {
            status = computePatch(patch);
        } catch (const std::bad_alloc&) {
            status = Error {ErrorCode::OutOfMemory, "Not enough memory to look for nuclei", m_recipe->slide->info().path, "Close other programs or choose a smaller patch"};
        }
    }
    // Notified under the lock: once the last patch is counted out, the feed may be destroyed.
    const std::lock_guard lock(m_mutex);
    if (!status.ok() && !m_error)
        m_error = status.error();
    --m_inFlight;
    m_changed.notify_all();
}

Status PatchFeed::computePatch(const PatchIndex& patch)
{
    thread_local std::vector<float> probabilities; // a worker's own, reused from patch to patch
    PatchTimes times;
    const Result<RgbImage> colours = nb::runPatch(*m_recipe, patch.column, patch.row, probabilities, times);
    if (!colours)
        return colours.error();
    auto finished = m_assembler->add(patch.column, patch.row, *colours, probabilities.data(), m_wanted);
    m_progress.done.fetch_add(1, std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    m_times.network += times.network;
    m_times.stain += times.stain;
    m_times.read += times.read;
    const PatchGrid& grid = m_recipe->grid;
    for (auto& cell : finished) {
        const Rect at = cell->maps->area;
        m_cells[at.y / grid.stride() * grid.columns() + at.x / grid.stride()] = cell;
        m_new.push_back(std::move(cell));
    }
    return {};
}

} // namespace nb
