// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/pixelsizechange.h"

#include <set>

namespace nb
{

Result<Edit> changeOfPixelSize(
    CaseReader& reader, const PixelSize& before, const PixelSize& now, const PixelSizeDecision& stored)
{
    Edit edit;
    edit.pixelSize = stored;
    const auto locked = reader.lockedNuclei();
    if (!locked)
        return locked.error();
    const auto rowsOf = [&](NucleusOrigin origin) {
        NucleusFilter filter;
        filter.origin = origin;
        return reader.sorted("", false, filter);
    };
    auto found = rowsOf(NucleusOrigin::Model);
    if (!found)
        return found.error();
    const std::set<NucleusRow> kept(locked->begin(), locked->end());
    std::vector<NucleusRow> stay;
    for (const NucleusRow row : *found)
        (kept.contains(row) ? stay : edit.removeNuclei).push_back(row);
    if (!before.plausible() || !now.plausible()) // nothing can be converted
        return edit;
    for (const NucleusOrigin origin : {NucleusOrigin::Corrected, NucleusOrigin::Drawn, NucleusOrigin::Accepted}) {
        const auto rows = rowsOf(origin);
        if (!rows)
            return rows.error();
        stay.insert(stay.end(), rows->begin(), rows->end());
    }
    for (const NucleusRow row : stay) {
        auto nucleus = reader.nucleus(row);
        if (!nucleus)
            return nucleus.error();
        if (!*nucleus)
            continue;
        (*nucleus)->measurements = rescaled((*nucleus)->measurements, now.x / before.x, now.y / before.y);
        edit.putNuclei.push_back(std::move(**nucleus));
    }
    return edit;
}

} // namespace nb
