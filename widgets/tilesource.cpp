// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tilesource.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace nb
{

namespace
{

/// Tile pixels that hold `length` level-0 pixels; a hair's breadth of rounding makes no further one.
double pixelsFor(double length, double pixel)
{
    return std::max(1.0, std::ceil(length / pixel - 1e-6));
}

int tilesFor(double length, double pixel)
{
    return static_cast<int>(std::ceil(pixelsFor(length, pixel) / TileGrid::kTileSize));
}

quint64 nextId()
{
    static std::atomic<quint64> last{0};
    return ++last;
}

} // namespace

TileGrid TileGrid::halving(const QSizeF& slideSize, double pixelWidth, double pixelHeight)
{
    TileGrid grid;
    grid.slideSize = slideSize;
    for (;; pixelWidth *= 2, pixelHeight *= 2) {
        const TileLevel level{pixelWidth, pixelHeight, tilesFor(slideSize.width(), pixelWidth),
            tilesFor(slideSize.height(), pixelHeight), true};
        grid.levels.push_back(level);
        if (level.columns == 1 && level.rows == 1)
            return grid;
    }
}

bool TileGrid::contains(const TileKey& key) const
{
    if (key.level < 0 || key.level > coarsest() || key.column < 0 || key.row < 0)
        return false;
    const TileLevel& level = levels[static_cast<std::size_t>(key.level)];
    return key.column < level.columns && key.row < level.rows;
}

QSize TileGrid::pixels(const TileKey& key) const
{
    const TileLevel& level = levels[static_cast<std::size_t>(key.level)];
    const auto along = [](double length, double pixel, int index) {
        return static_cast<int>(
            std::min<double>(kTileSize, pixelsFor(length, pixel) - static_cast<double>(index) * kTileSize));
    };
    return {
        along(slideSize.width(), level.pixelWidth, key.column), along(slideSize.height(), level.pixelHeight, key.row)};
}

QRectF TileGrid::area(const TileKey& key) const
{
    const TileLevel& level = levels[static_cast<std::size_t>(key.level)];
    const QSize size = pixels(key);
    return {key.column * level.pixelWidth * kTileSize, key.row * level.pixelHeight * kTileSize,
        size.width() * level.pixelWidth, size.height() * level.pixelHeight};
}

TileSource::TileSource()
    : m_id(nextId())
{
}

TileSource::~TileSource() = default;

quint64 TileSource::version(const TileKey& /*key*/) const
{
    return 0;
}

} // namespace nb
