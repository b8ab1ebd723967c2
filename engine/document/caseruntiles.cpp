// SPDX-License-Identifier: GPL-3.0-or-later
// The half of CaseRuns that stores a tile: what goes, what stays, what yields.
#include "engine/document/caseruns.h"
#include "engine/document/heatmapblob.h"
#include "engine/document/nucleusplace.h"
#include "engine/document/outlineblob.h"
#include "engine/document/storableshape.h"
#include "engine/geometry/polygon.h"

#include <algorithm>

namespace nb
{

namespace
{

bool holds(const BoxF& box, const Point& p)
{
    return p.x >= box.left && p.x < box.right && p.y >= box.top && p.y < box.bottom;
}

/// Model pixels to level-0 pixels; the same product on both sides of a seam, so tiles leave no gap.
BoxF onLevel0(const RunSettings& settings, const Rect& area)
{
    const auto x = [&](std::int64_t v) { return static_cast<double>(v) * settings.scaleX; };
    const auto y = [&](std::int64_t v) { return static_cast<double>(v) * settings.scaleY; };
    return {x(area.x), y(area.y), x(area.right()), y(area.bottom())};
}

} // namespace

/// A present nucleus near the tile that this run did not make.
struct CaseRuns::Neighbour {
    NucleusRow row = 0;
    Uuid id{};
    NucleusState state;
    bool stays = false;
    bool gone = false;
    BoxF box;
    MultiPolygon shape;
};

Result<std::vector<CaseRuns::Neighbour>> CaseRuns::neighbours(const RunRecord& run, const FinishedTile& tile)
{
    BoxF reach = onLevel0(run.settings, tile.tile);
    for (const Nucleus& nucleus : tile.nuclei) {
        for (const Point& p : nucleus.contour)
            reach = {std::min(reach.left, p.x), std::min(reach.top, p.y), std::max(reach.right, p.x),
                std::max(reach.bottom, p.y)};
    }
    const auto regions = m_edits.regions();
    if (!regions)
        return regions.error();
    Statement& find = m_sql("SELECT b.row, n.id, n.class, n.origin, n.run, p.row IS NOT NULL, o.polygon FROM "
                            "nucleus_box b CROSS JOIN nucleus n ON n.row = b.row "
                            "JOIN outline o ON o.row = b.row LEFT JOIN provenance p ON p.row = b.row "
                            "WHERE b.right >= ? AND b.left <= ? AND b.bottom >= ? AND b.top <= ? AND n.alive = 1");
    find.bind(1, reach.left).bind(2, reach.right).bind(3, reach.top).bind(4, reach.bottom);
    std::vector<Neighbour> found;
    const Status status = find.forEachRow([&] {
        Neighbour n;
        n.row = find.integer(0);
        std::copy_n(find.bytes(1).begin(), std::min(find.bytes(1).size(), n.id.size()), n.id.begin());
        n.state = {true, static_cast<int>(find.integer(2)), static_cast<NucleusOrigin>(find.integer(3))};
        n.stays = n.state.origin != NucleusOrigin::Model || n.state.classId != kNucleusClass || find.integer(5) != 0;
        if (!n.stays && !find.isNull(4) && find.integer(4) == run.id)
            return; // its own
        n.shape = unpackShape(find.bytes(6)).value_or(MultiPolygon());
        n.box = boxOf(n.shape);
        for (const RegionRecord& region : *regions)
            n.stays = n.stays || (region.checked && contains(region.shape, centreOf(n.box)));
        found.push_back(std::move(n));
    });
    if (!status)
        return status.error();
    return found;
}

Result<CaseRuns::TileOutcome> CaseRuns::storeTile(const RunRecord& run, const FinishedTile& tile)
{
    auto near = neighbours(run, tile);
    const auto regions = m_edits.regions();
    if (!near || !regions)
        return near ? regions.error() : near.error();
    TileOutcome outcome;
    const auto replace = [&](Neighbour& old) -> Status {
        old.gone = true;
        ++outcome.replaced;
        NucleusState after = old.state;
        after.alive = false;
        return m_nuclei.change(run.step, old.row, old.state, after);
    };
    const BoxF area = onLevel0(run.settings, run.settings.area), here = onLevel0(run.settings, tile.tile);
    for (Neighbour& old : *near) {
        const bool inside = old.box.left >= area.left && old.box.top >= area.top && old.box.right <= area.right
            && old.box.bottom <= area.bottom;
        if (!old.stays && inside && holds(here, centreOf(old.box)))
            if (Status status = replace(old); !status)
                return status.error();
    }
    for (const Nucleus& nucleus : tile.nuclei) {
        NucleusRecord record;
        record.id = nucleus.id;
        record.shape = storable({Polygon{nucleus.contour, {}}});
        record.origin = NucleusOrigin::Model;
        record.run = run.id;
        record.measurements = nucleus.measurements;
        const BoxF box = boxOf(record.shape);
        bool yields = record.shape.empty();
        for (const RegionRecord& region : *regions)
            yields = yields || (region.checked && contains(region.shape, centreOf(box)));
        for (const Neighbour& old : *near)
            yields = yields || (old.stays && (old.id == record.id || takeOnePlace(old.shape, record.shape)));
        if (yields) {
            ++outcome.yielded;
            continue;
        }
        for (Neighbour& old : *near)
            if (!old.stays && !old.gone && (old.id == record.id || takeOnePlace(old.shape, record.shape)))
                if (Status status = replace(old); !status)
                    return status.error();
        if (const auto row = m_nuclei.insert(run.step, record); !row)
            return row.error();
        ++outcome.added;
    }
    return outcome;
}

Status CaseRuns::storeCells(const RunRecord& run, const std::vector<std::shared_ptr<const MapCell>>& cells)
{
    const int reduction = heatmapReduction(run.settings.area);
    for (const auto& cell : cells) {
        if (cell->skipped)
            continue;
        Statement& insert = m_sql("INSERT OR REPLACE INTO heatmap VALUES (?, ?, ?, ?)");
        insert.bind(1, run.id).bind(2, cell->area.x).bind(3, cell->area.y).bind(4, packHeatmap(*cell, reduction));
        if (Status status = insert.execute(); !status)
            return status;
    }
    return {};
}

Result<bool> CaseRuns::isDone(std::int64_t run, const Rect& tile)
{
    Statement& find = m_sql("SELECT 1 FROM run_tile WHERE run = ? AND x = ? AND y = ?");
    const auto found = find.bind(1, run).bind(2, tile.x).bind(3, tile.y).step();
    find.reset();
    return found;
}

Result<CaseRuns::TileOutcome> CaseRuns::commitTile(
    const RunRecord& run, const FinishedTile& tile, const std::vector<std::shared_ptr<const MapCell>>& cells)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun().error();
    const auto done = isDone(run.id, tile.tile);
    if (!done)
        return done.error();
    if (*done)
        return TileOutcome{};
    if (Status status = m_steps.giveUpUndone(); !status)
        return status.error();
    auto outcome = storeTile(run, tile);
    if (!outcome)
        return outcome;
    if (Status status = storeCells(run, cells); !status)
        return status.error();
    Statement& mark = m_sql("INSERT INTO run_tile VALUES (?, ?, ?, ?, ?)");
    mark.bind(1, run.id)
        .bind(2, tile.tile.x)
        .bind(3, tile.tile.y)
        .bind(4, static_cast<std::int64_t>(tile.nuclei.size()))
        .bind(5, tile.tooLarge);
    if (Status status = mark.execute(); !status)
        return status.error();
    if (Status status = transaction.commit(); !status)
        return status.error();
    return outcome;
}

} // namespace nb
