// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/caseedits.h"

#include "engine/document/storableshape.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr std::int64_t kTidyRows = 2000; // some tens of milliseconds
constexpr std::int64_t kMostRowsForArea = 2000;

} // namespace

Status CaseEdits::expectClass(int id)
{
    if (std::any_of(m_classes.begin(), m_classes.end(), [&](const ClassRecord& c) { return c.id == id; }))
        return {};
    return Error{ErrorCode::Invalid, "There is no class with the number " + std::to_string(id), m_database.path(),
        "Choose one of the case's classes"};
}

Status CaseEdits::applyClasses(std::int64_t step, const Edit& edit)
{
    for (const ClassRecord& record : edit.putClasses)
        if (Status status = m_regions.putClass(step, record); !status)
            return status;
    auto classes = m_regions.classes();
    if (!classes)
        return classes.error();
    m_classes = std::move(*classes);
    return {};
}

void CaseEdits::grow(EditOutcome& outcome, NucleusRow row)
{
    if (++outcome.nuclei > kMostRowsForArea)
        outcome.changedArea.reset();
    if (!outcome.changedArea)
        return;
    Statement box(m_database, "SELECT left, top, right, bottom FROM nucleus_box WHERE row = ?");
    const auto found = box.bind(1, row).step();
    if (!found || !*found) {
        outcome.changedArea.reset(); // then everything is drawn anew
        return;
    }
    const auto down = [](double v) { return static_cast<std::int64_t>(std::floor(v)); };
    const auto up = [](double v) { return static_cast<std::int64_t>(std::ceil(v)); };
    Rect& area = *outcome.changedArea;
    const std::int64_t left = down(box.real(0)), top = down(box.real(1)), right = up(box.real(2)),
                       bottom = up(box.real(3));
    if (area.empty())
        area = {left, top, right - left, bottom - top};
    const std::int64_t x = std::min(area.x, left), y = std::min(area.y, top);
    area = {x, y, std::max(area.right(), right) - x, std::max(area.bottom(), bottom) - y};
}

Status CaseEdits::changeRow(
    std::int64_t step, NucleusRow row, const NucleiChange& to, bool remove, EditOutcome& outcome)
{
    const auto before = m_nuclei.state(row);
    if (!before)
        return before.error();
    if (!*before || !(*before)->alive)
        return {};
    NucleusState after = **before;
    after.alive = !remove;
    after.classId = to.classId.value_or(after.classId);
    after.origin = to.origin.value_or(after.origin);
    if (after == **before)
        return {};
    if (Status status = m_nuclei.change(step, row, **before, after); !status)
        return status;
    grow(outcome, row);
    return {};
}

/// A locked nucleus that is present: it is counted and stays as it is.
Result<bool> CaseEdits::spared(NucleusRow row, EditOutcome& outcome)
{
    const auto locked = m_nuclei.locked(row);
    if (!locked || !*locked)
        return locked;
    const auto state = m_nuclei.state(row);
    if (!state)
        return state.error();
    const bool there = *state && (*state)->alive;
    outcome.lockedLeft += there ? 1 : 0;
    return there;
}

Status CaseEdits::putNucleus(
    std::int64_t step, const NucleusRecord& record, const std::vector<MultiPolygon>* yieldOutside, EditOutcome& outcome)
{
    NucleusRecord stored = record;
    stored.shape = storable(record.shape);
    // Rounding is ours to mend; an outline that crosses itself before it is a fault of whoever drew or read it.
    if (!isValidShape(record.shape) || !isValidShape(stored.shape))
        return Error{ErrorCode::Invalid, "The outline of a nucleus is empty or crosses itself", m_database.path(),
            "Draw it again"};
    if (Status status = expectClass(record.classId); !status)
        return status;
    const auto present = m_nuclei.present(record.id);
    if (!present)
        return present.error();
    if (*present) {
        const auto later = changedLater(step, **present);
        if (!later)
            return later.error();
        if (*later) {
            outcome.putRows.push_back(0);
            return {};
        }
        if (Status status = changeRow(step, **present, {}, true, outcome); !status)
            return status;
    } else if (yieldOutside) {
        if (Status status = clearUntouched(step, stored.shape, *yieldOutside, outcome); !status)
            return status;
    }
    const auto row = m_nuclei.insert(step, stored);
    if (!row)
        return row.error();
    outcome.putRows.push_back(*row);
    grow(outcome, *row);
    return {};
}

