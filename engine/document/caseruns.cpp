// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/caseruns.h"

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
    for (;;) {
        const auto row = tiles.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        finished.emplace(tiles.integer(0), tiles.integer(1));
    }
    tiles.reset();
    return finished;
}

Status CaseRuns::finish(const RunRecord& run)
{
    release();
    return m_sql("UPDATE run SET finished = ? WHERE id = ?").bind(1, timestamp()).bind(2, run.id).execute();
}

Result<std::vector<RunRecord>> CaseRuns::runs()
{
    Statement& select
        = m_sql("SELECT r.id, r.step, r.model_hash, r.model_name, r.settings, r.x, r.y, r.width, r.height, r.tile_px, "
                "r.scale_x, r.scale_y, r.machine, "
                "r.started, r.finished, count(t.x), coalesce(sum(t.nuclei), 0), coalesce(sum(t.too_large), 0) "
                "FROM run r LEFT JOIN run_tile t ON t.run = r.id GROUP BY r.id ORDER BY r.id DESC");
    std::vector<RunRecord> runs;
    for (;;) {
        const auto row = select.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        RunRecord run;
        run.id = select.integer(0);
        run.step = select.integer(1);
        run.settings = {select.text(2), select.text(3), select.text(4),
            {select.integer(5), select.integer(6), select.integer(7), select.integer(8)},
            static_cast<int>(select.integer(9)), select.real(10), select.real(11), select.text(12), {}};
        run.started = select.text(13);
        run.finished = select.text(14);
        run.tiles = select.integer(15);
        run.nuclei = select.integer(16);
        run.tooLarge = select.integer(17);
        runs.push_back(std::move(run));
    }
    select.reset();
    return runs;
}

} // namespace nb
