// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <cstdint>

namespace nb {

/// The grid of overlapping patches, anchored at the slide's origin in model pixels (design.md section 3), never at what
/// was asked for. Patch (i,j) starts at (i·stride, j·stride); cut at the slide's right and bottom edge, rounded up to a
/// multiple of 16, so a patch's shape too depends on the slide alone. Cell (i,j) is the stride x stride square at the same
/// place: the unit in which finished maps are handed on. All in model pixels.
class PatchGrid {
public:
    PatchGrid(std::int64_t slideWidth, std::int64_t slideHeight, int patch, int stride);

    [[nodiscard]] int patch() const { return m_patch; }
    [[nodiscard]] int stride() const { return m_stride; }
    [[nodiscard]] std::int64_t columns() const { return m_columns; }
    [[nodiscard]] std::int64_t rows() const { return m_rows; }
    [[nodiscard]] std::int64_t slideWidth() const { return m_width; }
    [[nodiscard]] std::int64_t slideHeight() const { return m_height; }

    /// Patch (column,row); its size may be less than patch x patch at the slide's end.
    [[nodiscard]] Rect patchArea(std::int64_t column, std::int64_t row) const;
    /// Cell (column,row), cut at the slide's end.
    [[nodiscard]] Rect cellArea(std::int64_t column, std::int64_t row) const;
    /// The cells that touch `area`, as a half-open rectangle of (column,row).
    [[nodiscard]] Rect cellsOf(const Rect& area) const;
    /// The patches that reach into `cells` (half-open rectangle of cells), as a half-open rectangle of (column,row).
    [[nodiscard]] Rect patchesOf(const Rect& cells) const;

private:
    std::int64_t m_width;
    std::int64_t m_height;
    int m_patch;
    int m_stride;
    std::int64_t m_columns;
    std::int64_t m_rows;
};

} // namespace nb
