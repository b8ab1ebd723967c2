// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/io/geojsonfeature.h"

#include <string>

namespace nb
{

// What of a GeoJSON object a case has no column for, kept as the text of a GeoJSON feature. Any thread.

/// Everything of `feature` but its id, shape, name, class, lock; empty where nothing is left. Of a nucleus also whether
/// it was a cell (and then the cell's outline) or an annotation.
[[nodiscard]] std::string extraOf(const GeoJsonFeature& feature, bool ofNucleus);

/// Puts it back. A metadata entry that `feature` has already stays as it is; a text that is no feature adds nothing.
void addExtra(const std::string& extra, GeoJsonFeature& feature);

/// The model's outline of a corrected nucleus, as a property that other programs drop.
void addModelOutline(const MultiPolygon& shape, GeoJsonFeature& feature);
/// Empty where there is none; the property is gone then.
[[nodiscard]] MultiPolygon takeModelOutline(GeoJsonFeature& feature);

} // namespace nb
