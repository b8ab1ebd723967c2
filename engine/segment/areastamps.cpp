// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/areastamps.h"

namespace nb
{

AreaStamps::AreaStamps(std::int64_t width, std::int64_t height)
    : m_width(std::max<std::int64_t>(width, 1))
    , m_height(std::max<std::int64_t>(height, 1))
{
    std::size_t levels = 1;
    for (std::int64_t side = kBase; side < std::max(m_width, m_height); side *= 2)
        ++levels;
    m_levels.resize(levels);
}

void AreaStamps::mark(const Rect& area, std::uint64_t stamp)
{
    const Rect on = area.intersected({0, 0, m_width, m_height});
    if (on.empty())
        return;
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        const std::int64_t side = kBase << level;
        for (std::int64_t row = on.y / side; row <= (on.bottom() - 1) / side; ++row)
            for (std::int64_t column = on.x / side; column <= (on.right() - 1) / side; ++column)
                m_levels[level][row << 32 | column] = stamp;
    }
}

std::uint64_t AreaStamps::at(int level, std::int64_t column, std::int64_t row) const
{
    const auto& stamps = m_levels[static_cast<std::size_t>(std::clamp(level, 0, levels() - 1))];
    const auto found = stamps.find(row << 32 | column);
    return found == stamps.end() ? 0 : found->second;
}

} // namespace nb
