// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/areasummary.h"

#include "engine/geometry/polygon.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace nb
{

namespace
{

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kRowsPerLook = 4096; // between two looks at the token

double median(std::vector<double>& values)
{
    if (values.empty())
        return kNaN;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

/// One area while the nuclei go by in ascending rows.
class Gathering
{
public:
    /// `members`: ascending; nothing: everything is in it.
    Gathering(std::optional<std::vector<NucleusRow>> members, std::size_t columns)
        : m_members(std::move(members))
        , m_values(columns)
    {
    }

    void add(NucleusRow row, int classId, std::span<const double> values)
    {
        if (m_members && !isMember(row))
            return;
        ++m_nuclei;
        ++m_byClass[classId];
        for (std::size_t i = 0; i < values.size(); ++i)
            if (!std::isnan(values[i]))
                m_values[i].push_back(values[i]);
    }

    void finish(AreaSummary& summary)
    {
        summary.nuclei = m_nuclei;
        summary.byClass.assign(m_byClass.begin(), m_byClass.end());
        for (std::vector<double>& values : m_values) {
            summary.medians.push_back(median(values));
            std::vector<double>().swap(values);
        }
    }

private:
    bool isMember(NucleusRow row)
    {
        while (m_next < m_members->size() && (*m_members)[m_next] < row)
            ++m_next;
        return m_next < m_members->size() && (*m_members)[m_next] == row;
    }

    std::optional<std::vector<NucleusRow>> m_members;
    std::size_t m_next = 0;
    std::int64_t m_nuclei = 0;
    std::map<int, std::int64_t> m_byClass;
    std::vector<std::vector<double>> m_values;
};

double mm2(double squarePixels, const PixelSize& pixelSize)
{
    const double um2 = squarePixels * pixelSize.x * pixelSize.y;
    return um2 > 0 ? um2 / 1e6 : kNaN;
}

} // namespace

double AreaSummary::density() const
{
    return areaMm2 > 0 ? static_cast<double>(nuclei) / areaMm2 : kNaN;
}

double AreaSummary::share(int classId) const
{
    if (nuclei == 0)
        return kNaN;
    const auto found
        = std::find_if(byClass.begin(), byClass.end(), [classId](const auto& each) { return each.first == classId; });
    return found == byClass.end() ? 0 : static_cast<double>(found->second) / static_cast<double>(nuclei);
}

Result<std::vector<AreaSummary>> summarize(CaseReader& reader, const SlideIdentity& slide,
    std::span<const RegionRecord> regions, const std::vector<std::string>& columns, const CancelToken& cancel)
{
    std::vector<AreaSummary> summaries(1);
    summaries[0].areaMm2 = mm2(static_cast<double>(slide.width) * static_cast<double>(slide.height), slide.pixelSize);
    std::vector<Gathering> gatherings;
    gatherings.emplace_back(std::nullopt, columns.size());
    for (const RegionRecord& region : regions) {
        auto members = reader.within(region.shape);
        if (!members)
            return members.error();
        summaries.push_back({region.id, region.name, mm2(areaOf(region.shape), slide.pixelSize), 0, {}, {}});
        gatherings.emplace_back(std::move(*members), columns.size());
    }
    std::int64_t seen = 0;
    const Status visited
        = reader.visitValues(columns, {}, [&](NucleusRow row, int classId, std::span<const double> values) {
              for (Gathering& gathering : gatherings)
                  gathering.add(row, classId, values);
              return ++seen % kRowsPerLook != 0 || !cancel.cancelled();
          });
    if (!visited)
        return visited.error();
    if (cancel.cancelled())
        return Error{ErrorCode::Cancelled, "Stopped", "", ""};
    for (std::size_t i = 0; i < summaries.size(); ++i)
        gatherings[i].finish(summaries[i]);
    return summaries;
}

} // namespace nb
