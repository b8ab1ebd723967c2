// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/casereader.h"

#include "engine/document/casefile.h"
#include "engine/document/measurementcolumns.h"
#include "engine/document/outlineblob.h"
#include "engine/document/runrecords.h"
#include "engine/geometry/polygon.h"
#include "engine/geometry/shapelocator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nb
{

namespace
{

Uuid uuidOf(std::span<const std::uint8_t> bytes)
{
    Uuid id{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), id.size()), id.begin());
    return id;
}

NucleusOrigin originOf(std::int64_t number)
{
    return static_cast<NucleusOrigin>(std::clamp<std::int64_t>(number, 0, 4));
}

std::string measurementList()
{
    std::string columns;
    for (const MeasurementColumn& column : measurementColumns())
        columns += std::string(", m.") + column.name;
    return columns;
}

NucleusMeasurements measurementsOf(Statement& row, int first)
{
    NucleusMeasurements measurements;
    for (const MeasurementColumn& column : measurementColumns()) {
        measurements.*column.member = row.isNull(first) ? std::numeric_limits<double>::quiet_NaN() : row.real(first);
        ++first;
    }
    return measurements;
}

constexpr int kGlanceColumns = 6;

/// The index first, then each nucleus by its row.
std::string glanceSql(const std::string& columns, const std::string& join)
{
    return "SELECT b.row, n.id, n.class, n.origin, p.row IS NOT NULL, o.polygon" + columns
        + " FROM nucleus_box b CROSS JOIN nucleus n ON n.row = b.row "
          "CROSS JOIN outline o ON o.row = b.row LEFT JOIN provenance p ON p.row = b.row"
        + join
        + " WHERE b.right >= ?1 AND b.left <= ?2 AND b.bottom >= ?3 AND b.top <= ?4 AND n.alive = 1 AND max(b.right - "
          "b.left, b.bottom - b.top) >= ?5";
}

} // namespace

Error CaseReader::broken(const std::string& what) const
{
    return {
        ErrorCode::Unreadable, what, m_database->path(), "Use a copy of it if there is one; export what still opens"};
}

Result<std::unique_ptr<CaseReader>> CaseReader::open(const std::string& casePath, bool immutable)
{
    auto database = CaseFile::openReader(casePath, immutable);
    if (!database)
        return database.error();
    return std::unique_ptr<CaseReader>(new CaseReader(std::move(*database)));
}

Result<CaseReader::Snapshot> CaseReader::snapshot()
{
    if (Status status = m_database->run("BEGIN; SELECT count(*) FROM slide"); !status) // it begins with the first read
        return status.error();
    return Snapshot(*m_database);
}

CaseReader::Snapshot::~Snapshot()
{
    if (m_database)
        (void)m_database->run("ROLLBACK").ok();
}

Result<std::int64_t> CaseReader::count()
{
    return m_database->number("SELECT count(*) FROM nucleus WHERE alive = 1");
}

Result<std::vector<std::pair<int, std::int64_t>>> CaseReader::countByClass()
{
    Statement& select = m_sql("SELECT class, count(*) FROM nucleus WHERE alive = 1 GROUP BY class");
    std::vector<std::pair<int, std::int64_t>> counts;
    const Status status
        = select.forEachRow([&] { counts.emplace_back(static_cast<int>(select.integer(0)), select.integer(1)); });
    if (!status)
        return status.error();
    return counts;
}

Status CaseReader::visitRows(
    Statement& select, const Rect& area, double leastSizePx, const std::function<bool(const NucleusGlance&)>& visitor)
{
    select.bind(1, area.x).bind(2, area.right()).bind(3, area.y).bind(4, area.bottom()).bind(5, leastSizePx);
    bool damaged = false;
    const Status status = select.forEachRow([&] {
        auto shape = unpackShape(select.bytes(5));
        damaged = !shape;
        return shape
            && visitor({select.integer(0), uuidOf(select.bytes(1)), static_cast<int>(select.integer(2)),
                originOf(select.integer(3)), select.integer(4) != 0, std::move(*shape)});
    });
    return damaged ? Status(broken("An outline in the case is damaged")) : status;
}

Status CaseReader::visit(const Rect& area, double leastSizePx, const std::function<bool(const NucleusGlance&)>& visitor)
{
    return visitRows(m_sql(glanceSql("", "")), area, leastSizePx, visitor);
}

Status CaseReader::visitMeasured(
    const Rect& area, const std::function<bool(const NucleusGlance&, const NucleusMeasurements&)>& visitor)
{
    Statement& select = m_sql(glanceSql(measurementList(), " LEFT JOIN measurement m ON m.row = b.row"));
    return visitRows(select, area, 0,
        [&](const NucleusGlance& nucleus) { return visitor(nucleus, measurementsOf(select, kGlanceColumns)); });
}

