// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

class QCustomPlot;

namespace nb
{

enum class PlotPicture { Png, Svg, Pdf };

/// The plot as a file's bytes, with the colours that it has; `size` in pixels at 96 per inch (PNG twice as fine).
[[nodiscard]] QByteArray pictureOf(QCustomPlot& plot, PlotPicture kind, const QSize& size);

} // namespace nb
