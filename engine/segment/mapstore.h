// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/areastamps.h"
#include "engine/segment/mapoverview.h"
#include "engine/segment/slidesegmenter.h"

#include <array>
#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace nb
{

/// What the network said of a slide so far: finished cells of ONE recipe (make a new store for another model, stain or
/// µm/px). Holds the newest-used cells at full resolution up to a number of bytes, and of every cell ever added a
/// coarse version (the overview), whose reduction depends on the slide's size so that it stays below a quarter of that
/// number. Every member may be called from any thread; no call waits for more than a few microseconds of another's
/// work.
class MapStore
{
public:
    /// `byteLimit` for cells and overview together.
    MapStore(const PatchGrid& grid, double scaleX, double scaleY, std::size_t byteLimit = kDefaultBytes);
    MapStore(const SlideRecipe& recipe, std::size_t byteLimit = kDefaultBytes);

    void add(std::shared_ptr<const MapCell> cell);
    /// Maps of `modelArea`, each pixel the mean of `reduction` x `reduction` model pixels, as a case keeps them: they go
    /// into the overview alone, and only where nothing is known yet.
    void addCoarse(const Rect& modelArea, int reduction, const Plane<std::uint8_t>& background,
        const Plane<std::uint8_t>& boundary, const Plane<std::uint8_t>& inside);

    /// The full-resolution cell (column,row) of the grid, if it is (still) here.
    [[nodiscard]] std::shared_ptr<const MapCell> cell(std::int64_t column, std::int64_t row) const;
    [[nodiscard]] bool has(std::int64_t column, std::int64_t row) const { return cell(column, row) != nullptr; }

    /// Background, boundary, inside as round(255·p) at a place in level-0 pixels; full resolution only.
    [[nodiscard]] std::optional<std::array<std::uint8_t, 3>> at(const Point& level0) const;

    /// `area` is in map pixels of `shift`: [x, x+width) x [y, y+height), each 2^shift model pixels wide. Averages; from
    /// cells where they are here, else from the overview. At most 4096 on a side; empty planes otherwise.
    [[nodiscard]] MapPicture picture(int shift, const Rect& area) const;

    /// When square (column,row) of level `shift` (AreaStamps, in model pixels) last changed; 0: never touched, nothing
    /// to draw there.
    [[nodiscard]] std::uint64_t version(int shift, std::int64_t column, std::int64_t row) const;

    /// Rises with each cell that is added.
    [[nodiscard]] std::uint64_t generation() const { return m_generation.load(); }
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] const PatchGrid& grid() const { return m_grid; }
    [[nodiscard]] double scaleX() const { return m_scaleX; } ///< level-0 pixels per model pixel
    [[nodiscard]] double scaleY() const { return m_scaleY; }
    [[nodiscard]] int overviewShift() const { return m_overview.finestShift(); }

    static constexpr std::size_t kDefaultBytes = 384ULL << 20;

private:
    struct Entry {
        std::shared_ptr<const MapCell> cell;
        std::list<std::int64_t>::iterator use;
    };
    [[nodiscard]] std::int64_t indexOf(std::int64_t column, std::int64_t row) const
    {
        return row * m_grid.columns() + column;
    }
    [[nodiscard]] std::vector<std::shared_ptr<const MapCell>> cellsIn(const Rect& modelArea) const;
    [[nodiscard]] MapPicture overviewOf(const MapCell& cell, std::int64_t& x, std::int64_t& y) const;
    void evict(); ///< m_mutex held

    const PatchGrid m_grid;
    const double m_scaleX;
    const double m_scaleY;
    const std::size_t m_byteLimit;
    std::atomic<std::uint64_t> m_generation{0};
    mutable std::mutex m_mutex; ///< guards all below
    std::unordered_map<std::int64_t, Entry> m_cells;
    mutable std::list<std::int64_t> m_use; ///< most recently used first
    std::size_t m_cellBytes = 0;
    MapOverview m_overview;
    AreaStamps m_stamps;
};

} // namespace nb
