// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mapstore.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr std::int64_t kLargestPicture = 4096;
constexpr int kOverviewLevels = 24; // up to one pixel for 2^26 model pixels
constexpr std::size_t kCellOverhead = 256; // the maps' nodes and the planes' headers, about

int overviewShiftFor(const PatchGrid& grid, std::size_t byteLimit)
{
    int shift = 2;
    const auto bytes = [&grid](int s) {
        return static_cast<double>(grid.slideWidth()) * static_cast<double>(grid.slideHeight()) * 4 / std::pow(4.0, s);
    };
    while (shift < 16 && bytes(shift) > static_cast<double>(byteLimit) / 4)
        ++shift;
    return shift;
}

std::size_t bytesOf(const MapCell& cell)
{
    return cell.background.pixels.size() + cell.boundary.pixels.size() + cell.inside.pixels.size() + kCellOverhead;
}

/// The pixels [from, to) of model axis that map pixel `i` covers and that lie in [low, high).
struct Span {
    std::int64_t from;
    std::int64_t to;
};
Span spanOf(std::int64_t i, int shift, std::int64_t low, std::int64_t high)
{
    return {std::max(i << shift, low), std::min((i + 1) << shift, high)};
}

/// Rounded mean of a cell's plane over model pixels.
std::uint8_t meanOf(const Plane<std::uint8_t>& plane, const Rect& area, const Span& x, const Span& y)
{
    std::uint32_t sum = 0;
    for (std::int64_t row = y.from; row < y.to; ++row) {
        const std::uint8_t* const line = plane.row(static_cast<int>(row - area.y)) - area.x;
        for (std::int64_t column = x.from; column < x.to; ++column)
            sum += line[column];
    }
    const auto count = static_cast<std::uint32_t>((x.to - x.from) * (y.to - y.from));
    return static_cast<std::uint8_t>((sum + count / 2) / count);
}

/// Whose centre lies in `area`: each map pixel belongs to one cell, and is averaged over that cell's part of it.
Rect ownedPixels(const Rect& area, int shift)
{
    const std::int64_t half = shift > 0 ? std::int64_t{1} << (shift - 1) : 0;
    const auto first = [&](std::int64_t v) { return (v - half + (std::int64_t{1} << shift) - 1) >> shift; };
    return {first(area.x), first(area.y), first(area.right()) - first(area.x), first(area.bottom()) - first(area.y)};
}

/// Calls `set(x, y, spanX, spanY)` for the map pixels of `wanted` that belong to the cell; those at the slide's end,
/// whose centre lies beyond it, belong to the last cell.
template <class Set>
void forOwned(const MapCell& cell, int shift, const PatchGrid& grid, const Rect& wanted, const Set& set)
{
    Rect owned = ownedPixels(cell.area, shift);
    const auto reach = [shift](std::int64_t end) { return (end + (std::int64_t{1} << shift) - 1) >> shift; };
    if (cell.area.right() == grid.slideWidth())
        owned.width = reach(cell.area.right()) - owned.x;
    if (cell.area.bottom() == grid.slideHeight())
        owned.height = reach(cell.area.bottom()) - owned.y;
    const Rect both = owned.intersected(wanted);
    for (std::int64_t y = both.y; y < both.bottom(); ++y) {
        const Span rows = spanOf(y, shift, cell.area.y, cell.area.bottom());
        for (std::int64_t x = both.x; x < both.right(); ++x) {
            const Span columns = spanOf(x, shift, cell.area.x, cell.area.right());
            if (columns.from < columns.to && rows.from < rows.to)
                set(x, y, columns, rows);
        }
    }
}

void fillFromCell(const MapCell& cell, int shift, const PatchGrid& grid, const Rect& area, MapPicture& picture)
{
    forOwned(cell, shift, grid, area, [&](std::int64_t x, std::int64_t y, const Span& columns, const Span& rows) {
        const int px = static_cast<int>(x - area.x), py = static_cast<int>(y - area.y);
        picture.background.at(px, py) = meanOf(cell.background, cell.area, columns, rows);
        picture.boundary.at(px, py) = meanOf(cell.boundary, cell.area, columns, rows);
        picture.inside.at(px, py) = meanOf(cell.inside, cell.area, columns, rows);
        picture.known.at(px, py) = 255;
    });
}

} // namespace

MapStore::MapStore(const PatchGrid& grid, double scaleX, double scaleY, std::size_t byteLimit)
    : m_grid(grid)
    , m_scaleX(scaleX)
    , m_scaleY(scaleY)
    , m_byteLimit(byteLimit)
    , m_overview(overviewShiftFor(grid, byteLimit), kOverviewLevels)
    , m_stamps(grid.slideWidth(), grid.slideHeight())
{
}

MapStore::MapStore(const SlideRecipe& recipe, std::size_t byteLimit)
    : MapStore(recipe.grid, recipe.pixels.scaleX(), recipe.pixels.scaleY(), byteLimit)
{
}

void MapStore::add(std::shared_ptr<const MapCell> cell)
{
    const std::int64_t index = indexOf(cell->area.x / m_grid.stride(), cell->area.y / m_grid.stride());
    std::int64_t x = 0, y = 0;
    const MapPicture overview = overviewOf(*cell, x, y);
    const std::lock_guard lock(m_mutex);
    m_overview.put(x, y, overview);
    m_stamps.mark(cell->area, ++m_generation);
    const auto there = m_cells.find(index);
    if (there != m_cells.end()) {
        m_cellBytes -= bytesOf(*there->second.cell);
        m_use.erase(there->second.use);
        m_cells.erase(there);
    }
    m_use.push_front(index);
    m_cellBytes += bytesOf(*cell);
    m_cells[index] = {std::move(cell), m_use.begin()};
    evict();
}

