// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/io/geojsonfeature.h"

#include <simdjson.h>
#include <string>
#include <string_view>

/// Between the two halves of the GeoJSON parser; includes simdjson, so only they include it.
namespace nb::geojson
{

namespace od = simdjson::ondemand;

/// Why a feature is left out; thrown and caught inside of the parser, like simdjson's own exceptions.
struct BadFeature {
    std::string reason;
};

struct Geometry {
    std::string type;
    bool hasCoordinates = false;
    MultiPolygon shape; ///< empty for points and lines
    bool isEllipse = false;
    std::string otherMembers;
};

/// The raw text of a value that is kept as it is; throws BadFeature where it is no valid JSON.
std::string rawText(od::value value, simdjson::dom::parser& check);
/// Appends `"key":raw` to a list of members.
void appendMember(std::string& members, std::string_view key, const std::string& raw);

/// Takes a member of a geometry into `geometry`; coordinates are kept in `coordinates` until the type is known.
struct Coordinates {
    std::vector<Point> points;
    int pointLevel = -1; ///< how many arrays are around a point
    std::vector<std::pair<int, std::size_t>> ends; ///< an array of this level ended after so many points
};
void readGeometryMember(
    std::string_view key, od::value value, Geometry& geometry, Coordinates& coordinates, simdjson::dom::parser& check);
/// Makes the shape from the coordinates. Throws where type and nesting do not fit or no area is left.
void finishGeometry(Geometry& geometry, const Coordinates& coordinates);

void readProperties(
    od::object properties, GeoJsonFeature& feature, std::vector<std::string>& children, simdjson::dom::parser& check);

} // namespace nb::geojson
