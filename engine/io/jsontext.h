// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <string>
#include <string_view>

namespace nb
{

/// Appends `text` as a JSON string with its quotes. Bytes that are no UTF-8 become U+FFFD. Any thread, as all below.
void appendJsonString(std::string& out, std::string_view text);

/// Appends the shortest number that reads back as `value`; `significantDigits` > 0: at most so many. What is not finite
/// becomes "NaN", "Infinity" or "-Infinity" as a string, as QuPath writes it.
void appendJsonNumber(std::string& out, double value, int significantDigits = 0);

/// Appends a coordinate with at most two decimals and always a dot: 104, 12.5, 0.07. Below 10^13 in size.
void appendCoordinate(std::string& out, double value);

/// Appends [[x,y],…] with the first point repeated at the end, as GeoJSON wants it.
void appendJsonRing(std::string& out, const Ring& ring);

/// Appends the coordinates of a Polygon, [shell,hole,…], and those of a MultiPolygon, [polygon,…].
void appendJsonPolygon(std::string& out, const Polygon& polygon);
void appendJsonMultiPolygon(std::string& out, const MultiPolygon& shape);

} // namespace nb
