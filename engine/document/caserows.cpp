// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/caserows.h"

#include <algorithm>
#include <iterator>

namespace nb
{

namespace
{
constexpr std::int64_t kRowsBetweenLooks = 4096; // at the token
}

Status CaseRows::stopped(std::int64_t count) const
{
    if (count % kRowsBetweenLooks == 0 && m_cancel.cancelled())
        return Error{ErrorCode::Cancelled, "The search in the case was stopped", "", ""};
    return {};
}

Status CaseRows::visit(const std::string& sql, const std::function<void(Statement&)>& visitor)
{
    Statement& select = m_reader.m_sql(sql);
    std::int64_t count = 0;
    if (Status status = stopped(count++); !status)
        return status;
    return select.forEachRow([&] {
        Status status = stopped(count++);
        if (status)
            visitor(select);
        return status;
    });
}

Status CaseRows::visitEach(
    const std::string& sql, std::span<const NucleusRow> rows, const std::function<void(Statement&)>& visitor)
{
    Statement& select = m_reader.m_sql(sql);
    std::int64_t count = 0;
    for (const NucleusRow row : rows) {
        if (Status status = stopped(count++); !status)
            return status;
        const auto found = select.bind(1, row).step();
        if (!found)
            return found.error();
        if (*found)
            visitor(select);
        select.reset();
    }
    return {};
}

Result<std::int64_t> CaseRows::number(const std::string& sql)
{
    return m_reader.m_database->number(sql);
}

Result<std::vector<NucleusRow>> CaseRows::within(std::span<const MultiPolygon> shapes)
{
    std::vector<NucleusRow> rows;
    for (const MultiPolygon& shape : shapes) {
        const auto in = m_reader.within(shape);
        if (!in)
            return in.error();
        std::vector<NucleusRow> both;
        std::set_union(rows.begin(), rows.end(), in->begin(), in->end(), std::back_inserter(both));
        rows = std::move(both);
    }
    return rows;
}

} // namespace nb
