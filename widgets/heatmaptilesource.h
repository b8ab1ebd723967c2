// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/mapstore.h"
#include "widgets/colourtable.h"
#include "widgets/tilesource.h"

#include <memory>

namespace nb
{

/// Which of the model's three maps is shown; Combined shows all three in the paper's colours (background red, boundary
/// green, inside blue) or, for red-green-blind eyes, in vermilion, yellow and blue.
enum class MapChannel { Background, Boundary, Inside, Combined };

/// The colours of background, boundary and inside where all three are shown.
[[nodiscard]] const std::array<QRgb, 3>& combinedColours(bool redGreenSafe);

struct HeatmapStyle {
    MapChannel channel = MapChannel::Inside;
    ColourTable table = ColourTable::Viridis;
    bool redGreenSafe = false; ///< for Combined
    friend bool operator==(const HeatmapStyle&, const HeatmapStyle&) = default;
};

/// One of the maps in colours over the slide: the more probable, the more opaque; what has not been computed is clear.
/// One tile pixel is one model pixel at the finest level.
class HeatmapTileSource : public TileSource
{
public:
    /// `slideSize` in level-0 pixels.
    HeatmapTileSource(std::shared_ptr<const MapStore> maps, const QSizeF& slideSize, const HeatmapStyle& style);

    [[nodiscard]] const TileGrid& grid() const override { return m_grid; }
    [[nodiscard]] Result<QImage> tile(const TileKey& key, const CancelToken& cancel) const override;
    [[nodiscard]] quint64 version(const TileKey& key) const override;
    [[nodiscard]] const HeatmapStyle& style() const { return m_style; }

private:
    std::shared_ptr<const MapStore> m_maps;
    HeatmapStyle m_style;
    TileGrid m_grid;
    std::array<QRgb, 256> m_premultiplied{};
};

} // namespace nb
