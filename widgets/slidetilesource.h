// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/sliderecipe.h"
#include "engine/slide/slidesource.h"
#include "widgets/tilesource.h"

#include <memory>
#include <mutex>

namespace nb
{

/// How the slide's colours are shown; all but Original need a recipe (its normaliser and its stains).
enum class StainView { Original, Normalised, Haematoxylin, Eosin, Residual };

/// A slide's pixels as tiles. Each level halves the one before, whatever the file's own pyramid is: levels that the
/// file lacks are averaged from the next finer one it has, and from finer tiles where that would be too many pixels at
/// once (few or no pyramid levels); those are kept, up to 64 MiB. A stain view is applied to the averaged pixels.
class SlideTileSource : public TileSource
{
public:
    explicit SlideTileSource(std::shared_ptr<const SlideSource> slide);
    SlideTileSource(std::shared_ptr<const SlideRecipe> recipe, StainView stainView);
    ~SlideTileSource() override;

    [[nodiscard]] const TileGrid& grid() const override { return m_grid; }
    [[nodiscard]] Result<QImage> tile(const TileKey& key, const CancelToken& cancel) const override;

private:
    struct Kept;
    /// Where a level's pixels come from.
    struct Origin {
        int fileLevel = 0;
        int reduction = 1; ///< file pixels per tile pixel where a whole number
        bool whole = true; ///< false: the file's ratio is no whole number, resampled
        bool fromTiles = false; ///< averaged from the next finer tiles
    };
    void describe();
    [[nodiscard]] Result<RgbImage> pixels(const TileKey& key, const CancelToken& cancel) const;
    /// A tile that is a piece of the file, pixel for pixel, and shown as it is: no need to turn it into RGB and back.
    [[nodiscard]] bool asItIs(const TileKey& key) const;
    [[nodiscard]] Result<QImage> piece(const TileKey& key) const;
    [[nodiscard]] Result<RgbImage> fromFile(const TileKey& key, const Origin& origin) const;
    [[nodiscard]] Result<RgbImage> fromFinerTiles(const TileKey& key, const CancelToken& cancel) const;
    void applyStainView(RgbImage& image) const;

    std::shared_ptr<const SlideSource> m_slide;
    std::shared_ptr<const SlideRecipe> m_recipe;
    StainView m_stainView = StainView::Original;
    TileGrid m_grid;
    std::vector<Origin> m_origins;
    std::unique_ptr<Kept> m_kept;
};

} // namespace nb
