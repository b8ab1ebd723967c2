// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/demo/architecture.h"
#include "engine/demo/cellbody.h"

#include <cstdint>
#include <vector>

namespace nb
{

/// Puts nuclei and red cells where the architecture wants them: into the row at a gland's base, all over a nest, along
/// fibres, densely where lymphocytes gather. A pure function of seed, size and place. Any thread.
class Placement
{
public:
    Placement(const Architecture& architecture, std::int64_t width, std::int64_t height, std::uint64_t seed);

    /// All bodies whose centre is in `area` (level-0 pixels), wholly on the slide, in a fixed order. Their outlines do
    /// not overlap by more than a pixel or two. About 50 ns a pixel of the area and of a rim of 400 px around it.
    [[nodiscard]] std::vector<CellBody> bodiesIn(const Rect& area) const;

    static constexpr std::int64_t kReachPx = 44; ///< no body reaches farther from its centre

private:
    class CellGrid;
    void fillCell(CellGrid& grid, std::int64_t column, std::int64_t row) const;

    const Architecture& m_architecture;
    std::int64_t m_width;
    std::int64_t m_height;
    std::uint64_t m_seed;
};

} // namespace nb
