// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tilesource.h"
#include "widgets/viewtransform.h"

#include <functional>
#include <vector>

namespace nb
{

/// What is known of a tile when a frame is drawn.
enum class TileState {
    Missing, ///< not here
    Old, ///< here, but its source has a newer version
    Ready, ///< here
    Failed ///< cannot be had; a coarser one stands in, under a mark
};

/// Draw `key`'s picture, but only within `area` (level-0 pixels): no place is drawn twice.
struct TileDraw {
    TileKey key;
    QRectF area;
    bool failed = false; ///< stands in for one that cannot be had: mark it
    bool picture = true; ///< false: nothing stands in, only the mark (or nothing) is drawn
};

struct TileWant {
    TileKey key;
    double rank = 0; ///< smaller is sooner: what class of need, then nearness to the view's centre
};

struct TileSelection {
    int level = 0;
    std::vector<TileDraw> draw;
    std::vector<TileWant> wanted; ///< sorted by rank
    std::vector<TileKey> visible; ///< all that `draw` uses and all ideal tiles in view: not to be evicted
    bool complete
        = true; ///< every place shows its ideal tile in its newest version (or has failed), the coarsest is there
};

/// The level whose pixels are just finer than the screen's device pixels.
[[nodiscard]] int tileLevelFor(const TileGrid& grid, const ViewTransform& view);

/// Which tiles a frame shows and which it wants (pure). A missing tile is stood in for by its four finer ones where all
/// are there, else by its nearest coarser one. Wanted, in this order: the coarsest tile; a tile two levels coarser
/// where nothing nearer stands in; the ideal ones, nearest to the centre first; old ones; and one ring of tiles around
/// the view, so that a pan finds them there.
[[nodiscard]] TileSelection selectTiles(
    const TileGrid& grid, const ViewTransform& view, const std::function<TileState(const TileKey&)>& state);

} // namespace nb
