// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/nucleustable.h"
#include "engine/document/regiontable.h"

#include <set>

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

    /// Locked nuclei are neither removed nor given a class: they are counted in the outcome. Errors: Invalid (an
    /// outline that crosses itself or is empty, a class that is not there, all that was to go or to change is locked;
    /// says which), those of Database.
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

    /// A step that grows piece by piece (an import), each piece a transaction, so that other work finds its place in
    /// between. It cannot be undone until it ends; after a crash it is there as far as it got, and can be.
    [[nodiscard]] Result<std::int64_t> beginStep(const std::string& label, const std::string& author);
    /// More of a step that was begun. What a later step changed stays as that left it: its EditOutcome::putRows is 0.
    /// Errors: as `apply`; then this piece changed nothing.
    [[nodiscard]] Result<EditOutcome> extendStep(std::int64_t step, const Edit& edit);
    /// It is whole; `label` is what the history calls it from now on.
    [[nodiscard]] Status endStep(std::int64_t step, const std::string& label);
    /// Takes back what a step that was begun has changed so far, as if it had not been. False, and it stays for undo,
    /// where something was done after it.
    [[nodiscard]] Result<bool> takeBackStep(std::int64_t step);

    /// A step that is still growing and must not be undone.
    void lockStep(std::int64_t step) { m_lockedSteps.insert(step); }
    void unlockStep(std::int64_t step) { m_lockedSteps.erase(step); }
    [[nodiscard]] const std::set<std::int64_t>& lockedSteps() const { return m_lockedSteps; }
    /// Tidies up after given-up steps; true while there is more to do. To be called when nobody waits.
    [[nodiscard]] Result<bool> tidy();

private:
    [[nodiscard]] Result<EditOutcome> applyTo(std::int64_t step, const Edit& edit);
    [[nodiscard]] Result<bool> changedLater(std::int64_t step, NucleusRow row);
    [[nodiscard]] Status applyClasses(std::int64_t step, const Edit& edit);
    [[nodiscard]] Status applyNuclei(std::int64_t step, const Edit& edit, EditOutcome& outcome);
    [[nodiscard]] Status changeRow(
        std::int64_t step, NucleusRow row, const NucleiChange& to, bool remove, EditOutcome& outcome);
    [[nodiscard]] Status putNucleus(std::int64_t step, const NucleusRecord& record,
        const std::vector<MultiPolygon>* yieldOutside, EditOutcome& outcome);
    [[nodiscard]] Status clearUntouched(
        std::int64_t step, const MultiPolygon& under, const std::vector<MultiPolygon>& outside, EditOutcome& outcome);
    [[nodiscard]] Result<bool> spared(NucleusRow row, EditOutcome& outcome);
    [[nodiscard]] Status expectClass(int id);
    [[nodiscard]] Result<EditOutcome> turnNext(bool applied);
    void grow(EditOutcome& outcome, NucleusRow row);

    Database& m_database;
    StepLog m_steps;
    NucleusTable m_nuclei;
    RegionTable m_regions;
    std::vector<ClassRecord> m_classes; ///< while an edit is applied
    std::set<std::int64_t> m_lockedSteps;
};

} // namespace nb
