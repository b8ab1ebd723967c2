// SPDX-License-Identifier: GPL-3.0-or-later
// The half of CaseReader that lists, sorts and plots.
#include "engine/document/casereader.h"
#include "engine/document/measurementcolumns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nb
{

namespace
{

/// Reading every value once and sorting in memory takes about half a second for a million; an index for each of the 14
/// columns would be quicker to sort, but would make every run, every delete and every undo several times slower.
std::string selection(bool joins, const NucleusFilter& filter)
{
    std::string sql = " FROM nucleus n";
    if (joins || !filter.ranges.empty())
        sql += " LEFT JOIN measurement m ON m.row = n.row";
    sql += " WHERE n.alive = 1";
    if (filter.classId)
        sql += " AND n.class = " + std::to_string(*filter.classId);
    if (filter.origin)
        sql += " AND n.origin = " + std::to_string(static_cast<int>(*filter.origin));
    int parameter = 1;
    for (const NucleusFilter::Range& range : filter.ranges) {
        const std::string first = std::to_string(parameter++), second = std::to_string(parameter++);
        sql += " AND m." + range.column + " BETWEEN ?" + first + " AND ?" + second;
    }
    return sql;
}

std::string scanOf(const std::string& column, const NucleusFilter& filter)
{
    const bool ofNucleus = column == "class" || column == "origin";
    return "SELECT n.row, " + (column.empty() ? std::string("0") : (ofNucleus ? "n." : "m.") + column)
        + selection(!column.empty() && !ofNucleus, filter);
}

void bindRanges(Statement& select, const NucleusFilter& filter)
{
    int parameter = 1;
    for (const NucleusFilter::Range& range : filter.ranges) {
        select.bind(parameter++, range.least);
        select.bind(parameter++, range.most);
    }
}

double valueOf(Statement& select, int column)
{
    return select.isNull(column) ? std::numeric_limits<double>::quiet_NaN() : select.real(column);
}

/// Names reach SQL, so only ours do.
bool isKnown(const std::string& column, const NucleusFilter& filter)
{
    const bool known = column.empty() || column == "class" || column == "origin" || measurementColumn(column);
    return known && std::all_of(filter.ranges.begin(), filter.ranges.end(), [](const auto& range) {
        return measurementColumn(range.column) != nullptr;
    });
}

Error unknownColumn(const std::string& column, StatementCache& sql)
{
    return {ErrorCode::Invalid, "There is no measurement called " + column, sql.database().path(), ""};
}

struct Entry {
    double value = 0;
    NucleusRow row = 0;
};

Result<std::vector<Entry>> scan(StatementCache& sql, const std::string& column, const NucleusFilter& filter)
{
    if (!isKnown(column, filter))
        return unknownColumn(column, sql);
    Statement& select = sql(scanOf(column, filter));
    bindRanges(select, filter);
    std::vector<Entry> entries;
    const Status status = select.forEachRow([&] { entries.push_back({valueOf(select, 1), select.integer(0)}); });
    if (!status)
        return status.error();
    return entries;
}

} // namespace

Result<std::vector<NucleusRow>> CaseReader::sorted(
    const std::string& column, bool descending, const NucleusFilter& filter)
{
    auto entries = scan(m_sql, column, filter);
    if (!entries)
        return entries.error();
    if (!column.empty()) {
        // Equal values stay in the order of their rows, whichever way; what was not measured comes last.
        std::sort(entries->begin(), entries->end(), [descending](const Entry& a, const Entry& b) {
            const bool an = std::isnan(a.value), bn = std::isnan(b.value);
            if (an != bn)
                return bn;
            if (!an && a.value != b.value)
                return descending ? a.value > b.value : a.value < b.value;
            return a.row < b.row;
        });
    }
    std::vector<NucleusRow> rows;
    rows.reserve(entries->size());
    for (const Entry& entry : *entries)
        rows.push_back(entry.row);
    return rows;
}

Result<std::vector<std::pair<NucleusRow, double>>> CaseReader::values(
    const std::string& column, const NucleusFilter& filter)
{
    const auto entries = scan(m_sql, column, filter);
    if (!entries)
        return entries.error();
    std::vector<std::pair<NucleusRow, double>> values;
    for (const Entry& entry : *entries)
        if (!std::isnan(entry.value))
            values.emplace_back(entry.row, entry.value);
    return values;
}

Status CaseReader::visitValues(const std::vector<std::string>& columns, const NucleusFilter& filter,
    const std::function<bool(NucleusRow, int classId, std::span<const double> values)>& visitor)
{
    std::string list = "SELECT n.row, n.class";
    for (const std::string& column : columns) {
        if (!measurementColumn(column) || !isKnown("", filter))
            return unknownColumn(column, m_sql);
        list += ", m." + column;
    }
    Statement& select = m_sql(list + selection(!columns.empty(), filter) + " ORDER BY n.row");
    bindRanges(select, filter);
    std::vector<double> values(columns.size());
    return select.forEachRow([&] {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = valueOf(select, static_cast<int>(i) + 2);
        return visitor(select.integer(0), static_cast<int>(select.integer(1)), values);
    });
}

Result<std::vector<NucleusLine>> CaseReader::lines(std::span<const NucleusRow> rows)
{
    std::string columns;
    for (const MeasurementColumn& column : measurementColumns())
        columns += std::string(", m.") + column.name;
    Statement& select = m_sql("SELECT n.id, n.class, n.origin, (b.left + b.right) / 2, (b.top + b.bottom) / 2" + columns
        + " FROM nucleus n JOIN nucleus_box b ON b.row = n.row LEFT JOIN measurement m ON m.row = n.row WHERE n.row = "
          "? AND n.alive = 1");
    std::vector<NucleusLine> lines;
    for (const NucleusRow row : rows) {
        const auto found = select.bind(1, row).step();
        if (!found)
            return found.error();
        if (*found) {
            NucleusLine line;
            line.row = row;
            const auto id = select.bytes(0);
            std::copy_n(id.begin(), std::min(id.size(), line.id.size()), line.id.begin());
            line.classId = static_cast<int>(select.integer(1));
            line.origin = static_cast<NucleusOrigin>(std::clamp<std::int64_t>(select.integer(2), 0, 4));
            line.centre = {select.real(3), select.real(4)};
            int at = 5;
            for (const MeasurementColumn& column : measurementColumns()) {
                line.measurements.*column.member
                    = select.isNull(at) ? std::numeric_limits<double>::quiet_NaN() : select.real(at);
                ++at;
            }
            lines.push_back(line);
        }
        select.reset();
    }
    return lines;
}

} // namespace nb
