// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/regiontable.h"

#include "engine/document/outlineblob.h"
#include "engine/document/storableshape.h"

#include <algorithm>

namespace nb
{

namespace
{

Error refused(const Database& database, const std::string& what, const std::string& remedy)
{
    return {ErrorCode::Invalid, what, database.path(), remedy};
}

RegionRecord regionOf(Statement& row)
{
    RegionRecord region;
    const auto id = row.bytes(0);
    std::copy_n(id.begin(), std::min(id.size(), region.id.size()), region.id.begin());
    region.name = row.text(1);
    region.role = static_cast<RegionRole>(std::clamp<std::int64_t>(row.integer(2), 0, 2));
    if (!row.isNull(3))
        region.classId = static_cast<int>(row.integer(3));
    region.shape = unpackShape(row.bytes(4)).value_or(MultiPolygon());
    region.checked = row.integer(5) != 0;
    region.checkedBy = row.text(6);
    region.checkedAt = row.text(7);
    region.locked = row.integer(8) != 0;
    region.extra = row.text(9);
    return region;
}

} // namespace

Status RegionTable::retire(std::int64_t step, const std::string& table, std::int64_t row)
{
    if (Status status = m_sql("UPDATE " + table + " SET alive = 0 WHERE row = ?").bind(1, row).execute(); !status)
        return status;
    return m_sql("INSERT INTO edit_" + table + " VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET alive_after = 0")
        .bind(1, step)
        .bind(2, row)
        .execute();
}

Status RegionTable::logNew(std::int64_t step, const std::string& table, std::int64_t row)
{
    return m_sql("INSERT INTO edit_" + table + " VALUES (?, ?, 1)").bind(1, step).bind(2, row).execute();
}

Result<std::vector<RegionRecord>> RegionTable::regions()
{
    Statement& statement = m_sql("SELECT id, name, role, class, shape, checked, checked_by, checked_at, locked, extra "
                                 "FROM region WHERE alive = 1 ORDER BY row");
    std::vector<RegionRecord> regions;
    const Status status = statement.forEachRow([&] { regions.push_back(regionOf(statement)); });
    if (!status)
        return status.error();
    return regions;
}

Status RegionTable::remove(std::int64_t step, const Uuid& id)
{
    Statement& find = m_sql("SELECT row FROM region WHERE id = ? AND alive = 1");
    const auto row = find.bind(1, std::span<const std::uint8_t>(id)).firstRow([&] { return find.integer(0); });
    if (!row)
        return row.error();
    return *row ? retire(step, "region", **row) : Status();
}

Status RegionTable::put(std::int64_t step, const RegionRecord& region)
{
    const MultiPolygon shape = storable(region.shape);
    if (!isValidShape(shape))
        return refused(m_sql.database(), "The region's outline is empty or crosses itself", "Draw it again");
    if (Status status = remove(step, region.id); !status)
        return status;
    Statement& insert = m_sql("INSERT INTO region (id, alive, name, role, class, shape, checked, checked_by, "
                              "checked_at, locked, extra) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, std::span<const std::uint8_t>(region.id))
        .bind(2, region.name)
        .bind(3, static_cast<std::int64_t>(region.role));
    if (region.classId)
        insert.bind(4, std::int64_t{*region.classId});
    insert.bind(5, packShape(shape))
        .bind(6, std::int64_t{region.checked})
        .bind(7, region.checkedBy)
        .bind(8, region.checkedAt);
    insert.bind(9, std::int64_t{region.locked}).bind(10, region.extra);
    if (Status status = insert.execute(); !status)
        return status;
    return logNew(step, "region", m_sql.database().lastRow());
}

Result<std::vector<ClassRecord>> RegionTable::classes()
{
    Statement& statement = m_sql("SELECT id, name, color, key FROM class WHERE alive = 1 ORDER BY id");
    std::vector<ClassRecord> classes;
    const Status status = statement.forEachRow([&] {
        classes.push_back({static_cast<int>(statement.integer(0)), statement.text(1),
            static_cast<std::uint32_t>(statement.integer(2)), statement.text(3)});
    });
    if (!status)
        return status.error();
    return classes;
}

Result<std::optional<std::int64_t>> RegionTable::classRow(int id)
{
    Statement& find = m_sql("SELECT row FROM class WHERE id = ? AND alive = 1");
    return find.bind(1, std::int64_t{id}).firstRow([&] { return find.integer(0); });
}

Result<int> RegionTable::nextClassId()
{
    const auto next = m_sql.database().number("SELECT max(id) + 1 FROM class");
    if (!next)
        return next.error();
    return static_cast<int>(*next);
}

Status RegionTable::putClass(std::int64_t step, const ClassRecord& record)
{
    const auto others = classes();
    if (!others)
        return others.error();
    if (record.name.empty())
        return refused(m_sql.database(), "A class needs a name", "Type one");
    for (const ClassRecord& other : *others) {
        if (other.id != record.id && other.name == record.name)
            return refused(m_sql.database(), "There is a class \"" + record.name + "\" already", "Choose another name");
        if (other.id != record.id && !record.key.empty() && other.key == record.key)
            return refused(m_sql.database(), "The key " + record.key + " belongs to the class \"" + other.name + "\"",
                "Choose another key");
    }
    const auto row = classRow(record.id);
    const auto fresh = record.id == 0 ? nextClassId() : Result<int>(record.id);
    if (!row || !fresh)
        return row ? fresh.error() : row.error();
    if (*row)
        if (Status status = retire(step, "class", **row); !status)
            return status;
    Statement& insert = m_sql("INSERT INTO class (id, alive, name, color, key) VALUES (?, 1, ?, ?, ?)");
    insert.bind(1, std::int64_t{*fresh}).bind(2, record.name).bind(3, std::int64_t{record.color}).bind(4, record.key);
    if (Status status = insert.execute(); !status)
        return status;
    return logNew(step, "class", m_sql.database().lastRow());
}

Status RegionTable::removeClass(std::int64_t step, int id)
{
    const auto row = classRow(id);
    if (!row)
        return row.error();
    if (!*row)
        return {};
    if (id == kNucleusClass)
        return refused(m_sql.database(), "This class is what every found nucleus begins with", "Rename it instead");
    const auto users = m_sql.database().number(
        "SELECT (SELECT count(*) FROM nucleus WHERE alive = 1 AND class = " + std::to_string(id)
        + ") + (SELECT count(*) FROM region WHERE alive = 1 AND class = " + std::to_string(id) + ")");
    if (!users)
        return users.error();
    if (*users > 0)
        return refused(m_sql.database(), std::to_string(*users) + " nuclei or regions have this class",
            "Give them another class first");
    return retire(step, "class", **row);
}

} // namespace nb
