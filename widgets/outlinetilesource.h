// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/outlinestyle.h"
#include "widgets/tilesource.h"

#include <memory>

namespace nb
{

/// Outlines from afar, drawn into tiles by the decode pool. Every nucleus is drawn, at every level: those smaller than
/// about three pixels as the share of each pixel that they cover.
class OutlineTileSource : public TileSource
{
public:
    OutlineTileSource(std::shared_ptr<const NucleusSource> nuclei, const QSizeF& slideSize, OutlineStyle style,
        double devicePixelRatio = 1);

    [[nodiscard]] const TileGrid& grid() const override { return m_grid; }
    [[nodiscard]] Result<QImage> tile(const TileKey& key, const CancelToken& cancel) const override;
    [[nodiscard]] quint64 version(const TileKey& key) const override;

private:
    std::shared_ptr<const NucleusSource> m_nuclei;
    OutlineStyle m_style;
    double m_devicePixelRatio;
    TileGrid m_grid;
};

} // namespace nb
