// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/storedextraction.h"

#include "engine/segment/mapwindow.h"
#include "engine/segment/patchnetwork.h"
#include "engine/segment/tileextraction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <unordered_map>

namespace nb
{

namespace
{

constexpr std::int64_t kTile = 512; // model pixels: something new to see several times a second

/// The cells of a region as they were when it was made: what the store lets go meanwhile stays.
class CellSnapshot
{
public:
    /// `area` gets the cells that are known.
    CellSnapshot(const SlideRecipe& recipe, const MapStore& store, const Rect& modelArea, ExtractedArea& area)
        : m_grid(recipe.grid)
        , m_cells(m_grid.cellsOf(modelArea))
        , m_known(area)
    {
        for (std::int64_t row = m_cells.y; row < m_cells.bottom(); ++row)
            for (std::int64_t column = m_cells.x; column < m_cells.right(); ++column) {
                auto cell = store.cell(column, row);
                if (!cell && reached(recipe, column, row)) {
                    m_complete = false;
                    continue;
                }
                m_known.addKnown(column, row);
                if (cell) // else no tissue
                    m_maps[indexOf(column, row)] = std::move(cell);
            }
        if (m_complete)
            m_known.setComplete();
    }
    [[nodiscard]] bool complete() const { return m_complete; }
    [[nodiscard]] MapWindow window(const Rect& modelArea) const
    {
        MapWindow window = backgroundWindow(modelArea);
        const Rect cells = m_grid.cellsOf(modelArea);
        for (std::int64_t row = cells.y; row < cells.bottom(); ++row)
            for (std::int64_t column = cells.x; column < cells.right(); ++column)
                if (const auto there = m_maps.find(indexOf(column, row)); there != m_maps.end())
                    pasteMaps(*there->second, window);
        return window;
    }

private:
    [[nodiscard]] std::int64_t indexOf(std::int64_t column, std::int64_t row) const
    {
        return row * m_grid.columns() + column;
    }
    /// Whether any patch that is run reaches into the cell; without one it is background, known beforehand.
    [[nodiscard]] bool reached(const SlideRecipe& recipe, std::int64_t column, std::int64_t row) const
    {
        const Rect area = m_grid.cellArea(column, row), patches = m_grid.patchesOf({column, row, 1, 1});
        for (std::int64_t r = patches.y; r < patches.bottom(); ++r)
            for (std::int64_t c = patches.x; c < patches.right(); ++c)
                if (!m_grid.patchArea(c, r).intersected(area).empty() && patchHasTissue(recipe, c, r))
                    return true;
        return false;
    }

    const PatchGrid m_grid;
    const Rect m_cells;
    bool m_complete = true;
    ExtractedArea& m_known;
    std::unordered_map<std::int64_t, std::shared_ptr<const MapCell>> m_maps;
};

std::vector<Rect> tilesFromMiddle(const Rect& area)
{
    std::vector<Rect> tiles;
    for (std::int64_t y = area.y; y < area.bottom(); y += kTile)
        for (std::int64_t x = area.x; x < area.right(); x += kTile)
            tiles.push_back({x, y, std::min(kTile, area.right() - x), std::min(kTile, area.bottom() - y)});
    const auto away = [&](const Rect& t) {
        const std::int64_t x = 2 * t.x + t.width - 2 * area.x - area.width,
                           y = 2 * t.y + t.height - 2 * area.y - area.height;
        return x * x + y * y;
    };
    std::stable_sort(tiles.begin(), tiles.end(), [&](const Rect& a, const Rect& b) { return away(a) < away(b); });
    return tiles;
}

/// Model pixels that hold the nucleus' mask: its outline is smoothed, by less than a pixel.
Rect modelBounds(const SlideRecipe& recipe, const Nucleus& nucleus)
{
    constexpr double kRounding = 0.01; // level-0 pixels: as exactly as a region owes outlines
    const double sx = recipe.pixels.scaleX(), sy = recipe.pixels.scaleY();
    std::int64_t left = std::numeric_limits<std::int64_t>::max(), top = left, right = -left, bottom = right;
    for (const Point& p : nucleus.contour) {
        left = std::min(left, static_cast<std::int64_t>(std::floor((p.x + kRounding) / sx)));
        right = std::max(right, static_cast<std::int64_t>(std::ceil((p.x - kRounding) / sx)));
        top = std::min(top, static_cast<std::int64_t>(std::floor((p.y + kRounding) / sy)));
        bottom = std::max(bottom, static_cast<std::int64_t>(std::ceil((p.y - kRounding) / sy)));
    }
    return Rect{left, top, right - left, bottom - top}.grown(1);
}

Result<StoredExtraction> extract(const SlideRecipe& recipe, const MapStore& store, const Rect& level0Area,
    const ExtractionRecipe& extraction, const std::function<void(std::vector<Nucleus>)>& found,
    const CancelToken& cancel)
{
    const Rect within = outlineArea(recipe.slide->info(), level0Area), area = touchedModelArea(recipe, level0Area);
    const Rect slide{0, 0, recipe.grid.slideWidth(), recipe.grid.slideHeight()};
    const std::int64_t halo = regionHalo(extraction);
    const Rect reach = area.grown(halo).intersected(slide);
    const auto known = std::make_shared<ExtractedArea>(
        recipe.grid, within, recipe.pixels.scaleX(), recipe.pixels.scaleY(), halo + 1); // its mask is a pixel larger
    const CellSnapshot cells(recipe, store, reach, *known);
    StoredExtraction summary;
    summary.area = known;
    summary.complete = cells.complete();
    for (const Rect& tile : tilesFromMiddle(area)) {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped before it was finished", recipe.slide->info().path, ""};
        if (!known->knowsAnyOf(tile))
            continue;
        MapWindow window = cells.window(tile.grown(tileHalo(extraction)).intersected(reach));
        auto colours = recipe.pixels.read(window.area);
        if (!colours)
            return colours.error();
        window.rgb = std::move(*colours);
        TileNuclei nuclei = extractTile(recipe, window, tile, within, extraction);
        std::erase_if(nuclei.nuclei, [&](const Nucleus& nucleus) {
            return !known->knows(modelBounds(recipe, nucleus).grown(halo).intersected(slide));
        });
        summary.tooLarge += nuclei.tooLarge;
        summary.nuclei += static_cast<std::int64_t>(nuclei.nuclei.size());
        if (!nuclei.nuclei.empty())
            found(std::move(nuclei.nuclei));
    }
    return summary;
}

} // namespace

Result<StoredExtraction> extractStored(const SlideRecipe& recipe, const MapStore& store, const Rect& level0Area,
    const ExtractionRecipe& extraction, const std::function<void(std::vector<Nucleus>)>& found,
    const CancelToken& cancel)
{
    const std::string& path = recipe.slide->info().path;
    if (modelArea(recipe, level0Area).empty())
        return Error{
            ErrorCode::OutOfRange, "The region does not touch the slide", path, "Choose a region inside the slide"};
    try {
        return extract(recipe, store, level0Area, extraction, found, cancel);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory to look for nuclei", path,
            "Close other programs or choose a smaller region"};
    }
}

} // namespace nb
