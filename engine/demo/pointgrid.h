// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/demo/architecture.h"
#include "engine/geometry/shapes.h"

#include <vector>

namespace nb
{

/// The architecture of a rectangle, asked at every fourth pixel (of the slide, not of the rectangle) and bilinear
/// between: its distances change by about 1 a pixel, so nothing is lost. One thread at a time.
class PointGrid
{
public:
    PointGrid(const Architecture& architecture, const Rect& area);

    /// The points of row `y` of the rectangle, one for each of its columns.
    [[nodiscard]] const std::vector<TissuePoint>& row(int y);

    [[nodiscard]] const Rect& area() const { return m_area; }
    /// True where every point is well outside of the tissue: nothing to paint.
    [[nodiscard]] bool empty() const { return m_empty; }

private:
    Rect m_area;
    std::int64_t m_left; // lattice coordinates of the first point
    std::int64_t m_top;
    int m_columns;
    bool m_empty = true;
    std::vector<TissuePoint> m_points;
    std::vector<TissuePoint> m_line;
    std::vector<TissuePoint> m_row;
};

} // namespace nb
