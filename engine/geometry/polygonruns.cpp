// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/polygonruns.h"

#include <cmath>
#include <limits>
#include <set>

namespace nb
{

namespace
{

/// The first row (or column) whose centre is at or beyond `coordinate`.
std::int64_t firstCentre(double coordinate)
{
    return static_cast<std::int64_t>(std::ceil(coordinate - 0.5));
}

bool usable(const Ring& ring)
{
    return std::all_of(ring.begin(), ring.end(), [](const Point& p) {
        return std::abs(p.x) <= PolygonRuns::kFurthest && std::abs(p.y) <= PolygonRuns::kFurthest; // false for NaN
    });
}

bool usable(const Polygon& polygon)
{
    return usable(polygon.shell)
        && std::all_of(polygon.holes.begin(), polygon.holes.end(), [](const Ring& hole) { return usable(hole); });
}

Rect united(const Rect& a, const Rect& b)
{
    if (a.empty() || b.empty())
        return a.empty() ? b : a;
    const std::int64_t x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Rect boundsOf(const Ring& ring)
{
    double left = std::numeric_limits<double>::max(), top = left, right = -left, bottom = -left;
    for (const Point& p : ring) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    if (ring.empty())
        return {};
    const std::int64_t x = firstCentre(left), y = firstCentre(top);
    return {x, y, firstCentre(right) - x, firstCentre(bottom) - y};
}

/// Gives each pixel that several runs claim to the smallest label. `runs` are sorted by x.
void settleOverlaps(std::vector<LabelRun>& runs)
{
    bool overlap = false;
    for (std::size_t i = 1; i < runs.size() && !overlap; ++i)
        overlap = runs[i].x < runs[i - 1].end;
    if (!overlap)
        return;
    std::vector<LabelRun> byEnd = runs;
    std::sort(byEnd.begin(), byEnd.end(), [](const LabelRun& a, const LabelRun& b) { return a.end < b.end; });
    std::vector<LabelRun> settled;
    std::multiset<std::uint32_t> open;
    std::int64_t from = 0;
    const auto emitUntil = [&](std::int64_t x) {
        if (!open.empty() && x > from) {
            if (!settled.empty() && settled.back().end == from && settled.back().label == *open.begin())
                settled.back().end = x;
            else
                settled.push_back({from, x, *open.begin()});
        }
        from = x;
    };
    for (std::size_t begun = 0, ended = 0; ended < byEnd.size();) {
        if (begun < runs.size() && runs[begun].x < byEnd[ended].end) {
            emitUntil(runs[begun].x);
            open.insert(runs[begun++].label);
        } else {
            emitUntil(byEnd[ended].end);
            open.erase(open.find(byEnd[ended++].label));
        }
    }
    runs = std::move(settled);
}

} // namespace

Result<PolygonRuns> PolygonRuns::create(std::span<const MultiPolygon> shapes)
{
    if (shapes.size() >= std::numeric_limits<std::uint32_t>::max())
        return Error{ErrorCode::Invalid, "There are more shapes than can be told apart", "", ""};
    PolygonRuns runs;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        for (const Polygon& polygon : shapes[i]) {
            if (!usable(polygon))
                return Error{ErrorCode::Invalid,
                    "Shape " + std::to_string(i + 1) + " has a point that is not a number or lies beyond any slide", "",
                    "Remove the shape"};
            const Rect bounds = boundsOf(polygon.shell);
            if (bounds.empty())
                continue;
            runs.m_parts.push_back({&polygon, static_cast<std::uint32_t>(i + 1), bounds.y, bounds.bottom() - 1});
            runs.m_frame = united(runs.m_frame, bounds);
        }
    }
    std::stable_sort(
        runs.m_parts.begin(), runs.m_parts.end(), [](const Part& a, const Part& b) { return a.firstRow < b.firstRow; });
    return runs;
}

PolygonRuns::ActivePart PolygonRuns::activate(const Part& part)
{
    ActivePart active;
    active.label = part.label;
    active.lastRow = part.lastRow;
    const auto addRing = [&active](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            Point upper = ring[i], lower = ring[(i + 1) % ring.size()];
            if (lower.y < upper.y)
                std::swap(upper, lower);
            const std::int64_t first = firstCentre(upper.y), end = firstCentre(lower.y);
            if (first < end)
                active.edges.push_back({upper, lower, first, end});
        }
    };
    addRing(part.polygon->shell);
    for (const Ring& hole : part.polygon->holes)
        addRing(hole);
    std::sort(
        active.edges.begin(), active.edges.end(), [](const Edge& a, const Edge& b) { return a.firstRow < b.firstRow; });
    return active;
}

void PolygonRuns::addRuns(ActivePart& part, std::int64_t y, std::vector<LabelRun>& runs)
{
    while (part.begun < part.edges.size() && part.edges[part.begun].firstRow <= y)
        part.crossing.push_back(part.begun++);
    std::erase_if(part.crossing, [&](std::size_t edge) { return part.edges[edge].endRow <= y; });
    m_crossings.clear();
    const double centre = static_cast<double>(y) + 0.5;
    for (const std::size_t i : part.crossing) {
        const Edge& edge = part.edges[i];
        const double share = (centre - edge.upper.y) / (edge.lower.y - edge.upper.y);
        m_crossings.push_back(edge.upper.x + share * (edge.lower.x - edge.upper.x));
    }
    std::sort(m_crossings.begin(), m_crossings.end());
    for (std::size_t i = 0; i + 1 < m_crossings.size(); i += 2) {
        const std::int64_t from = firstCentre(m_crossings[i]), end = firstCentre(m_crossings[i + 1]);
        if (from < end)
            runs.push_back({from, end, part.label});
    }
}

void PolygonRuns::row(std::int64_t y, std::vector<LabelRun>& runs)
{
    runs.clear();
    for (; m_next < m_parts.size() && m_parts[m_next].firstRow <= y; ++m_next)
        if (m_parts[m_next].lastRow >= y)
            m_active.push_back(activate(m_parts[m_next]));
    std::erase_if(m_active, [y](const ActivePart& part) { return part.lastRow < y; });
    for (ActivePart& part : m_active)
        addRuns(part, y, runs);
    std::sort(runs.begin(), runs.end(), [](const LabelRun& a, const LabelRun& b) { return a.x < b.x; });
    settleOverlaps(runs);
}

Result<LabelImage> rasterize(std::span<const MultiPolygon> shapes, const Rect& area)
{
    auto polygons = PolygonRuns::create(shapes);
    if (!polygons)
        return polygons.error();
    LabelImage image(static_cast<int>(area.width), static_cast<int>(area.height));
    std::vector<LabelRun> runs;
    for (std::int64_t y = area.y; y < area.bottom(); ++y) {
        polygons->row(y, runs);
        for (const LabelRun& run : runs) {
            const std::int64_t from = std::max(run.x, area.x), end = std::min(run.end, area.right());
            if (from < end)
                std::fill_n(image.row(static_cast<int>(y - area.y)) + (from - area.x), end - from, run.label);
        }
    }
    return image;
}

} // namespace nb
