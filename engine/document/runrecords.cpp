// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/runrecords.h"

namespace nb
{

Result<std::vector<RunRecord>> runRecords(StatementCache& sql)
{
    Statement& select
        = sql("SELECT r.id, r.step, r.model_hash, r.model_name, r.settings, r.x, r.y, r.width, r.height, r.tile_px, "
              "r.scale_x, r.scale_y, r.machine, "
              "r.started, r.finished, count(t.x), coalesce(sum(t.nuclei), 0), coalesce(sum(t.too_large), 0) "
              "FROM run r LEFT JOIN run_tile t ON t.run = r.id GROUP BY r.id ORDER BY r.id DESC");
    std::vector<RunRecord> runs;
    const Status status = select.forEachRow([&] {
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
    });
    if (!status)
        return status.error();
    return runs;
}

} // namespace nb
