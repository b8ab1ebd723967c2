// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/placement.h"

#include "engine/demo/bodyshapes.h"
#include "engine/demo/positionhash.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nb
{

namespace
{

// Bodies of cells that are no neighbours cannot touch, as a cell is wider than twice a body's reach. So the cells of
// one of four colours (columns and rows even or odd) can be filled without looking at each other, and what a cell holds
// depends on cells at most three away: one step for each colour that was filled before.
constexpr std::int64_t kCellPx = 96;
constexpr std::int64_t kChain = 3;
constexpr int kAttempts = 46;
constexpr std::uint64_t kSalt = 0xb0d1e5;

static_assert(kCellPx > 2 * Placement::kReachPx + 6);

/// The cells of a rectangle of lattice cells, each with the bodies that it holds so far.
class CellGrid
{
public:
    explicit CellGrid(const Rect& cells)
        : m_cells(cells)
        , m_bodies(static_cast<std::size_t>(cells.width * cells.height))
    {
    }
    [[nodiscard]] const Rect& cells() const { return m_cells; }
    [[nodiscard]] std::vector<CellBody>& at(std::int64_t column, std::int64_t row)
    {
        return m_bodies[static_cast<std::size_t>((row - m_cells.y) * m_cells.width + column - m_cells.x)];
    }
    /// Whether `body`, in this cell, keeps clear of all bodies there and in the eight cells around.
    [[nodiscard]] bool free(const CellBody& body, std::int64_t column, std::int64_t row)
    {
        const Rect around = Rect{column - 1, row - 1, 3, 3}.intersected(m_cells);
        for (std::int64_t r = around.y; r < around.bottom(); ++r)
            for (std::int64_t c = around.x; c < around.right(); ++c)
                for (const CellBody& other : at(c, r))
                    if (collides(body, other))
                        return false;
        return true;
    }

private:
    Rect m_cells;
    std::vector<std::vector<CellBody>> m_bodies;
};

Rect cellsOf(const Rect& area)
{
    const std::int64_t left = latticeIndex(area.x, kCellPx), top = latticeIndex(area.y, kCellPx);
    return {left, top, latticeIndex(area.right() - 1, kCellPx) + 1 - left,
        latticeIndex(area.bottom() - 1, kCellPx) + 1 - top};
}

} // namespace

Placement::Placement(const Architecture& architecture, std::int64_t width, std::int64_t height, std::uint64_t seed)
    : m_architecture(architecture)
    , m_width(width)
    , m_height(height)
    , m_seed(mixBits(seed + kSalt))
{
}

std::optional<CellBody> Placement::propose(std::uint64_t key, std::int64_t column, std::int64_t row) const
{
    PositionRandom random(key);
    const double x = (static_cast<double>(column) + static_cast<double>(random.unit())) * kCellPx;
    const double y = (static_cast<double>(row) + static_cast<double>(random.unit())) * kCellPx;
    const TissuePoint point = m_architecture.at(x, y);
    const auto kind = kindThatGrowsAt(point, random);
    if (!kind)
        return {};
    CellBody body = shapeOf(*kind, random);
    body.x = x;
    body.y = y;
    body.key = key;
    const auto reach = static_cast<double>(body.reach);
    if (x < reach || y < reach || x + reach > static_cast<double>(m_width) || y + reach > static_cast<double>(m_height))
        return {}; // no nucleus is cut by the slide's edge
    orient(body, point, m_architecture, random);
    return body;
}

std::vector<CellBody> Placement::bodiesIn(const Rect& area) const
{
    std::vector<CellBody> found;
    if (area.empty())
        return found;
    const Rect wanted = cellsOf(area);
    CellGrid grid(wanted.grown(kChain));
    for (std::int64_t colour = 0; colour < 4; ++colour) {
        // The later the colour, the fewer cells around the wanted ones matter.
        const Rect needed = wanted.grown(kChain - colour);
        for (std::int64_t row = needed.y; row < needed.bottom(); ++row) {
            for (std::int64_t column = needed.x; column < needed.right(); ++column) {
                if (((column & 1) | ((row & 1) << 1)) != colour)
                    continue;
                for (int attempt = 0; attempt < kAttempts; ++attempt) {
                    const auto body
                        = propose(positionHash(m_seed + static_cast<std::uint64_t>(attempt), column, row), column, row);
                    if (body && grid.free(*body, column, row))
                        grid.at(column, row).push_back(*body);
                }
            }
        }
    }
    for (std::int64_t row = wanted.y; row < wanted.bottom(); ++row)
        for (std::int64_t column = wanted.x; column < wanted.right(); ++column)
            for (const CellBody& body : grid.at(column, row))
                if (area.contains(
                        static_cast<std::int64_t>(std::floor(body.x)), static_cast<std::int64_t>(std::floor(body.y))))
                    found.push_back(body);
    return found;
}

} // namespace nb
