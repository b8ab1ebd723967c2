// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/nucleusplans.h"

#include <algorithm>
#include <utility>

namespace nb
{

Result<EditPlan> lockPlan(CaseReader& reader, const EditContext& context, std::span<const NucleusRow> rows)
{
    if (rows.size() > kMostReshaped)
        return EditPlan::none(Unfit::TooMany);
    const auto nuclei = storedNuclei(reader, rows);
    if (!nuclei)
        return nuclei.error();
    if (nuclei->empty())
        return EditPlan::none(Unfit::NothingThere);
    const bool lock = std::any_of(
        nuclei->begin(), nuclei->end(), [](const StoredNucleus& nucleus) { return !nucleus.record.locked; });
    EditPlan plan;
    for (const StoredNucleus& nucleus : *nuclei) {
        NucleusRecord record = nucleus.record;
        record.locked = lock;
        plan.edit.putNuclei.push_back(std::move(record));
    }
    plan.edit.label = lock ? context.note.label : context.unlockLabel;
    plan.edit.author = context.note.author;
    plan.chosen = plan.edit.putNuclei.size();
    return plan;
}

} // namespace nb
