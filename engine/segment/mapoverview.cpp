// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mapoverview.h"

#include <algorithm>

namespace nb
{

MapOverview::MapOverview(int finestShift, int levels)
    : m_finestShift(finestShift)
    , m_levels(std::max(levels, 1))
{
}

std::uint64_t MapOverview::key(int level, std::int64_t column, std::int64_t row)
{
    return static_cast<std::uint64_t>(level) << 56 | static_cast<std::uint64_t>(row) << 28
        | static_cast<std::uint64_t>(column);
}

MapOverview::Pixel* MapOverview::at(int level, std::int64_t x, std::int64_t y)
{
    Block& block = m_blocks[key(level, x / kSide, y / kSide)];
    if (block.empty())
        block.resize(kSide * kSide);
    return &block[static_cast<std::size_t>((y % kSide) * kSide + x % kSide)];
}

const MapOverview::Block* MapOverview::find(int level, std::int64_t x, std::int64_t y) const
{
    const auto found = m_blocks.find(key(level, x / kSide, y / kSide));
    return found == m_blocks.end() ? nullptr : &found->second;
}

MapOverview::Pixel MapOverview::meanOfFour(int level, std::int64_t x, std::int64_t y) const
{
    // All four lie in one block: blocks have an even side.
    const Block* const block = find(level, x, y);
    if (!block)
        return {};
    std::array<std::uint32_t, 3> sum{};
    std::uint32_t known = 0;
    for (std::int64_t row = y % kSide; row < y % kSide + 2; ++row)
        for (std::int64_t column = x % kSide; column < x % kSide + 2; ++column) {
            const Pixel& p = (*block)[static_cast<std::size_t>(row * kSide + column)];
            known += p[3];
            for (std::size_t c = 0; c < 3; ++c)
                sum[c] += std::uint32_t{p[c]} * p[3];
        }
    if (known == 0)
        return {};
    const auto mean = [&](std::size_t c) { return static_cast<std::uint8_t>((sum[c] + known / 2) / known); };
    return {mean(0), mean(1), mean(2), static_cast<std::uint8_t>((known + 3) / 4)};
}

void MapOverview::put(std::int64_t x, std::int64_t y, const MapPicture& picture)
{
    for (int row = 0; row < picture.known.height; ++row)
        for (int column = 0; column < picture.known.width; ++column)
            if (picture.known.at(column, row) != 0)
                *at(0, x + column, y + row) = {picture.background.at(column, row), picture.boundary.at(column, row),
                    picture.inside.at(column, row), picture.known.at(column, row)};
    std::int64_t left = x, top = y, right = x + picture.known.width, bottom = y + picture.known.height;
    for (int level = 1; level < m_levels; ++level) {
        left /= 2;
        top /= 2;
        right = (right + 1) / 2;
        bottom = (bottom + 1) / 2;
        for (std::int64_t row = top; row < bottom; ++row)
            for (std::int64_t column = left; column < right; ++column)
                *at(level, column, row) = meanOfFour(level - 1, column * 2, row * 2);
    }
}

void MapOverview::fill(int shift, std::int64_t x, std::int64_t y, MapPicture& picture) const
{
    const int level = std::clamp(shift - m_finestShift, 0, m_levels - 1);
    const int finer = std::max(m_finestShift - shift, 0);
    for (int row = 0; row < picture.known.height; ++row) {
        const std::int64_t fromY = (y + row) >> finer;
        std::int64_t blockColumn = -1;
        const Block* block = nullptr;
        for (int column = 0; column < picture.known.width; ++column) {
            const std::int64_t fromX = (x + column) >> finer;
            if (fromX / kSide != blockColumn) {
                blockColumn = fromX / kSide;
                block = find(level, fromX, fromY);
            }
            if (!block)
                continue;
            const Pixel& p = (*block)[static_cast<std::size_t>((fromY % kSide) * kSide + fromX % kSide)];
            picture.background.at(column, row) = p[0];
            picture.boundary.at(column, row) = p[1];
            picture.inside.at(column, row) = p[2];
            picture.known.at(column, row) = p[3];
        }
    }
}

} // namespace nb
