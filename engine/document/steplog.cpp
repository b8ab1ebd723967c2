// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/steplog.h"

#include "engine/document/timestamp.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr std::int64_t kGivenUp = -1, kUndone = 0, kApplied = 1; // edit.state
constexpr std::int64_t kMostRowsForArea = 2000; // with more, a repaint of everything is quicker than adding up boxes

} // namespace

Statement& StatementCache::operator()(const std::string& sql)
{
    auto& statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<Statement>(m_database, sql);
    statement->reset();
    return *statement;
}

Result<std::int64_t> StepLog::begin(const std::string& label, const std::string& author)
{
    if (Status status = giveUpUndone(); !status)
        return status.error();
    Statement& insert = m_sql("INSERT INTO edit (label, author, at, state) VALUES (?, ?, ?, ?)");
    insert.bind(1, label).bind(2, author).bind(3, timestamp()).bind(4, kApplied);
    if (Status status = insert.execute(); !status)
        return status.error();
    return m_sql.database().lastRow();
}

Status StepLog::giveUpUndone()
{
    // Undone steps are the newest ones, so this ends at the first applied one.
    for (;;) {
        Statement& newest = m_sql("SELECT step, state FROM edit WHERE state >= 0 ORDER BY step DESC LIMIT 1");
        const auto row = newest.step();
        if (!row)
            return row.error();
        if (!*row || newest.integer(1) == kApplied)
            break;
        const std::int64_t step = newest.integer(0);
        newest.reset();
        if (Status status
            = m_sql("UPDATE edit SET state = ?1 WHERE step = ?2").bind(1, kGivenUp).bind(2, step).execute();
            !status)
            return status;
    }
    m_sql("SELECT step, state FROM edit WHERE state >= 0 ORDER BY step DESC LIMIT 1").reset();
    return {};
}

Result<std::optional<HistoryEntry>> StepLog::entry(Statement& statement)
{
    const auto row = statement.step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<HistoryEntry>();
    return std::optional(HistoryEntry{statement.integer(0), statement.text(1), statement.text(2), statement.text(3),
        statement.integer(4) == kApplied});
}

Result<std::optional<HistoryEntry>> StepLog::next(bool applied)
{
    Statement& applieds
        = m_sql("SELECT step, label, author, at, state FROM edit WHERE state = 1 ORDER BY step DESC LIMIT 1");
    Statement& undones = m_sql("SELECT step, label, author, at, state FROM edit WHERE state = 0 ORDER BY step LIMIT 1");
    Statement& statement = applied ? applieds : undones;
    auto found = entry(statement);
    statement.reset();
    return found;
}

Result<bool> StepLog::isApplied(std::int64_t step)
{
    Statement& statement = m_sql("SELECT state FROM edit WHERE step = ?");
    const auto applied = statement.bind(1, step).firstRow([&] { return statement.integer(0) == kApplied; });
    return applied ? Result<bool>(applied->value_or(false)) : Result<bool>(applied.error());
}

Result<std::int64_t> StepLog::touched(std::int64_t step, const std::string& table)
{
    Statement& count = m_sql("SELECT count(*) FROM " + table + " WHERE step = ?");
    const auto rows = count.bind(1, step).firstRow([&] { return count.integer(0); });
    return rows ? Result<std::int64_t>(rows->value_or(0)) : Result<std::int64_t>(rows.error());
}

Result<std::optional<Rect>> StepLog::areaOf(std::int64_t step)
{
    Statement& boxes = m_sql("SELECT min(b.left), min(b.top), max(b.right), max(b.bottom) FROM edit_nucleus e CROSS "
                             "JOIN nucleus_box b ON b.row = e.row WHERE e.step = ?");
    const auto row = boxes.bind(1, step).step();
    if (!row)
        return row.error();
    std::optional<Rect> area = Rect{};
    if (!boxes.isNull(0)) {
        const auto left = static_cast<std::int64_t>(std::floor(boxes.real(0))),
                   top = static_cast<std::int64_t>(std::floor(boxes.real(1)));
        area = Rect{left, top, static_cast<std::int64_t>(std::ceil(boxes.real(2))) - left,
            static_cast<std::int64_t>(std::ceil(boxes.real(3))) - top};
    }
    boxes.reset();
    return area;
}

Status StepLog::setPixelSize(std::int64_t step, const PixelSizeDecision& decision)
{
    Statement& log
        = m_sql("INSERT OR REPLACE INTO edit_slide SELECT ?1, mpp_x, mpp_y, mpp_origin, ?2, ?3, ?4 FROM slide");
    log.bind(1, step).bind(2, decision.size.x).bind(3, decision.size.y);
    if (Status status = log.bind(4, static_cast<std::int64_t>(decision.origin)).execute(); !status)
        return status;
    const auto turned = turnPixelSize(step, "after");
    return turned ? Status() : Status(turned.error());
}

/// The slide's µm/px now, where the step has to do with it.
Result<std::optional<PixelSizeDecision>> StepLog::turnPixelSize(std::int64_t step, const std::string& to)
{
    const std::string columns = "mpp_x_" + to + ", mpp_y_" + to + ", mpp_origin_" + to;
    Statement& select = m_sql("SELECT " + columns + " FROM edit_slide WHERE step = ?");
    const auto row = select.bind(1, step).step();
    if (!row)
        return row.error();
    std::optional<PixelSizeDecision> decision;
    if (*row)
        decision = {{select.real(0), select.real(1)},
            static_cast<PixelSizeOrigin>(std::clamp<std::int64_t>(select.integer(2), 0, 2))};
    select.reset();
    if (!decision)
        return decision;
    const Status done
        = m_sql("UPDATE slide SET (mpp_x, mpp_y, mpp_origin) = (SELECT " + columns + " FROM edit_slide WHERE step = ?)")
              .bind(1, step)
              .execute();
    if (!done)
        return done.error();
    return decision;
}

