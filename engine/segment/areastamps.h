// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace nb
{

/// When was anything within a square last changed? A pyramid of squares: at level k square (column,row) covers
/// kBase·2^k units on a side (the owner says which units: model or level-0 pixels). Exactly the tile grid that widgets/
/// draws from, so a picture of a square knows when it is old. Not thread-safe; its owner locks.
class AreaStamps
{
public:
    static constexpr std::int64_t kBase = 256;

    /// `width` x `height` units; the coarsest level is one square.
    AreaStamps(std::int64_t width, std::int64_t height);

    [[nodiscard]] int levels() const { return static_cast<int>(m_levels.size()); }
    /// Everything that `area` meets was changed at `stamp` (rising numbers above 0).
    void mark(const Rect& area, std::uint64_t stamp);
    /// The last change in the square; 0 for none. Levels beyond the coarsest answer as the coarsest.
    [[nodiscard]] std::uint64_t at(int level, std::int64_t column, std::int64_t row) const;

private:
    std::int64_t m_width;
    std::int64_t m_height;
    std::vector<std::unordered_map<std::int64_t, std::uint64_t>> m_levels;
};

} // namespace nb
