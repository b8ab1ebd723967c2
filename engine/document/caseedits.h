// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/nucleustable.h"
#include "engine/document/regiontable.h"

namespace nb
{

/// What a person changes, each step one transaction, and undo and redo over all of it without a limit, also after the
/// case was closed and opened again. On an Error nothing has changed. One thread at a time (the document thread).
class CaseEdits
{
public:
    explicit CaseEdits(Database& database)
        : m_database(database)
        , m_steps(database)
        , m_nuclei(database)
        , m_regions(database)
    {
    }

    /// Errors: Invalid (an outline that crosses itself or is empty, a class that is not there; says which), those of
    /// Database.
    [[nodiscard]] Result<EditOutcome> apply(const Edit& edit);
    /// The newest applied step back, the oldest undone step again. Errors: NotFound where there is none; Invalid while
    /// the step is a run that is still going on (`lockStep`).
    [[nodiscard]] Result<EditOutcome> undo();
    [[nodiscard]] Result<EditOutcome> redo();
    /// Newest first.
    [[nodiscard]] Result<std::vector<HistoryEntry>> history(std::int64_t limit = 1000)
    {
        return m_steps.entries(limit);
    }
    [[nodiscard]] Result<std::vector<RegionRecord>> regions() { return m_regions.regions(); }
    [[nodiscard]] Result<std::vector<ClassRecord>> classes() { return m_regions.classes(); }

    /// A step that is still growing and must not be undone; 0: none.
    void lockStep(std::int64_t step) { m_lockedStep = step; }
    /// Tidies up after given-up steps; true while there is more to do. To be called when nobody waits.
    [[nodiscard]] Result<bool> tidy();

private:
    [[nodiscard]] Status applyClasses(std::int64_t step, const Edit& edit);
    [[nodiscard]] Status applyNuclei(std::int64_t step, const Edit& edit, EditOutcome& outcome);
    [[nodiscard]] Status changeRow(
        std::int64_t step, NucleusRow row, const NucleiChange& to, bool remove, EditOutcome& outcome);
    [[nodiscard]] Status putNucleus(std::int64_t step, const NucleusRecord& record, EditOutcome& outcome);
    [[nodiscard]] Status expectClass(int id);
    [[nodiscard]] Result<EditOutcome> turnNext(bool applied);
    void grow(EditOutcome& outcome, NucleusRow row);

    Database& m_database;
    StepLog m_steps;
    NucleusTable m_nuclei;
    RegionTable m_regions;
    std::vector<ClassRecord> m_classes; ///< while an edit is applied
    std::int64_t m_lockedStep = 0;
};

} // namespace nb
