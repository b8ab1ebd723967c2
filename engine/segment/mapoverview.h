// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/shapes.h"

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace nb
{

/// Maps of a rectangle, `1 << shift` model pixels per map pixel. `known` is the share of each pixel for which anything
/// has been computed, 0..255; the three maps are means over that share (0 where it is 0).
struct MapPicture {
    Plane<std::uint8_t> background;
    Plane<std::uint8_t> boundary;
    Plane<std::uint8_t> inside;
    Plane<std::uint8_t> known;

    MapPicture() = default;
    MapPicture(int width, int height)
        : background(width, height)
        , boundary(width, height)
        , inside(width, height)
        , known(width, height)
    {
    }
};

/// Coarse versions of a slide's maps, all of it: a pyramid of blocks from `finestShift` upwards, where only blocks with
/// anything in them take memory. Not thread-safe; its owner locks.
class MapOverview
{
public:
    /// `levels` of them, each half as fine as the one before.
    MapOverview(int finestShift, int levels);

    [[nodiscard]] int finestShift() const { return m_finestShift; }
    /// `picture` lies at (x, y), in map pixels of the finest shift; its unknown pixels leave what is there. Updates the
    /// coarser levels above it.
    void put(std::int64_t x, std::int64_t y, const MapPicture& picture);
    /// Fills `picture`, whose upper left is (x, y) in map pixels of `shift`; finer than the finest shift it repeats
    /// pixels.
    void fill(int shift, std::int64_t x, std::int64_t y, MapPicture& picture) const;
    [[nodiscard]] std::size_t bytes() const { return m_blocks.size() * sizeof(Pixel) * kSide * kSide; }

private:
    static constexpr std::int64_t kSide = 128;
    using Pixel = std::array<std::uint8_t, 4>; ///< background, boundary, inside, known
    using Block = std::vector<Pixel>;

    [[nodiscard]] static std::uint64_t key(int level, std::int64_t column, std::int64_t row);
    [[nodiscard]] Pixel* at(int level, std::int64_t x, std::int64_t y); ///< makes the block
    [[nodiscard]] const Block* find(int level, std::int64_t x, std::int64_t y) const;
    [[nodiscard]] Pixel meanOfFour(int level, std::int64_t x, std::int64_t y) const;

    int m_finestShift;
    int m_levels;
    std::unordered_map<std::uint64_t, Block> m_blocks;
};

} // namespace nb