void MapStore::addCoarse(const Rect& modelArea, int reduction, const Plane<std::uint8_t>& background,
    const Plane<std::uint8_t>& boundary, const Plane<std::uint8_t>& inside)
{
    const int shift = m_overview.finestShift();
    const Rect area = modelArea.intersected({0, 0, m_grid.slideWidth(), m_grid.slideHeight()});
    const auto fits = [&](const Plane<std::uint8_t>& plane) {
        return plane.width == background.width && plane.height == background.height;
    };
    if (area.empty() || reduction < 1 || background.pixels.empty() || !fits(boundary) || !fits(inside))
        return;
    const Rect owned = ownedPixels(area, shift);
    if (owned.empty())
        return;
    MapPicture fresh(static_cast<int>(owned.width), static_cast<int>(owned.height));
    const auto nearest = [&](std::int64_t map, std::int64_t from, int count) {
        const std::int64_t middle = (map << shift) + (std::int64_t{1} << shift) / 2 - from;
        return static_cast<int>(std::clamp<std::int64_t>(middle / reduction, 0, count - 1));
    };
    const std::lock_guard lock(m_mutex);
    m_overview.fill(shift, owned.x, owned.y, fresh);
    for (int y = 0; y < fresh.known.height; ++y) {
        const int row = nearest(owned.y + y, modelArea.y, background.height);
        for (int x = 0; x < fresh.known.width; ++x) {
            if (fresh.known.at(x, y) > 0)
                continue;
            const int column = nearest(owned.x + x, modelArea.x, background.width);
            fresh.background.at(x, y) = background.at(column, row);
            fresh.boundary.at(x, y) = boundary.at(column, row);
            fresh.inside.at(x, y) = inside.at(column, row);
            fresh.known.at(x, y) = 255;
        }
    }
    m_overview.put(owned.x, owned.y, fresh);
    m_stamps.mark(area, ++m_generation);
}

void MapStore::evict()
{
    const std::size_t overview = m_overview.bytes();
    const std::size_t room = m_byteLimit > overview ? m_byteLimit - overview : 0;
    while (m_cellBytes > room && m_cells.size() > 1) {
        const auto oldest = m_cells.find(m_use.back());
        m_cellBytes -= bytesOf(*oldest->second.cell);
        m_cells.erase(oldest);
        m_use.pop_back();
    }
}

MapPicture MapStore::overviewOf(const MapCell& cell, std::int64_t& x, std::int64_t& y) const
{
    const int shift = m_overview.finestShift();
    x = cell.area.x >> shift;
    y = cell.area.y >> shift;
    const Rect wanted{x, y, ((cell.area.right() - 1) >> shift) + 1 - x, ((cell.area.bottom() - 1) >> shift) + 1 - y};
    MapPicture picture(static_cast<int>(wanted.width), static_cast<int>(wanted.height));
    fillFromCell(cell, shift, m_grid, wanted, picture);
    return picture;
}

std::shared_ptr<const MapCell> MapStore::cell(std::int64_t column, std::int64_t row) const
{
    if (column < 0 || row < 0 || column >= m_grid.columns() || row >= m_grid.rows())
        return nullptr;
    const std::lock_guard lock(m_mutex);
    const auto found = m_cells.find(indexOf(column, row));
    if (found == m_cells.end())
        return nullptr;
    m_use.splice(m_use.begin(), m_use, found->second.use);
    return found->second.cell;
}

std::optional<std::array<std::uint8_t, 3>> MapStore::at(const Point& level0) const
{
    const auto x = static_cast<std::int64_t>(std::floor(level0.x / m_scaleX)),
               y = static_cast<std::int64_t>(std::floor(level0.y / m_scaleY));
    if (x < 0 || y < 0)
        return {};
    const auto here = cell(x / m_grid.stride(), y / m_grid.stride());
    if (!here || !here->area.contains(x, y))
        return {};
    const int column = static_cast<int>(x - here->area.x), row = static_cast<int>(y - here->area.y);
    return std::array{here->background.at(column, row), here->boundary.at(column, row), here->inside.at(column, row)};
}

std::vector<std::shared_ptr<const MapCell>> MapStore::cellsIn(const Rect& modelArea) const
{
    const Rect cells = m_grid.cellsOf(modelArea);
    std::vector<std::shared_ptr<const MapCell>> found;
    for (std::int64_t row = cells.y; row < cells.bottom(); ++row)
        for (std::int64_t column = cells.x; column < cells.right(); ++column)
            if (auto here = cell(column, row))
                found.push_back(std::move(here));
    return found;
}

MapPicture MapStore::picture(int shift, const Rect& area) const
{
    MapPicture picture;
    if (shift < 0 || shift > 40 || area.empty() || area.width > kLargestPicture || area.height > kLargestPicture)
        return picture;
    picture = MapPicture(static_cast<int>(area.width), static_cast<int>(area.height));
    {
        const std::lock_guard lock(m_mutex);
        m_overview.fill(shift, area.x, area.y, picture);
    }
    if (shift >= m_overview.finestShift())
        return picture;
    const Rect model{area.x << shift, area.y << shift, area.width << shift, area.height << shift};
    for (const auto& here : cellsIn(model))
        fillFromCell(*here, shift, m_grid, area, picture);
    return picture;
}

std::uint64_t MapStore::version(int shift, std::int64_t column, std::int64_t row) const
{
    const std::lock_guard lock(m_mutex);
    return m_stamps.at(shift, column, row);
}

std::size_t MapStore::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_cellBytes + m_overview.bytes();
}

} // namespace nb
