// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/reviewqueue.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace nb
{

namespace
{

constexpr const char* kDoubtColumns
    = "m.area_um2, m.circularity, m.solidity, m.inside_mean, m.boundary_confidence"; // as doubtMeasurements reads them
constexpr const char* kUntouched = "n.origin IN (0, 4)"; // found or imported, and nobody has judged it

NucleusMeasurements doubtMeasurements(const Statement& row, int first)
{
    const auto value
        = [&](int column) { return row.isNull(column) ? std::numeric_limits<double>::quiet_NaN() : row.real(column); };
    NucleusMeasurements m = notMeasured();
    m.areaUm2 = value(first);
    m.circularity = value(first + 1);
    m.solidity = value(first + 2);
    m.insideMean = value(first + 3);
    m.boundaryConfidence = value(first + 4);
    return m;
}

/// Keeps the first `limit` of all that are offered and come after another.
class FirstItems
{
public:
    explicit FirstItems(const ReviewQuery& query)
        : m_query(query)
    {
    }
    void offer(NucleusRow row, const NucleusMeasurements& measurements)
    {
        ++m_offered;
        const ReviewItem item{row, doubtOf(measurements, m_query.scale)};
        if ((m_query.after && !(*m_query.after < item)) || m_query.limit == 0)
            return;
        if (m_last.size() == m_query.limit) {
            if (!(item < m_last.top()))
                return;
            m_last.pop();
        }
        m_last.push(item);
    }
    [[nodiscard]] ReviewPage page()
    {
        ReviewPage page;
        page.waiting = m_offered;
        for (; !m_last.empty(); m_last.pop())
            page.items.push_back(m_last.top());
        std::reverse(page.items.begin(), page.items.end());
        return page;
    }

private:
    const ReviewQuery& m_query;
    std::priority_queue<ReviewItem> m_last; ///< the least doubtful on top
    std::int64_t m_offered = 0;
};

} // namespace

Result<std::vector<NucleusMeasurements>> ReviewQueue::sample(std::int64_t first, std::int64_t last)
{
    std::vector<NucleusRow> rows;
    for (std::int64_t i = 0; i < kScaleSample; ++i)
        rows.push_back(first + (last - first) * i / kScaleSample);
    std::vector<NucleusMeasurements> found;
    const Status done = m_rows.visitEach(std::string("SELECT ") + kDoubtColumns
            + " FROM nucleus n JOIN measurement m ON m.row = n.row WHERE n.row = ? AND n.alive = 1",
        rows, [&](Statement& row) { found.push_back(doubtMeasurements(row, 0)); });
    if (!done)
        return done.error();
    return found;
}

Result<std::vector<NucleusMeasurements>> ReviewQueue::allMeasured()
{
    std::vector<NucleusMeasurements> found;
    const Status done = m_rows.visit(std::string("SELECT ") + kDoubtColumns
            + " FROM nucleus n JOIN measurement m ON m.row = n.row WHERE n.alive = 1",
        [&](Statement& row) { found.push_back(doubtMeasurements(row, 0)); });
    if (!done)
        return done.error();
    return found;
}

Result<DoubtScale> ReviewQueue::scale()
{
    constexpr std::size_t kEnough = kScaleSample / 10; // fewer where most rows are earlier versions
    const auto first = m_rows.number("SELECT coalesce(min(row), 0) FROM nucleus");
    const auto last = m_rows.number("SELECT coalesce(max(row), 0) FROM nucleus");
    if (!first || !last)
        return first ? last.error() : first.error();
    if (*last - *first >= 2 * kScaleSample) {
        const auto some = sample(*first, *last);
        if (!some)
            return some.error();
        if (some->size() >= kEnough)
            return doubtScaleOf(*some);
    }
    const auto all = allMeasured();
    if (!all)
        return all.error();
    return doubtScaleOf(*all);
}

Result<ReviewPage> ReviewQueue::page(const ReviewQuery& query)
{
    const auto checked = m_rows.within(query.checked);
    if (!checked)
        return checked.error();
    FirstItems first(query);
    const auto offer = [&](Statement& row) {
        if (!std::binary_search(checked->begin(), checked->end(), row.integer(0)))
            first.offer(row.integer(0), doubtMeasurements(row, 1));
    };
    const std::string sql = std::string("SELECT n.row, ") + kDoubtColumns
        + " FROM nucleus n LEFT JOIN measurement m ON m.row = n.row WHERE n.alive = 1 AND " + kUntouched;
    Status done;
    if (query.within) {
        const auto rows = m_rows.within({&*query.within, 1});
        if (!rows)
            return rows.error();
        done = m_rows.visitEach(sql + " AND n.row = ?", *rows, offer);
    } else {
        done = m_rows.visit(sql, offer);
    }
    if (!done)
        return done.error();
    return first.page();
}

} // namespace nb
