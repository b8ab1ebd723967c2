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
constexpr std::uint64_t kAttempts = 150;
constexpr std::uint64_t kSalt = 0xb0d1e5;

static_assert(kCellPx > 2 * Placement::kReachPx + 6);

} // namespace

/// The cells of a rectangle of lattice cells, each with the bodies that it holds so far.
class Placement::CellGrid
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

namespace
{

/// The architecture of one cell and a little beyond, asked every 16 px: hundreds of places are tried in a cell.
class CellSurvey
{
public:
    CellSurvey(const Architecture& architecture, std::int64_t column, std::int64_t row)
    {
        for (std::size_t j = 0; j < kSide; ++j)
            for (std::size_t i = 0; i < kSide; ++i)
                m_points[j * kSide + i]
                    = architecture.at(static_cast<double>(column * kCellPx + static_cast<std::int64_t>(i) * kStepPx),
                        static_cast<double>(row * kCellPx + static_cast<std::int64_t>(j) * kStepPx));
    }
    /// Offsets from the cell's corner, px; 0 to 112.
    [[nodiscard]] TissuePoint at(float x, float y) const
    {
        const float gx = x / kStepPx, gy = y / kStepPx;
        const auto i = std::min(static_cast<std::size_t>(gx), kSide - 2),
                   j = std::min(static_cast<std::size_t>(gy), kSide - 2);
        const float tx = gx - static_cast<float>(i), ty = gy - static_cast<float>(j);
        const TissuePoint* upper = &m_points[j * kSide + i];
        return mixPoints(mixPoints(upper[0], upper[1], tx), mixPoints(upper[kSide], upper[kSide + 1], tx), ty);
    }
    [[nodiscard]] bool barren() const
    {
        return std::all_of(
            m_points.begin(), m_points.end(), [](const TissuePoint& p) { return p.tissue < 0 || p.fat > 20; });
    }

private:
    static constexpr std::int64_t kStepPx = 16;
    static constexpr std::size_t kSide = kCellPx / kStepPx + 2;
    std::array<TissuePoint, kSide * kSide> m_points;
};

Rect cellsOf(const Rect& area)
{
    const std::int64_t left = latticeIndex(area.x, kCellPx), top = latticeIndex(area.y, kCellPx);
    return {left, top, latticeIndex(area.right() - 1, kCellPx) + 1 - left,
        latticeIndex(area.bottom() - 1, kCellPx) + 1 - top};
}

/// The body that one attempt puts into the cell, if anything grows there. Collisions are not looked at.
std::optional<CellBody> propose(std::uint64_t key, const CellSurvey& survey, std::int64_t column, std::int64_t row)
{
    PositionRandom random(key);
    const float x = random.within(0, kCellPx), y = random.within(0, kCellPx);
    const TissuePoint point = survey.at(x, y);
    const auto kind = kindThatGrowsAt(point, random);
    if (!kind)
        return {};
    CellBody body = shapeOf(*kind, random);
    body.x = static_cast<double>(column * kCellPx) + static_cast<double>(x);
    body.y = static_cast<double>(row * kCellPx) + static_cast<double>(y);
    body.key = key;
    constexpr float kStepPx = 6;
    orient(body, point, survey.at(x + kStepPx, y), survey.at(x, y + kStepPx), random);
    return body;
}

} // namespace

Placement::Placement(const Architecture& architecture, std::int64_t width, std::int64_t height, std::uint64_t seed)
    : m_architecture(architecture)
    , m_width(width)
    , m_height(height)
    , m_seed(mixBits(seed + kSalt))
{
}

void Placement::fillCell(CellGrid& grid, std::int64_t column, std::int64_t row) const
{
    const CellSurvey survey(m_architecture, column, row);
    if (survey.barren())
        return;
    for (std::uint64_t attempt = 0; attempt < kAttempts; ++attempt) {
        const auto body = propose(positionHash(m_seed + attempt, column, row), survey, column, row);
        if (!body)
            continue;
        const auto reach = static_cast<double>(body->reach);
        const bool onSlide = body->x >= reach && body->y >= reach && body->x + reach <= static_cast<double>(m_width)
            && body->y + reach <= static_cast<double>(m_height); // no nucleus is cut by the slide's edge
        if (onSlide && grid.free(*body, column, row))
            grid.at(column, row).push_back(*body);
    }
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
                fillCell(grid, column, row);
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
