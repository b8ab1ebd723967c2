// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/patchgrid.h"

#include <cstdint>
#include <unordered_set>

namespace nb
{

/// Where nuclei were found anew from stored maps: of a nucleus that lies in it, it can be said that it is found, or
/// that it is not. Immutable once filled; any thread.
class ExtractedArea
{
public:
    /// `level0Within`: no nucleus that reaches beyond is told of; `halo`: model pixels around a nucleus whose maps
    /// decide what it is.
    ExtractedArea(const PatchGrid& grid, const Rect& level0Within, double scaleX, double scaleY, std::int64_t halo)
        : m_grid(grid)
        , m_within(level0Within)
        , m_scaleX(scaleX)
        , m_scaleY(scaleY)
        , m_halo(halo)
    {
    }

    void addKnown(std::int64_t column, std::int64_t row) { m_known.insert(row * m_grid.columns() + column); }

    void setComplete() { m_complete = true; } ///< all that can matter is known

    [[nodiscard]] const Rect& within() const { return m_within; }
    /// Whether every cell that `modelArea` meets is known.
    [[nodiscard]] bool knows(const Rect& modelArea) const;
    [[nodiscard]] bool knowsAnyOf(const Rect& modelArea) const;
    /// Whether a nucleus of these bounds is answered for.
    [[nodiscard]] bool holds(const Rect& level0Bounds) const;

private:
    PatchGrid m_grid;
    Rect m_within; ///< level-0 pixels
    double m_scaleX; ///< level-0 pixels per model pixel
    double m_scaleY;
    std::int64_t m_halo;
    bool m_complete = false;
    std::unordered_set<std::int64_t> m_known; ///< cells
};

} // namespace nb
