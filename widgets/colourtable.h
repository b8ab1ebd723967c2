// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>
#include <array>

namespace nb
{

/// Perceptually uniform colour tables (matplotlib's, by OpenCV). Cividis looks the same to red-green-blind eyes.
enum class ColourTable { Viridis, Magma, Inferno, Plasma, Cividis };

/// 256 colours from low to high.
[[nodiscard]] const std::array<QRgb, 256>& colours(ColourTable table);
[[nodiscard]] QList<ColourTable> allColourTables();
/// The table's own name, as people know it.
[[nodiscard]] QString nameOf(ColourTable table);

} // namespace nb
