// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/nucleustable.h"

#include "engine/document/measurementcolumns.h"
#include "engine/document/outlineblob.h"
#include "engine/document/storableshape.h"

#include <algorithm>

namespace nb
{

Status NucleusTable::insertMeasurements(NucleusRow row, const NucleusMeasurements& measurements)
{
    const auto columns = measurementColumns();
    if (std::all_of(columns.begin(), columns.end(),
            [&](const auto& c) { return measurements.*c.member != measurements.*c.member; }))
        return {}; // nothing measured
    Statement& insert = m_sql("INSERT INTO measurement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, row);
    int parameter = 2;
    for (const MeasurementColumn& column : columns)
        insert.bind(parameter++, measurements.*column.member);
    return insert.execute();
}

Status NucleusTable::insertProvenance(NucleusRow row, const NucleusRecord& record)
{
    // What a run found and nobody touched needs none: its run says it all.
    const bool fromRun = record.run.has_value() && record.origin == NucleusOrigin::Model;
    if (fromRun && record.changedBy.empty() && record.changedAt.empty() && record.name.empty() && !record.locked
        && record.extra.empty() && record.modelShape.empty())
        return {};
    Statement& insert = m_sql("INSERT INTO provenance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, row);
    if (record.modelShape.empty())
        insert.bindNull(2);
    else
        insert.bind(2, packShape(storable(record.modelShape)));
    insert.bind(3, record.modelHash)
        .bind(4, record.changedBy)
        .bind(5, record.changedAt)
        .bind(6, record.correctionSeconds);
    insert.bind(7, record.name).bind(8, std::int64_t{record.locked}).bind(9, record.extra);
    return insert.execute();
}

Result<NucleusRow> NucleusTable::insert(std::int64_t step, const NucleusRecord& record)
{
    Statement& nucleus = m_sql("INSERT INTO nucleus (id, alive, class, origin, run) VALUES (?, 1, ?, ?, ?)");
    nucleus.bind(1, std::span<const std::uint8_t>(record.id))
        .bind(2, std::int64_t{record.classId})
        .bind(3, static_cast<std::int64_t>(record.origin));
    if (record.run)
        nucleus.bind(4, *record.run);
    Status done = nucleus.execute();
    if (!done)
        return done.error();
    const NucleusRow row = m_sql.database().lastRow();
    done = m_sql("INSERT INTO outline VALUES (?, ?)").bind(1, row).bind(2, packShape(record.shape)).execute();
    if (done)
        done = insertMeasurements(row, record.measurements);
    if (done)
        done = insertProvenance(row, record);
    const BoxF box = boxOf(record.shape);
    if (done)
        done = m_sql("INSERT INTO nucleus_box VALUES (?, ?, ?, ?, ?)")
                   .bind(1, row)
                   .bind(2, box.left)
                   .bind(3, box.right)
                   .bind(4, box.top)
                   .bind(5, box.bottom)
                   .execute();
    if (done)
        done = change(step, row, {false, record.classId, record.origin}, {true, record.classId, record.origin});
    if (!done)
        return done.error();
    return row;
}

Result<std::optional<NucleusState>> NucleusTable::state(NucleusRow row)
{
    Statement& statement = m_sql("SELECT alive, class, origin FROM nucleus WHERE row = ?");
    return statement.bind(1, row).firstRow([&] {
        return NucleusState{statement.integer(0) != 0, static_cast<int>(statement.integer(1)),
            static_cast<NucleusOrigin>(statement.integer(2))};
    });
}

Result<bool> NucleusTable::locked(NucleusRow row)
{
    Statement& statement = m_sql("SELECT locked FROM provenance WHERE row = ?");
    const auto locked = statement.bind(1, row).firstRow([&] { return statement.integer(0) != 0; });
    return locked ? Result<bool>(locked->value_or(false)) : Result<bool>(locked.error());
}

Status NucleusTable::change(std::int64_t step, NucleusRow row, const NucleusState& before, const NucleusState& after)
{
    if (before.alive || !after.alive) { // a new row has its state already
        Statement& update = m_sql("UPDATE nucleus SET alive = ?, class = ?, origin = ? WHERE row = ?");
        update.bind(1, std::int64_t{after.alive})
            .bind(2, std::int64_t{after.classId})
            .bind(3, static_cast<std::int64_t>(after.origin))
            .bind(4, row);
        if (Status status = update.execute(); !status)
            return status;
    }
    Statement& log = m_sql(
        "INSERT INTO edit_nucleus VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (step, row) DO UPDATE SET "
        "alive_after = ?6, class_after = ?7, origin_after = ?8");
    log.bind(1, step).bind(2, row);
    log.bind(3, std::int64_t{before.alive})
        .bind(4, std::int64_t{before.classId})
        .bind(5, static_cast<std::int64_t>(before.origin));
    log.bind(6, std::int64_t{after.alive})
        .bind(7, std::int64_t{after.classId})
        .bind(8, static_cast<std::int64_t>(after.origin));
    return log.execute();
}

Result<std::optional<NucleusRow>> NucleusTable::present(const Uuid& id)
{
    Statement& statement = m_sql("SELECT row FROM nucleus WHERE id = ? AND alive = 1");
    return statement.bind(1, std::span<const std::uint8_t>(id)).firstRow([&] { return statement.integer(0); });
}

Result<std::vector<std::pair<NucleusRow, MultiPolygon>>> NucleusTable::untouched(const BoxF& box)
{
    Statement& find = m_sql("SELECT b.row, o.polygon FROM nucleus_box b CROSS JOIN nucleus n ON n.row = b.row "
                            "JOIN outline o ON o.row = b.row LEFT JOIN provenance p ON p.row = b.row "
                            "WHERE b.right >= ? AND b.left <= ? AND b.bottom >= ? AND b.top <= ? AND n.alive = 1 "
                            "AND n.origin = ? AND n.class = ? AND p.row IS NULL");
    find.bind(1, box.left).bind(2, box.right).bind(3, box.top).bind(4, box.bottom);
    find.bind(5, static_cast<std::int64_t>(NucleusOrigin::Model)).bind(6, std::int64_t{kNucleusClass});
    std::vector<std::pair<NucleusRow, MultiPolygon>> found;
    const Status status = find.forEachRow([&] {
        auto shape = unpackShape(find.bytes(1));
        if (!shape)
            return Status(Error{ErrorCode::Unreadable, "An outline in the case is damaged", m_sql.database().path(),
                "Use a copy of it if there is one; export what still opens"});
        found.emplace_back(find.integer(0), std::move(*shape));
        return Status();
    });
    if (!status)
        return status.error();
    return found;
}

} // namespace nb
