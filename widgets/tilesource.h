// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "widgets/tilekey.h"

#include <QImage>
#include <QRectF>
#include <QSize>
#include <vector>

namespace nb
{

/// One level of a tile grid. Levels halve in resolution: level k+1 tile (c,r) covers what level k tiles (2c..2c+1,
/// 2r..2r+1) cover.
struct TileLevel {
    double pixelWidth = 1; ///< level-0 pixels of the slide per tile pixel
    double pixelHeight = 1;
    int columns = 1; ///< tiles
    int rows = 1;
    bool quick
        = true; ///< a tile costs about what any other does; false where it is made of all the finer ones below it
};

/// The geometry of a source's tiles: pure, cheap, the same for its life.
struct TileGrid {
    static constexpr int kTileSize
        = 256; ///< tile pixels on a side; a tile at the slide's right or lower end may be smaller

    QSizeF slideSize; ///< level-0 pixels
    std::vector<TileLevel> levels; ///< at least one; finest first; the coarsest is one tile

    /// Levels from `pixelWidth` x `pixelHeight` (level-0 pixels per finest tile pixel), halved until one tile holds
    /// all.
    [[nodiscard]] static TileGrid halving(const QSizeF& slideSize, double pixelWidth, double pixelHeight);

    [[nodiscard]] int coarsest() const { return static_cast<int>(levels.size()) - 1; }
    [[nodiscard]] bool contains(const TileKey& key) const;
    /// Level-0 pixels, with the part beyond the slide's end that the tile's last pixels may cover.
    [[nodiscard]] QRectF area(const TileKey& key) const;
    /// Tile pixels: kTileSize, less at the slide's end.
    [[nodiscard]] QSize pixels(const TileKey& key) const;
};

/// Where a layer's pictures come from. All members may be called from any thread at the same time.
class TileSource
{
public:
    TileSource();
    virtual ~TileSource();
    TileSource(const TileSource&) = delete;
    TileSource& operator=(const TileSource&) = delete;

    /// Different for each source of the process.
    [[nodiscard]] quint64 id() const { return m_id; }

    [[nodiscard]] virtual const TileGrid& grid() const = 0;
    /// The tile's picture, `grid().pixels(key)` large: Format_RGB32 where opaque, else Format_ARGB32_Premultiplied. A
    /// null picture: nothing to draw there. May take long; looks at `cancel` between its steps.
    [[nodiscard]] virtual Result<QImage> tile(const TileKey& key, const CancelToken& cancel) const = 0;
    /// Rises when the tile would look different now. Cheap: asked for each visible tile at each frame.
    [[nodiscard]] virtual quint64 version(const TileKey& key) const;

private:
    const quint64 m_id;
};

} // namespace nb
