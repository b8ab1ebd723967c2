// SPDX-License-Identifier: GPL-3.0-or-later
// The half of CaseEdits for what gives way to a nucleus that is put.
#include "engine/document/caseedits.h"
#include "engine/document/nucleusplace.h"
#include "engine/document/storableshape.h"
#include "engine/geometry/polygon.h"

#include <algorithm>

namespace nb
{

Status CaseEdits::clearUntouched(
    std::int64_t step, const MultiPolygon& under, const std::vector<MultiPolygon>& outside, EditOutcome& outcome)
{
    const auto near = m_nuclei.untouched(boxOf(under));
    if (!near)
        return near.error();
    for (const auto& [row, shape] : *near) {
        const Point centre = centreOf(boxOf(shape));
        const bool spared = std::any_of(
            outside.begin(), outside.end(), [&centre](const MultiPolygon& region) { return contains(region, centre); });
        if (spared || !takeOnePlace(shape, under))
            continue;
        const auto later = changedLater(step, row);
        if (!later)
            return later.error();
        if (*later)
            continue;
        if (Status status = changeRow(step, row, {}, true, outcome); !status)
            return status;
        ++outcome.yielded;
    }
    return {};
}

} // namespace nb
