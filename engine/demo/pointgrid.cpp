// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/pointgrid.h"

#include "engine/demo/positionhash.h"

namespace nb
{

namespace
{

constexpr std::int64_t kStepPx = 4;

} // namespace

PointGrid::PointGrid(const Architecture& architecture, const Rect& area)
    : m_area(area)
    , m_left(latticeIndex(area.x, kStepPx))
    , m_top(latticeIndex(area.y, kStepPx))
    , m_columns(static_cast<int>(latticeIndex(area.right() - 1, kStepPx) + 2 - m_left))
    , m_line(static_cast<std::size_t>(m_columns))
    , m_row(static_cast<std::size_t>(area.width))
{
    const std::int64_t rows = latticeIndex(area.bottom() - 1, kStepPx) + 2 - m_top;
    m_points.reserve(static_cast<std::size_t>(rows * m_columns));
    for (std::int64_t y = 0; y < rows; ++y) {
        for (int x = 0; x < m_columns; ++x) {
            m_points.push_back(architecture.at(
                static_cast<double>((m_left + x) * kStepPx), static_cast<double>((m_top + y) * kStepPx)));
            m_empty = m_empty && m_points.back().tissue < -20;
        }
    }
}

const std::vector<TissuePoint>& PointGrid::row(int y)
{
    const std::int64_t globalY = m_area.y + y, cell = latticeIndex(globalY, kStepPx);
    const float down = (static_cast<float>(globalY - cell * kStepPx) + 0.5F) / kStepPx;
    const TissuePoint* upper = m_points.data() + (cell - m_top) * m_columns;
    for (std::size_t x = 0; x < m_line.size(); ++x)
        m_line[x] = mixPoints(upper[x], upper[x + m_line.size()], down);
    for (std::int64_t x = 0; x < m_area.width; ++x) {
        const std::int64_t column = latticeIndex(m_area.x + x, kStepPx);
        const float right = (static_cast<float>(m_area.x + x - column * kStepPx) + 0.5F) / kStepPx;
        const auto at = static_cast<std::size_t>(column - m_left);
        m_row[static_cast<std::size_t>(x)] = mixPoints(m_line[at], m_line[at + 1], right);
    }
    return m_row;
}

} // namespace nb
