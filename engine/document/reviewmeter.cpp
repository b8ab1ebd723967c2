// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/reviewmeter.h"

#include "engine/geometry/shapelocator.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace nb
{

namespace
{

void count(ReviewCounts& counts, NucleusOrigin origin, std::int64_t nuclei)
{
    counts.nuclei += nuclei;
    counts.accepted += origin == NucleusOrigin::Accepted ? nuclei : 0;
    counts.corrected += origin == NucleusOrigin::Corrected ? nuclei : 0;
    counts.drawn += origin == NucleusOrigin::Drawn ? nuclei : 0;
}

bool untouched(NucleusOrigin origin)
{
    return origin == NucleusOrigin::Model || origin == NucleusOrigin::Imported;
}

NucleusOrigin originOf(std::int64_t number)
{
    return static_cast<NucleusOrigin>(std::clamp<std::int64_t>(number, 0, 4));
}

} // namespace

/// What a person did with one nucleus, and where.
struct ReviewMeter::Touched {
    NucleusOrigin origin = NucleusOrigin::Model;
    Point centre;
};

Result<ReviewCounts> ReviewMeter::countRows(std::span<const NucleusRow> rows, std::span<const NucleusRow> inChecked)
{
    ReviewCounts counts;
    const Status done
        = m_rows.visitEach("SELECT row, origin FROM nucleus WHERE row = ? AND alive = 1", rows, [&](Statement& row) {
              const NucleusOrigin origin = originOf(row.integer(1));
              count(counts, origin, 1);
              const bool checked = std::binary_search(inChecked.begin(), inChecked.end(), row.integer(0));
              counts.inChecked += untouched(origin) && checked ? 1 : 0;
          });
    if (!done)
        return done.error();
    return counts;
}

Result<ReviewCounts> ReviewMeter::slide(std::span<const MultiPolygon> checked)
{
    const auto rows = m_rows.within(checked);
    if (!rows)
        return rows.error();
    const auto inChecked = countRows(*rows, *rows);
    const auto removed = removedByHand();
    if (!inChecked || !removed)
        return inChecked ? removed.error() : inChecked.error();
    ReviewCounts counts;
    const Status done = m_rows.visit("SELECT n.origin, count(*) FROM nucleus n WHERE n.alive = 1 GROUP BY n.origin",
        [&](Statement& row) { count(counts, originOf(row.integer(0)), row.integer(1)); });
    if (!done)
        return done.error();
    counts.inChecked = inChecked->inChecked;
    counts.removed = static_cast<std::int64_t>(removed->size());
    return counts;
}

Result<std::vector<ReviewCounts>> ReviewMeter::places(
    std::span<const MultiPolygon> places, std::span<const MultiPolygon> checked)
{
    const auto inChecked = m_rows.within(checked);
    const auto removed = removedByHand();
    if (!inChecked || !removed)
        return inChecked ? removed.error() : inChecked.error();
    std::vector<ReviewCounts> list;
    for (const MultiPolygon& place : places) {
        const auto rows = m_rows.within({&place, 1});
        if (!rows)
            return rows.error();
        auto counts = countRows(*rows, *inChecked);
        if (!counts)
            return counts.error();
        const ShapeLocator locator(place);
        counts->removed = std::count_if(
            removed->begin(), removed->end(), [&](const Touched& nucleus) { return locator.contains(nucleus.centre); });
        list.push_back(*counts);
    }
    return list;
}

Result<std::vector<ReviewMeter::Touched>> ReviewMeter::removedByHand()
{
    // Only the steps of persons are walked: a run's would be most of the log. Of several versions the last counts.
    std::vector<Touched> removed;
    const Status done = m_rows.visit(
        "SELECT max(n.row), (b.left + b.right) / 2, (b.top + b.bottom) / 2 FROM edit s CROSS JOIN edit_nucleus e ON "
        "e.step = s.step CROSS JOIN nucleus n ON n.row = e.row CROSS JOIN nucleus_box b ON b.row = n.row WHERE "
        "s.state = 1 AND s.step NOT IN (SELECT step FROM run) AND e.alive_before = 1 AND e.alive_after = 0 AND "
        "e.origin_before <> 2 AND n.alive = 0 AND NOT EXISTS (SELECT 1 FROM nucleus p WHERE p.id = n.id AND p.alive = "
        "1) GROUP BY n.id",
        [&](Statement& row) {
            removed.push_back({NucleusOrigin::Model, {row.real(1), row.real(2)}});
        });
    if (!done)
        return done.error();
    return removed;
}

Result<std::vector<ReviewMeter::Touched>> ReviewMeter::judged()
{
    std::vector<Touched> found;
    const Status done
        = m_rows.visit("SELECT n.origin, (b.left + b.right) / 2, (b.top + b.bottom) / 2 FROM nucleus n CROSS "
                       "JOIN nucleus_box b ON b.row = n.row WHERE n.alive = 1 AND n.origin IN (1, 2, 3)",
            [&](Statement& row) {
                found.push_back({originOf(row.integer(0)), {row.real(1), row.real(2)}});
            });
    if (!done)
        return done.error();
    return found;
}

Result<std::vector<CorrectionCell>> ReviewMeter::corrections(std::int64_t cellPx)
{
    const auto present = judged(), removed = removedByHand();
    if (!present || !removed)
        return present ? removed.error() : present.error();
    const double side = static_cast<double>(std::max<std::int64_t>(cellPx, 1));
    std::map<std::pair<std::int64_t, std::int64_t>, CorrectionCell> cells; // by row, column
    const auto cellOf = [&](const Point& centre) -> CorrectionCell& {
        const auto column = static_cast<std::int64_t>(std::floor(centre.x / side)),
                   row = static_cast<std::int64_t>(std::floor(centre.y / side));
        CorrectionCell& cell = cells[{row, column}];
        cell.area = {column * cellPx, row * cellPx, cellPx, cellPx};
        return cell;
    };
    for (const Touched& nucleus : *present) {
        CorrectionCell& cell = cellOf(nucleus.centre);
        cell.accepted += nucleus.origin == NucleusOrigin::Accepted ? 1 : 0;
        cell.corrected += nucleus.origin == NucleusOrigin::Corrected ? 1 : 0;
        cell.drawn += nucleus.origin == NucleusOrigin::Drawn ? 1 : 0;
    }
    for (const Touched& nucleus : *removed)
        ++cellOf(nucleus.centre).removed;
    std::vector<CorrectionCell> list;
    for (const auto& [place, cell] : cells)
        list.push_back(cell);
    std::stable_sort(list.begin(), list.end(),
        [](const CorrectionCell& a, const CorrectionCell& b) { return a.errors() > b.errors(); });
    return list;
}

} // namespace nb
