// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmaptilesource.h"

#include <algorithm>

namespace nb
{

namespace
{

/// Colours of background, boundary and inside when all three are shown.
using ThreeColours = std::array<QRgb, 3>;
constexpr ThreeColours kPaper{0xFFFF0000, 0xFF00FF00, 0xFF0000FF};
constexpr ThreeColours kRedGreenSafe{0xFFD55E00, 0xFFF0E442, 0xFF0072B2}; // Okabe and Ito's vermilion, yellow, blue

/// The three colours mixed by their probabilities (which sum to about 255), opaque where all is known.
QRgb mixed(const ThreeColours& colours, const std::array<int, 3>& p, int known)
{
    const int sum = std::max(1, p[0] + p[1] + p[2]);
    const auto channel = [&](int (*of)(QRgb)) {
        return (of(colours[0]) * p[0] + of(colours[1]) * p[1] + of(colours[2]) * p[2] + sum / 2) / sum;
    };
    return qPremultiply(qRgba(channel(qRed), channel(qGreen), channel(qBlue), known));
}

} // namespace

const std::array<QRgb, 3>& combinedColours(bool redGreenSafe)
{
    return redGreenSafe ? kRedGreenSafe : kPaper;
}

HeatmapTileSource::HeatmapTileSource(
    std::shared_ptr<const MapStore> maps, const QSizeF& slideSize, const HeatmapStyle& style)
    : m_maps(std::move(maps))
    , m_style(style)
    , m_grid(TileGrid::halving(slideSize, m_maps->scaleX(), m_maps->scaleY()))
{
    const auto& table = colours(style.table);
    for (std::size_t i = 0; i < table.size(); ++i)
        m_premultiplied[i]
            = qPremultiply(qRgba(qRed(table[i]), qGreen(table[i]), qBlue(table[i]), static_cast<int>(i)));
}

quint64 HeatmapTileSource::version(const TileKey& key) const
{
    return m_maps->version(key.level, key.column, key.row);
}

Result<QImage> HeatmapTileSource::tile(const TileKey& key, const CancelToken& /*cancel*/) const
{
    if (version(key) == 0)
        return QImage();
    const QSize size = m_grid.pixels(key);
    const MapPicture maps = m_maps->picture(key.level,
        {std::int64_t{key.column} * TileGrid::kTileSize, std::int64_t{key.row} * TileGrid::kTileSize, size.width(),
            size.height()});
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    const ThreeColours& three = combinedColours(m_style.redGreenSafe);
    const auto& shown = m_style.channel == MapChannel::Background ? maps.background
        : m_style.channel == MapChannel::Boundary                 ? maps.boundary
                                                                  : maps.inside;
    for (int y = 0; y < size.height(); ++y) {
        auto* const to = reinterpret_cast<QRgb*>(image.scanLine(y));
        const std::uint8_t* const known = maps.known.row(y);
        for (int x = 0; x < size.width(); ++x) {
            if (known[x] == 0)
                to[x] = 0;
            else if (m_style.channel == MapChannel::Combined)
                to[x]
                    = mixed(three, {maps.background.at(x, y), maps.boundary.at(x, y), maps.inside.at(x, y)}, known[x]);
            else
                to[x] = m_premultiplied[shown.row(y)[x]];
        }
    }
    return image;
}

} // namespace nb
