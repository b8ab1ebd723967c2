// SPDX-License-Identifier: GPL-3.0-or-later
// The half of CaseEdits for steps that take several transactions.
#include "engine/document/caseedits.h"

namespace nb
{

Result<std::int64_t> CaseEdits::beginStep(const std::string& label, const std::string& author)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto step = m_steps.begin(label, author);
    if (!step)
        return step;
    if (Status status = transaction.commit(); !status)
        return status.error();
    lockStep(*step);
    return step;
}

Result<EditOutcome> CaseEdits::extendStep(std::int64_t step, const Edit& edit)
{
    if (!m_lockedSteps.contains(step))
        return Error{ErrorCode::Invalid, "The step has ended already", m_database.path(), "Begin it again"};
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    auto outcome = applyTo(step, edit);
    if (!outcome)
        return outcome;
    if (Status status = transaction.commit(); !status)
        return status.error();
    return outcome;
}

Status CaseEdits::endStep(std::int64_t step, const std::string& label)
{
    unlockStep(step);
    return Statement(m_database, "UPDATE edit SET label = ? WHERE step = ?").bind(1, label).bind(2, step).execute();
}

Result<bool> CaseEdits::takeBackStep(std::int64_t step)
{
    unlockStep(step);
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto newest = m_steps.next(true);
    if (!newest)
        return newest.error();
    if (!*newest || (*newest)->step != step)
        return false;
    if (const auto turned = m_steps.turn(**newest, false); !turned)
        return turned.error();
    Status done = m_steps.giveUpUndone();
    if (done)
        done = transaction.commit();
    if (!done)
        return done.error();
    return true;
}

/// Whether undoing the steps after `step` would put this row back into a state that it then must not have.
Result<bool> CaseEdits::changedLater(std::int64_t step, NucleusRow row)
{
    Statement later(m_database,
        "SELECT 1 FROM edit e JOIN edit_nucleus n ON n.step = e.step WHERE e.step > ? AND "
        "e.state >= 0 AND n.row = ?");
    return later.bind(1, step).bind(2, row).step();
}

} // namespace nb
