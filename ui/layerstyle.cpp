// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layerstyle.h"

#include "widgets/outlinestyle.h"

namespace nb
{

namespace
{
constexpr std::size_t kTypical = 190; // of 255: what a high probability looks like
} // namespace

HeatmapStyle heatmapStyle(LayerId layer)
{
    switch (layer) {
    case LayerId::Background:
        return {MapChannel::Background, ColourTable::Cividis, false};
    case LayerId::Boundary:
        return {MapChannel::Boundary, ColourTable::Inferno, false};
    case LayerId::Combined:
        return {MapChannel::Combined, ColourTable::Viridis, false};
    case LayerId::Inside:
    case LayerId::Outlines:
        break;
    }
    return {MapChannel::Inside, ColourTable::Viridis, false};
}

QColor layerColor(LayerId layer)
{
    if (layer == LayerId::Outlines)
        return OutlineStyle().line;
    if (layer == LayerId::Combined)
        return QColor::fromRgb(combinedColours(false)[1]); // its boundaries
    return typicalColour(heatmapStyle(layer).table);
}

QColor typicalColour(ColourTable table)
{
    return QColor::fromRgb(colours(table)[kTypical]);
}

} // namespace nb