Status CaseEdits::applyNuclei(std::int64_t step, const Edit& edit, EditOutcome& outcome)
{
    for (const NucleiChange& change : edit.changeNuclei) {
        if (change.classId)
            if (Status status = expectClass(*change.classId); !status)
                return status;
        for (const NucleusRow row : change.rows) {
            const auto locked = change.classId ? spared(row, outcome) : Result<bool>(false);
            if (!locked)
                return locked.error();
            if (*locked)
                continue;
            if (Status status = changeRow(step, row, change, false, outcome); !status)
                return status;
        }
    }
    for (const NucleusRow row : edit.removeNuclei) {
        const auto locked = spared(row, outcome);
        if (!locked)
            return locked.error();
        if (*locked)
            continue;
        if (Status status = changeRow(step, row, {}, true, outcome); !status)
            return status;
    }
    for (const NucleusRecord& record : edit.putNuclei)
        if (Status status = putNucleus(step, record, edit.yieldOutside.get(), outcome); !status)
            return status;
    return {};
}

Result<EditOutcome> CaseEdits::apply(const Edit& edit)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto step = m_steps.begin(edit.label, edit.author);
    if (!step)
        return step.error();
    auto outcome = applyTo(*step, edit);
    if (!outcome)
        return outcome;
    if (outcome->lockedLeft > 0 && outcome->nuclei == 0 && !outcome->regionsChanged && !outcome->classesChanged
        && !outcome->pixelSize)
        return Error{ErrorCode::Invalid, outcome->lockedLeft == 1 ? "The nucleus is locked" : "All of them are locked",
            "", "Select it and press Ctrl+K to unlock it"};
    if (Status status = transaction.commit(); !status)
        return status.error();
    return outcome;
}

Result<EditOutcome> CaseEdits::applyTo(std::int64_t step, const Edit& edit)
{
    EditOutcome outcome{step, edit.label, 0, {}, Rect{}, !edit.putRegions.empty() || !edit.removeRegions.empty(),
        !edit.putClasses.empty() || !edit.removeClasses.empty(), edit.pixelSize};
    Status done = applyClasses(step, edit);
    if (done && edit.pixelSize)
        done = m_steps.setPixelSize(step, *edit.pixelSize);
    if (done)
        done = applyNuclei(step, edit, outcome);
    for (std::size_t i = 0; done && i < edit.removeRegions.size(); ++i)
        done = m_regions.remove(step, edit.removeRegions[i]);
    for (std::size_t i = 0; done && i < edit.putRegions.size(); ++i) {
        const RegionRecord& region = edit.putRegions[i];
        done = region.classId ? expectClass(*region.classId) : Status();
        if (done)
            done = m_regions.put(step, region);
    }
    for (std::size_t i = 0; done && i < edit.removeClasses.size(); ++i)
        done = m_regions.removeClass(step, edit.removeClasses[i]);
    if (!done)
        return done.error();
    return outcome;
}

Result<EditOutcome> CaseEdits::turnNext(bool applied)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto entry = m_steps.next(!applied);
    if (!entry)
        return entry.error();
    if (!*entry)
        return Error{ErrorCode::NotFound, applied ? "There is nothing to do again" : "There is nothing to undo",
            m_database.path(), ""};
    if (m_lockedSteps.contains((*entry)->step))
        return Error{ErrorCode::Invalid, "What is still going on cannot be undone", m_database.path(), "Stop it first"};
    auto outcome = m_steps.turn(**entry, applied);
    if (!outcome)
        return outcome;
    if (Status status = transaction.commit(); !status)
        return status.error();
    return outcome;
}

Result<EditOutcome> CaseEdits::undo()
{
    return turnNext(false);
}
Result<EditOutcome> CaseEdits::redo()
{
    return turnNext(true);
}

Result<bool> CaseEdits::tidy()
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto more = m_steps.purge(kTidyRows);
    if (!more || !*more)
        return more;
    if (Status status = transaction.commit(); !status)
        return status.error();
    return true;
}

} // namespace nb
