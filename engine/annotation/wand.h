// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/maskshape.h"
#include "engine/base/result.h"

namespace nb
{

struct WandSettings {
    bool exact = false; ///< only pixels of the very same colour, nothing smoothed
    double sensitivity = 2; ///< tolerance in standard deviations of the colours around the point; > 0
};

/// The region of like colours around `at` (level-0 pixels) in a picture, as a shape without holes. Colours are smoothed
/// (3x3) and may differ from those at the point, in each channel, by `sensitivity` times the local noise (standard
/// deviation within 5 px, at least 2 of 255). Bounded by the picture: give it one as large as the wand may reach (a few
/// hundred pixels), in the resolution that is on the screen. Pure; any thread. Error: OutOfRange (the point is not in
/// the picture).
[[nodiscard]] Result<MultiPolygon> wandRegion(
    const RgbImage& image, const PixelFrame& frame, const Point& at, const WandSettings& settings);

} // namespace nb
