// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/casechoice.h"

#include <algorithm>
#include <iterator>

namespace nb
{

Result<std::vector<NucleusRow>> chosenRows(CaseReader& reader, const CaseChoice& choice)
{
    std::vector<NucleusRow> rows;
    if (!choice.onlyRows && choice.onlyRegions) {
        for (const RegionRecord& region : choice.regions) {
            const auto inside = reader.within(region.shape);
            if (!inside)
                return inside.error();
            std::vector<NucleusRow> all;
            std::set_union(rows.begin(), rows.end(), inside->begin(), inside->end(), std::back_inserter(all));
            rows = std::move(all);
        }
        return rows;
    }
    auto present = reader.sorted("", false, {});
    if (!present)
        return present;
    std::sort(present->begin(), present->end());
    if (!choice.onlyRows)
        return present;
    std::vector<NucleusRow> wanted = *choice.onlyRows;
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::set_intersection(wanted.begin(), wanted.end(), present->begin(), present->end(), std::back_inserter(rows));
    return rows;
}

Status visitChosen(CaseReader& reader, const CaseChoice& choice, const std::string& path, const CancelToken& cancel,
    Progress& progress, const std::function<Status(const NucleusRecord&)>& visitor)
{
    const auto rows = chosenRows(reader, choice);
    if (!rows)
        return rows.error();
    progress.total = static_cast<std::int64_t>(rows->size());
    for (const NucleusRow row : *rows) {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped", path, ""};
        const auto record = reader.nucleus(row);
        if (!record)
            return record.error();
        progress.done.fetch_add(1, std::memory_order_relaxed);
        if (!*record)
            continue;
        if (Status done = visitor(**record); !done)
            return done;
    }
    return {};
}

} // namespace nb
