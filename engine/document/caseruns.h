// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caseedits.h"
#include "engine/segment/slidesegmenter.h"

#include <memory>
#include <set>
#include <utility>

namespace nb
{

/// Runs of a model into the case, tile by tile. A tile's nuclei and its mark that it is done are one transaction, so a
/// run that was stopped or killed goes on with the next tile. All of a run is one step of the history.
///
/// A new run replaces only untouched nuclei of earlier runs: those that lie in its area, and those that its own nuclei
/// overlap. What a person drew, corrected, accepted, named, locked or gave a class stays, and so does everything in a
/// region that is marked as checked (a nucleus belongs to the region that holds its box's centre); a new nucleus yields
/// where it shares more than 5% of the smaller one's area with one that stays, or lies in a checked region. One thread
/// at a time (the document thread).
class CaseRuns
{
public:
    CaseRuns(Database& database, CaseEdits& edits)
        : m_database(database)
        , m_edits(edits)
        , m_steps(database)
        , m_nuclei(database)
        , m_sql(database)
    {
    }

    /// The newest unfinished run of equal settings, area and tiles that was not undone.
    [[nodiscard]] Result<std::optional<RunRecord>> resumable(const RunSettings& settings);
    /// Goes on with the newest unfinished run of equal settings, area and tiles that was not undone; otherwise begins
    /// one.
    [[nodiscard]] Result<RunRecord> beginOrResume(const RunSettings& settings);
    /// Upper left corners (model pixels) of the tiles that are done.
    [[nodiscard]] Result<std::set<std::pair<std::int64_t, std::int64_t>>> finishedTiles(std::int64_t run);

    struct TileOutcome {
        std::int64_t added = 0;
        std::int64_t yielded = 0; ///< left out because something that stays is there
        std::int64_t replaced = 0; ///< untouched nuclei of earlier runs that went
    };
    /// A tile done twice is passed over. `cells` are maps that were finished since the last tile; they are stored with
    /// it.
    [[nodiscard]] Result<TileOutcome> commitTile(
        const RunRecord& run, const FinishedTile& tile, const std::vector<std::shared_ptr<const MapCell>>& cells);
    [[nodiscard]] Status finish(const RunRecord& run);
    /// The run stops for now (finished, cancelled or failed) and can be undone.
    void release() { m_edits.unlockStep(std::exchange(m_growing, 0)); }

    /// Newest first.
    [[nodiscard]] Result<std::vector<RunRecord>> runs();

private:
    struct Neighbour;
    [[nodiscard]] Result<std::vector<Neighbour>> neighbours(const RunRecord& run, const FinishedTile& tile);
    [[nodiscard]] Result<TileOutcome> storeTile(const RunRecord& run, const FinishedTile& tile);
    [[nodiscard]] Status storeCells(const RunRecord& run, const std::vector<std::shared_ptr<const MapCell>>& cells);
    [[nodiscard]] Result<bool> isDone(std::int64_t run, const Rect& tile);
    [[nodiscard]] Result<std::int64_t> insertRun(const RunSettings& settings, std::int64_t step);

    void lock(std::int64_t step);

    Database& m_database;
    CaseEdits& m_edits;
    StepLog m_steps;
    NucleusTable m_nuclei;
    StatementCache m_sql;
    std::int64_t m_growing = 0; ///< the step of the run that goes on
};

} // namespace nb
