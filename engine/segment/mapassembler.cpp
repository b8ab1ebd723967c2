// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mapassembler.h"

#include "engine/segment/weightmap.h"

#include <cmath>

namespace nb
{

namespace
{

constexpr float kFixedPoint
    = 2097152.0F; // 2^21: a corner's weight (about 0.015) has 15 bits, and 64 votes of mean 1 fit into 31

std::uint8_t quantised(std::int32_t sum, std::int32_t weight)
{
    return static_cast<std::uint8_t>(std::lrintf(255.0F * static_cast<float>(sum) / static_cast<float>(weight)));
}

} // namespace

struct MapAssembler::OpenCell {
    std::mutex mutex; ///< guards all below
    Rect area;
    int missing = 0;
    Plane<std::int32_t> weight; ///< sum of weights, and below of weight times probability
    Plane<std::int32_t> background;
    Plane<std::int32_t> boundary;
    Plane<std::int32_t> inside;
    RgbImage rgb;

    OpenCell(const Rect& cellArea, int patches)
        : area(cellArea)
        , missing(patches)
    {
        const int w = static_cast<int>(area.width), h = static_cast<int>(area.height);
        weight = background = boundary = inside = Plane<std::int32_t>(w, h);
        rgb = RgbImage(w, h);
    }
    void vote(const Rect& patch, const RgbImage& colours, const float* probabilities, const Plane<float>& weights);
    [[nodiscard]] std::shared_ptr<const AssembledCell> finish();
};

void MapAssembler::OpenCell::vote(
    const Rect& patch, const RgbImage& colours, const float* probabilities, const Plane<float>& weights)
{
    const Rect common = patch.intersected(area);
    const std::size_t plane = static_cast<std::size_t>(patch.width) * static_cast<std::size_t>(patch.height);
    const auto columns = static_cast<std::size_t>(common.width);
    for (std::int64_t y = common.y; y < common.bottom(); ++y) {
        const auto patchOffset = static_cast<std::size_t>((y - patch.y) * patch.width + common.x - patch.x);
        const auto cellOffset = static_cast<std::size_t>((y - area.y) * area.width + common.x - area.x);
        const float* const w = weights.pixels.data() + patchOffset;
        const auto addPlane = [&](Plane<std::int32_t>& sum, const float* p) {
            std::int32_t* const out = sum.pixels.data() + cellOffset;
            for (std::size_t i = 0; i < columns; ++i)
                out[i] += static_cast<std::int32_t>(w[i] * p[i] * kFixedPoint + 0.5F);
        };
        addPlane(background, probabilities + patchOffset);
        addPlane(boundary, probabilities + plane + patchOffset);
        addPlane(inside, probabilities + 2 * plane + patchOffset);
        std::int32_t* const sum = weight.pixels.data() + cellOffset;
        for (std::size_t i = 0; i < columns; ++i)
            sum[i] += static_cast<std::int32_t>(w[i] * kFixedPoint + 0.5F);
        std::copy_n(colours.pixels.data() + patchOffset * 3, columns * 3, rgb.pixels.data() + cellOffset * 3);
    }
}

std::shared_ptr<const AssembledCell> MapAssembler::OpenCell::finish()
{
    auto maps = std::make_shared<MapCell>();
    const int w = static_cast<int>(area.width), h = static_cast<int>(area.height);
    maps->area = area;
    maps->background = Plane<std::uint8_t>(w, h, 255);
    maps->boundary = maps->inside = Plane<std::uint8_t>(w, h, 0);
    for (std::size_t i = 0; i < weight.pixels.size(); ++i) {
        const std::int32_t sum = weight.pixels[i];
        if (sum == 0)
            continue; // only skipped patches reach this pixel
        maps->background.pixels[i] = quantised(background.pixels[i], sum);
        maps->boundary.pixels[i] = quantised(boundary.pixels[i], sum);
        maps->inside.pixels[i] = quantised(inside.pixels[i], sum);
    }
    auto cell = std::make_shared<AssembledCell>();
    cell->maps = std::move(maps);
    cell->rgb = std::move(rgb);
    return cell;
}

MapAssembler::MapAssembler(const PatchGrid& grid, std::function<bool(std::int64_t, std::int64_t)> runs, Vote vote)
    : m_grid(grid)
    , m_vote(vote)
    , m_runs(std::move(runs))
{
}

MapAssembler::~MapAssembler() = default;

int MapAssembler::patchesInto(std::int64_t column, std::int64_t row) const
{
    const Rect patches = m_grid.patchesOf({column, row, 1, 1});
    const Rect cell = m_grid.cellArea(column, row);
    int count = 0;
    for (std::int64_t r = patches.y; r < patches.bottom(); ++r)
        for (std::int64_t c = patches.x; c < patches.right(); ++c)
            if (!m_grid.patchArea(c, r).intersected(cell).empty() && m_runs(c, r))
                ++count;
    return count;
}

std::shared_ptr<const AssembledCell> MapAssembler::emptyCell(std::int64_t column, std::int64_t row) const
{
    OpenCell cell(m_grid.cellArea(column, row), 0);
    auto maps = std::make_shared<MapCell>();
    maps->area = cell.area;
    maps->background = Plane<std::uint8_t>(cell.weight.width, cell.weight.height, 255);
    maps->boundary = maps->inside = Plane<std::uint8_t>(cell.weight.width, cell.weight.height, 0);
    maps->skipped = true;
    auto assembled = std::make_shared<AssembledCell>();
    assembled->maps = std::move(maps);
    assembled->rgb = std::move(cell.rgb);
    return assembled;
}

std::shared_ptr<MapAssembler::OpenCell> MapAssembler::openCell(std::int64_t column, std::int64_t row)
{
    const std::lock_guard lock(m_mutex);
    auto& cell = m_open[row * m_grid.columns() + column];
    if (!cell)
        cell = std::make_shared<OpenCell>(m_grid.cellArea(column, row), patchesInto(column, row));
    return cell;
}

const Plane<float>& MapAssembler::weightsFor(int width, int height)
{
    const std::lock_guard lock(m_mutex);
    auto& weights = m_weights[static_cast<std::int64_t>(height) * 65536 + width];
    if (!weights)
        weights = std::make_unique<const Plane<float>>(
            m_vote == Vote::Weighted ? weightMap(width, height) : Plane<float>(width, height, 1.0F));
    return *weights;
}

std::vector<std::shared_ptr<const AssembledCell>> MapAssembler::add(
    std::int64_t column, std::int64_t row, const RgbImage& rgb, const float* probabilities, const Rect& wanted)
{
    const Rect patch = m_grid.patchArea(column, row);
    const Plane<float>& weights = weightsFor(static_cast<int>(patch.width), static_cast<int>(patch.height));
    const Rect cells = m_grid.cellsOf(patch).intersected(wanted);
    std::vector<std::shared_ptr<const AssembledCell>> finished;
    for (std::int64_t r = cells.y; r < cells.bottom(); ++r) {
        for (std::int64_t c = cells.x; c < cells.right(); ++c) {
            const auto cell = openCell(c, r);
            const std::lock_guard lock(cell->mutex);
            cell->vote(patch, rgb, probabilities, weights);
            if (--cell->missing > 0)
                continue;
            finished.push_back(cell->finish());
            const std::lock_guard mapLock(m_mutex);
            m_open.erase(r * m_grid.columns() + c);
        }
    }
    return finished;
}

} // namespace nb
