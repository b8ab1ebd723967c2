// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/mapassembler.h"
#include "engine/segment/networkscheduler.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace nb {

/// Feeds one list of patches through the scheduler, a few ahead, and keeps the cells that come out. The coordinating thread calls
/// all members; the work itself runs on the scheduler's workers. Reading a patch, normalising it and the network run one after the other on
/// one worker; the workers overlap with each other and with the coordinator, which extracts.
class PatchFeed {
public:
    struct Times {
        double network = 0; ///< seconds, summed over workers
        double stain = 0;
        double read = 0;
    };

    PatchFeed(std::shared_ptr<const SlideRecipe> recipe, NetworkScheduler& scheduler, Priority priority, CancelToken cancel,
              Progress& progress);
    ~PatchFeed(); ///< waits for the patches in hand
    PatchFeed(const PatchFeed&) = delete;
    PatchFeed& operator=(const PatchFeed&) = delete;

    struct PatchIndex {
        std::int64_t column;
        std::int64_t row;
    };
    /// A new list, in the order in which it is to run; cells outside of `wantedCells` are not kept. Forgets all earlier cells.
    void start(std::vector<PatchIndex> patches, const Rect& wantedCells);

    void topUp();        ///< posts until enough are under way
    void waitForCell();  ///< until a cell is finished, all is done, or something failed
    [[nodiscard]] std::vector<std::shared_ptr<const AssembledCell>> takeNew(); ///< cells finished since the last call
    [[nodiscard]] std::shared_ptr<const AssembledCell> cell(std::int64_t column, std::int64_t row) const; ///< null if not finished
    [[nodiscard]] bool runs(std::int64_t column, std::int64_t row) const; ///< whether the patch has tissue
    [[nodiscard]] int patchesInto(std::int64_t column, std::int64_t row) const { return m_assembler->patchesInto(column, row); }
    [[nodiscard]] std::shared_ptr<const AssembledCell> emptyCell(std::int64_t column, std::int64_t row) const { return m_assembler->emptyCell(column, row); }
    void forgetAbove(std::int64_t row); ///< cells of rows < `row` are not needed any more
    [[nodiscard]] std::optional<Error> error() const;
    [[nodiscard]] Times times() const;

private:
    void runPatch(const PatchIndex& patch);
    [[nodiscard]] Status computePatch(const PatchIndex& patch);
    void drain();

    const std::shared_ptr<const SlideRecipe> m_recipe;
    NetworkScheduler& m_scheduler;
    const Priority m_priority;
    const CancelToken m_cancel;
    Progress& m_progress;
    std::unique_ptr<MapAssembler> m_assembler;
    std::vector<PatchIndex> m_patches; ///< coordinator only
    std::size_t m_posted = 0;          ///< coordinator only
    Rect m_wanted;

    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    int m_inFlight = 0;
    std::unordered_map<std::int64_t, std::shared_ptr<const AssembledCell>> m_cells;
    std::vector<std::shared_ptr<const AssembledCell>> m_new;
    std::optional<Error> m_error;
    Times m_times;
};

} // namespace nb