Result<std::optional<NucleusRow>> CaseReader::at(const Point& point)
{
    std::optional<NucleusRow> found;
    double smallest = std::numeric_limits<double>::infinity();
    const Rect pixel{
        static_cast<std::int64_t>(std::floor(point.x)), static_cast<std::int64_t>(std::floor(point.y)), 1, 1};
    const Status done = visit(pixel, 0, [&](const NucleusGlance& nucleus) {
        const double area = areaOf(nucleus.shape);
        if (area < smallest && contains(nucleus.shape, point)) {
            smallest = area;
            found = nucleus.row;
        }
        return true;
    });
    if (!done)
        return done.error();
    return found;
}

Result<std::optional<NucleusRecord>> CaseReader::nucleus(NucleusRow row)
{
    Statement& select = m_sql("SELECT n.id, n.class, n.origin, n.run, o.polygon, p.model_polygon, "
                              "coalesce(p.model_hash, r.model_hash), p.changed_by, p.changed_at, "
                              "p.seconds, p.name, p.locked, p.extra"
        + measurementList()
        + " FROM nucleus n JOIN outline o ON o.row = n.row LEFT JOIN provenance p ON p.row = n.row "
          "LEFT JOIN measurement m ON m.row = n.row LEFT JOIN run r ON r.id = n.run WHERE n.row = ?");
    const auto found = select.bind(1, row).step();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<NucleusRecord>();
    NucleusRecord record;
    auto shape = unpackShape(select.bytes(4));
    if (!shape)
        return broken("An outline in the case is damaged");
    record.id = uuidOf(select.bytes(0));
    record.shape = std::move(*shape);
    record.classId = static_cast<int>(select.integer(1));
    record.origin = originOf(select.integer(2));
    if (!select.isNull(3))
        record.run = select.integer(3);
    if (!select.isNull(5))
        record.modelShape = unpackShape(select.bytes(5)).value_or(MultiPolygon());
    record.modelHash = select.text(6);
    record.changedBy = select.text(7);
    record.changedAt = select.text(8);
    record.correctionSeconds = select.real(9);
    record.name = select.text(10);
    record.locked = select.integer(11) != 0;
    record.extra = select.text(12);
    record.measurements = measurementsOf(select, 13);
    select.reset();
    return std::optional(std::move(record));
}

Result<std::vector<NucleusRow>> CaseReader::lockedNuclei()
{
    Statement& select = m_sql("SELECT p.row FROM provenance p JOIN nucleus n ON n.row = p.row WHERE p.locked = 1 AND "
                              "n.alive = 1 ORDER BY p.row");
    std::vector<NucleusRow> rows;
    const Status status = select.forEachRow([&] { rows.push_back(select.integer(0)); });
    if (!status)
        return status.error();
    return rows;
}

Result<std::optional<NucleusRow>> CaseReader::rowOf(const Uuid& id)
{
    Statement& select = m_sql("SELECT row FROM nucleus WHERE id = ? AND alive = 1");
    return select.bind(1, std::span<const std::uint8_t>(id)).firstRow([&] { return select.integer(0); });
}

Result<std::vector<NucleusRow>> CaseReader::within(const MultiPolygon& shape)
{
    const ShapeLocator locator(shape);
    const Rect area = boundsOf(shape);
    Statement& select = m_sql(
        "SELECT b.row, b.left, b.right, b.top, b.bottom FROM nucleus_box b CROSS JOIN nucleus n ON n.row = b.row "
        "WHERE b.right >= ?1 AND b.left <= ?2 AND b.bottom >= ?3 AND b.top <= ?4 AND n.alive = 1");
    select.bind(1, area.x).bind(2, area.right()).bind(3, area.y).bind(4, area.bottom());
    std::vector<NucleusRow> rows;
    const Status status = select.forEachRow([&] {
        if (locator.contains({(select.real(1) + select.real(2)) / 2, (select.real(3) + select.real(4)) / 2}))
            rows.push_back(select.integer(0));
    });
    if (!status)
        return status.error();
    std::sort(rows.begin(), rows.end());
    return rows;
}

Result<std::vector<RunRecord>> CaseReader::runs()
{
    return runRecords(m_sql);
}

Result<std::vector<StoredHeatmap>> CaseReader::heatmaps(const Rect& area, std::optional<std::int64_t> run)
{
    Statement& select = m_sql("SELECT x, y, maps FROM heatmap WHERE run = coalesce(?5, (SELECT max(run) FROM heatmap)) "
                              "AND x BETWEEN ?1 AND ?2 AND y BETWEEN ?3 AND ?4");
    if (run)
        select.bind(5, *run);
    constexpr std::int64_t kLargestCell = 4096; // a cell may begin that far outside
    select.bind(1, area.x - kLargestCell).bind(2, area.right()).bind(3, area.y - kLargestCell).bind(4, area.bottom());
    std::vector<StoredHeatmap> maps;
    const Status status = select.forEachRow([&] {
        auto map = unpackHeatmap(select.bytes(2), select.integer(0), select.integer(1));
        if (!map)
            return Status(broken("A heatmap in the case is damaged"));
        if (!map->area.intersected(area).empty())
            maps.push_back(std::move(*map));
        return Status();
    });
    if (!status)
        return status.error();
    return maps;
}

} // namespace nb
