// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/caseruns.h"

#include "engine/document/runrecords.h"
#include "engine/document/timestamp.h"

namespace nb
{

Result<std::int64_t> CaseRuns::insertRun(const RunSettings& s, std::int64_t step)
{
    Statement& insert = m_sql("INSERT INTO run (step, model_hash, model_name, settings, x, y, width, height, tile_px, "
                              "scale_x, scale_y, machine, started, finished) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')");
    insert.bind(1, step).bind(2, s.modelHash).bind(3, s.modelName).bind(4, s.settings);
    insert.bind(5, s.area.x)
        .bind(6, s.area.y)
        .bind(7, s.area.width)
        .bind(8, s.area.height)
        .bind(9, std::int64_t{s.tilePx});
    insert.bind(10, s.scaleX).bind(11, s.scaleY).bind(12, s.machine).bind(13, timestamp());
    if (Status status = insert.execute(); !status)
        return status.error();
    return m_database.lastRow();
}

void CaseRuns::lock(std::int64_t step)
{
    release();
    m_growing = step;
    m_edits.lockStep(step);
}

Result<std::optional<RunRecord>> CaseRuns::resumable(const RunSettings& settings)
{
    const auto all = runs();
    if (!all)
        return all.error();
    for (const RunRecord& run : *all) {
        const auto applied = m_steps.isApplied(run.step);
        if (!applied)
            return applied.error();
        const RunSettings& s = run.settings;
        if (*applied && run.finished.empty() && s.modelHash == settings.modelHash && s.settings == settings.settings
            && s.area == settings.area && s.tilePx == settings.tilePx && s.scaleX == settings.scaleX
            && s.scaleY == settings.scaleY)
            return std::optional(run);
    }
    return std::optional<RunRecord>();
}

Result<RunRecord> CaseRuns::beginOrResume(const RunSettings& settings)
{
    const auto stopped = resumable(settings);
    if (!stopped)
        return stopped.error();
    if (*stopped) {
        lock((*stopped)->step);
        return **stopped;
    }
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto step = m_steps.begin("Found nuclei with " + settings.modelName, settings.author);
    if (!step)
        return step.error();
    const auto id = insertRun(settings, *step);
    if (!id)
        return id.error();
    if (Status status = transaction.commit(); !status)
        return status.error();
    lock(*step);
    return RunRecord{*id, *step, settings, timestamp(), {}, 0, 0, 0};
}

Result<std::set<std::pair<std::int64_t, std::int64_t>>> CaseRuns::finishedTiles(std::int64_t run)
{
    Statement& tiles = m_sql("SELECT x, y FROM run_tile WHERE run = ?");
    tiles.bind(1, run);
    std::set<std::pair<std::int64_t, std::int64_t>> finished;
    const Status status = tiles.forEachRow([&] { finished.emplace(tiles.integer(0), tiles.integer(1)); });
    if (!status)
        return status.error();
    return finished;
}

Status CaseRuns::finish(const RunRecord& run)
{
    release();
    return m_sql("UPDATE run SET finished = ? WHERE id = ?").bind(1, timestamp()).bind(2, run.id).execute();
}

Result<std::vector<RunRecord>> CaseRuns::runs()
{
    return runRecords(m_sql);
}

} // namespace nb
