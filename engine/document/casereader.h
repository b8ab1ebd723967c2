// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/document/heatmapblob.h"
#include "engine/document/steplog.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace nb
{

/// What drawing needs of a nucleus.
struct NucleusGlance {
    NucleusRow row = 0;
    Uuid id{};
    int classId = kNucleusClass;
    NucleusOrigin origin = NucleusOrigin::Model;
    bool hasOwnHistory = false; ///< a person changed, named or locked it
    MultiPolygon shape; ///< level-0 pixels
};

/// Which nuclei a list or plot holds. Everything given has to hold.
struct NucleusFilter {
    struct Range {
        std::string column; ///< of measurementColumns()
        double least = 0;
        double most = 0;
    };
    std::optional<int> classId;
    std::optional<NucleusOrigin> origin;
    std::vector<Range> ranges;
};

/// A line of the nuclei table.
struct NucleusLine {
    NucleusRow row = 0;
    Uuid id{};
    int classId = kNucleusClass;
    NucleusOrigin origin = NucleusOrigin::Model;
    Point centre; ///< of its box, level-0 pixels
    NucleusMeasurements measurements;
};

/// Reads a case beside the document thread, over a connection of its own: sees every finished change and no other. One
/// thread at a time; make as many as there are threads. Errors: those of Database; Unreadable where stored bytes are no
/// outline.
class CaseReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<CaseReader>> open(const std::string& casePath, bool immutable = false);

    /// While it lives, this reader sees the case as it was when it was made, whatever is changed meanwhile. Not to be
    /// kept longer than needed: the log cannot be merged until then.
    class Snapshot
    {
    public:
        explicit Snapshot(Database& database)
            : m_database(&database)
        {
        }
        Snapshot(Snapshot&& other) noexcept
            : m_database(std::exchange(other.m_database, nullptr))
        {
        }
        Snapshot& operator=(Snapshot&&) = delete;
        ~Snapshot();

    private:
        Database* m_database;
    };
    [[nodiscard]] Result<Snapshot> snapshot();

    [[nodiscard]] Result<std::int64_t> count();
    /// The whole slide's nuclei by class id.
    [[nodiscard]] Result<std::vector<std::pair<int, std::int64_t>>> countByClass();
    /// Nuclei whose boxes meet `area` (level-0 pixels) and are at least `leastSizePx` level-0 pixels wide or high,
    /// until `visitor` returns false.
    [[nodiscard]] Status visit(
        const Rect& area, double leastSizePx, const std::function<bool(const NucleusGlance&)>& visitor);
    /// Likewise, with what was measured (NaN: not measured).
    [[nodiscard]] Status visitMeasured(
        const Rect& area, const std::function<bool(const NucleusGlance&, const NucleusMeasurements&)>& visitor);
    /// The nucleus whose outline holds the point; the smallest of several.
    [[nodiscard]] Result<std::optional<NucleusRow>> at(const Point& point);
    /// Present or not (an earlier version); nothing where there is no such row.
    [[nodiscard]] Result<std::optional<NucleusRecord>> nucleus(NucleusRow row);
    [[nodiscard]] Result<std::optional<NucleusRow>> rowOf(const Uuid& id);
    /// Those that a person locked, in ascending rows.
    [[nodiscard]] Result<std::vector<NucleusRow>> lockedNuclei();
    /// Those whose box's centre lies in `shape`, in ascending rows.
    [[nodiscard]] Result<std::vector<NucleusRow>> within(const MultiPolygon& shape);
    /// Sorted by `column` of measurementColumns(), or "class", "origin", or "" (order of storing); not measured comes
    /// last.
    [[nodiscard]] Result<std::vector<NucleusRow>> sorted(
        const std::string& column, bool descending, const NucleusFilter& filter);
    /// What a table shows of these rows; in their order, rows that are gone left out.
    [[nodiscard]] Result<std::vector<NucleusLine>> lines(std::span<const NucleusRow> rows);
    /// Row and value of every nucleus that passes, for plots; what was not measured is left out.
    [[nodiscard]] Result<std::vector<std::pair<NucleusRow, double>>> values(
        const std::string& column, const NucleusFilter& filter);

    /// Row, class and the `columns` (names of measurementColumns(); NaN: not measured) of every nucleus that passes, in
    /// ascending rows, until `visitor` returns false. Nothing is kept, so a million cost no memory.
    [[nodiscard]] Status visitValues(const std::vector<std::string>& columns, const NucleusFilter& filter,
        const std::function<bool(NucleusRow, int classId, std::span<const double> values)>& visitor);

    /// All runs, newest first.
    [[nodiscard]] Result<std::vector<RunRecord>> runs();
    /// The cells that the newest run with maps, or `run`, stored and that meet `area` (model pixels).
    [[nodiscard]] Result<std::vector<StoredHeatmap>> heatmaps(const Rect& area, std::optional<std::int64_t> run = {});

private:
    friend class CaseRows; // stands on the same connection
    explicit CaseReader(std::unique_ptr<Database> database)
        : m_database(std::move(database))
        , m_sql(*m_database)
    {
    }
    [[nodiscard]] Error broken(const std::string& what) const;
    [[nodiscard]] Status visitRows(Statement& select, const Rect& area, double leastSizePx,
        const std::function<bool(const NucleusGlance&)>& visitor);
    std::unique_ptr<Database> m_database;
    StatementCache m_sql;
};

} // namespace nb