Result<EditOutcome> StepLog::turn(const HistoryEntry& entry, bool applied)
{
    const std::string to = applied ? "after" : "before";
    Status done = m_sql("UPDATE nucleus SET alive = e.alive_" + to + ", class = e.class_" + to + ", origin = e.origin_"
        + to + " FROM edit_nucleus e WHERE e.step = ? AND nucleus.row = e.row")
                      .bind(1, entry.step)
                      .execute();
    for (const char* table : {"region", "class"}) {
        const std::string name = table;
        if (done)
            done = m_sql("UPDATE " + name + " SET alive = " + (applied ? "" : "1 - ") + "e.alive_after FROM edit_"
                + name + " e WHERE e.step = ? AND " + name + ".row = e.row")
                       .bind(1, entry.step)
                       .execute();
    }
    if (done)
        done = m_sql("UPDATE edit SET state = ?1 WHERE step = ?2")
                   .bind(1, applied ? kApplied : kUndone)
                   .bind(2, entry.step)
                   .execute();
    if (!done)
        return done.error();
    const auto pixelSize = turnPixelSize(entry.step, to);
    if (!pixelSize)
        return pixelSize.error();
    const auto nuclei = touched(entry.step, "edit_nucleus"), regions = touched(entry.step, "edit_region"),
               classes = touched(entry.step, "edit_class");
    for (const auto* count : {&nuclei, &regions, &classes})
        if (!*count)
            return count->error();
    EditOutcome outcome{entry.step, entry.label, *nuclei, {}, {}, *regions > 0, *classes > 0, *pixelSize};
    if (*nuclei <= kMostRowsForArea) {
        auto area = areaOf(entry.step);
        if (!area)
            return area.error();
        outcome.changedArea = *area;
    }
    return outcome;
}

Result<std::vector<HistoryEntry>> StepLog::entries(std::int64_t limit)
{
    Statement& statement
        = m_sql("SELECT step, label, author, at, state FROM edit WHERE state >= 0 ORDER BY step DESC LIMIT ?");
    statement.bind(1, limit);
    std::vector<HistoryEntry> entries;
    for (;;) {
        auto next = entry(statement);
        if (!next)
            return next.error();
        if (!*next)
            break;
        entries.push_back(std::move(**next));
    }
    statement.reset();
    return entries;
}

Status StepLog::purgeNucleus(std::int64_t row)
{
    for (const char* sql : {"DELETE FROM nucleus WHERE row = ?", "DELETE FROM outline WHERE row = ?",
             "DELETE FROM measurement WHERE row = ?", "DELETE FROM provenance WHERE row = ?",
             "DELETE FROM nucleus_box WHERE row = ?"})
        if (Status status = m_sql(sql).bind(1, row).execute(); !status)
            return status;
    return {};
}

Result<bool> StepLog::purge(std::int64_t limit)
{
    Statement& find = m_sql("SELECT step FROM edit WHERE state = -1 ORDER BY step DESC LIMIT 1");
    const auto any = find.step();
    if (!any)
        return any.error();
    if (!*any)
        return false;
    const std::int64_t step = find.integer(0);
    find.reset();
    // Only what the step itself made: before it, the row was not there.
    Statement& touchedRows = m_sql("SELECT e.row, e.alive_before = 0 AND n.alive = 0 FROM edit_nucleus e LEFT JOIN "
                                   "nucleus n ON n.row = e.row WHERE e.step = ? LIMIT ?");
    touchedRows.bind(1, step).bind(2, limit);
    std::vector<std::pair<std::int64_t, bool>> rows;
    const Status listed
        = touchedRows.forEachRow([&] { rows.emplace_back(touchedRows.integer(0), touchedRows.integer(1) != 0); });
    if (!listed)
        return listed.error();
    for (const auto& [row, made] : rows) {
        if (made)
            if (Status status = purgeNucleus(row); !status)
                return status.error();
        if (Status status
            = m_sql("DELETE FROM edit_nucleus WHERE step = ? AND row = ?").bind(1, step).bind(2, row).execute();
            !status)
            return status.error();
    }
    if (static_cast<std::int64_t>(rows.size()) == limit)
        return true;
    for (const char* sql : {"DELETE FROM region WHERE alive = 0 AND row IN (SELECT row FROM edit_region WHERE step = "
                            "?1 AND alive_after = 1)",
             "DELETE FROM class WHERE alive = 0 AND row IN (SELECT row FROM edit_class WHERE step = ?1 AND alive_after "
             "= 1)",
             "DELETE FROM edit_region WHERE step = ?1", "DELETE FROM edit_class WHERE step = ?1",
             "DELETE FROM edit_slide WHERE step = ?1", "UPDATE run SET step = 0 WHERE step = ?1",
             "DELETE FROM edit WHERE step = ?1"})
        if (Status status = m_sql(sql).bind(1, step).execute(); !status)
            return status.error();
    return true;
}

} // namespace nb
