// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layerid.h"
#include "widgets/heatmaptilesource.h"

#include <QColor>

namespace nb
{

/// How a heatmap looks at first: each class has a table of its own, so that two shown together stay apart. Not for
/// Outlines.
[[nodiscard]] HeatmapStyle heatmapStyle(LayerId layer);

/// The colour that stands for a layer in lists.
[[nodiscard]] QColor layerColor(LayerId layer);
/// Likewise of a table.
[[nodiscard]] QColor typicalColour(ColourTable table);

} // namespace nb
