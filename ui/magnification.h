// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <QList>
#include <QString>

#include <optional>

namespace nb
{

/// The magnification at one screen pixel per level-0 pixel: the objective of the scan where the µm/px does not
/// contradict it (a scanner's 40× is 0.23 to 0.26 µm/px), else 10 divided by µm/px (40× is 0.25 µm/px). None: neither
/// is known. Pure.
[[nodiscard]] std::optional<double> fullMagnification(
    const std::optional<double>& objectivePower, const std::optional<PixelSize>& pixelSize);

struct ZoomPreset {
    QString text; ///< "20×" or "50 %"
    double scale = 1; ///< screen pixels per level-0 pixel
};

/// Steps to choose from, weakest first: magnifications where `full` is known, else percent. Pure.
[[nodiscard]] QList<ZoomPreset> zoomPresets(const std::optional<double>& full);

} // namespace nb
