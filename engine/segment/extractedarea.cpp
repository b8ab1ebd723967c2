// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/extractedarea.h"

#include <cmath>

namespace nb
{

bool ExtractedArea::knows(const Rect& modelArea) const
{
    if (m_complete)
        return true;
    const Rect cells = m_grid.cellsOf(modelArea);
    for (std::int64_t row = cells.y; row < cells.bottom(); ++row)
        for (std::int64_t column = cells.x; column < cells.right(); ++column)
            if (!m_known.contains(row * m_grid.columns() + column))
                return false;
    return true;
}

bool ExtractedArea::knowsAnyOf(const Rect& modelArea) const
{
    const Rect cells = m_grid.cellsOf(modelArea);
    for (std::int64_t row = cells.y; row < cells.bottom(); ++row)
        for (std::int64_t column = cells.x; column < cells.right(); ++column)
            if (m_known.contains(row * m_grid.columns() + column))
                return true;
    return false;
}

bool ExtractedArea::holds(const Rect& level0Bounds) const
{
    if (level0Bounds.empty() || level0Bounds.x < m_within.x || level0Bounds.y < m_within.y
        || level0Bounds.right() > m_within.right() || level0Bounds.bottom() > m_within.bottom())
        return false;
    const auto low = [](std::int64_t v, double scale) {
        return static_cast<std::int64_t>(std::floor(static_cast<double>(v) / scale));
    };
    const auto high = [](std::int64_t v, double scale) {
        return static_cast<std::int64_t>(std::ceil(static_cast<double>(v) / scale));
    };
    const std::int64_t left = low(level0Bounds.x, m_scaleX), top = low(level0Bounds.y, m_scaleY);
    const Rect model{
        left, top, high(level0Bounds.right(), m_scaleX) - left, high(level0Bounds.bottom(), m_scaleY) - top};
    return knows(model.grown(m_halo).intersected({0, 0, m_grid.slideWidth(), m_grid.slideHeight()}));
}

} // namespace nb
