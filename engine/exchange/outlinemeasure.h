// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleus.h"
#include "engine/slide/slidesource.h"

namespace nb
{

/// Measures of `shape` (level-0 pixels) what is NaN in `measured` and can be told by an outline alone, as measureShape
/// does on pixels of 0.25 µm; stains and probabilities stay as they are. Where `pixelSize` (µm per level-0 pixel) is
/// not plausible, lengths and the area stay NaN. Pure; any thread.
void measureWhatLacks(NucleusMeasurements& measured, const MultiPolygon& shape, const PixelSize& pixelSize);

} // namespace nb
