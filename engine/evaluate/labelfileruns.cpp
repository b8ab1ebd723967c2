// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/labelfileruns.h"

namespace nb
{

Result<std::unique_ptr<LabelFileRuns>> LabelFileRuns::open(const std::string& path)
{
    auto rows = LabelRows::open(path);
    if (!rows)
        return rows.error();
    return std::unique_ptr<LabelFileRuns>(new LabelFileRuns(std::move(*rows)));
}

void LabelFileRuns::row(std::int64_t y, std::vector<LabelRun>& runs)
{
    runs.clear();
    if (y < m_next || y >= m_rows->height())
        return;
    while (m_status) {
        const auto row = m_rows->next();
        if (!row)
            m_status = row.error();
        else if (m_next++ == y)
            return runsOfLabels(*row, runs);
    }
}

} // namespace nb
