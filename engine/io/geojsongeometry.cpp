// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/polygonruns.h"
#include "engine/io/geojsonvalues.h"

#include "engine/io/jsontext.h"

#include <cmath>

namespace nb::geojson
{

namespace
{

constexpr int kDeepest = 4; // MultiPolygon: polygons, rings, points, numbers

void addPoint(const double (&at)[2], int numbers, int level, Coordinates& to)
{
    if (numbers < 2)
        throw BadFeature{"a point has fewer than two coordinates"};
    if (to.pointLevel >= 0 && to.pointLevel != level)
        throw BadFeature{"its coordinates are nested unevenly"};
    to.pointLevel = level;
    to.points.push_back({at[0], at[1]});
}

/// An array of arrays, or of the numbers of a point.
void readLevel(od::array array, int level, Coordinates& to)
{
    if (level >= kDeepest)
        throw BadFeature{"its coordinates are nested too deeply"};
    double at[2] = {};
    int numbers = 0;
    bool nested = false;
    for (auto child : array) {
        const auto type = child.type();
        if (type.error() == simdjson::SUCCESS && type.value_unsafe() == od::json_type::array) {
            nested = true;
            readLevel(child.get_array(), level + 1, to);
            continue;
        }
        if (type.error() != simdjson::SUCCESS || type.value_unsafe() != od::json_type::number)
            throw BadFeature{"a coordinate is not a number"};
        if (numbers < 2) { // a third, the height, is passed over
            at[numbers] = child.get_double();
            if (!(std::abs(at[numbers]) <= PolygonRuns::kFurthest))
                throw BadFeature{"a coordinate lies outside of any slide"};
        }
        ++numbers;
    }
    if (numbers > 0 && nested)
        throw BadFeature{"its coordinates are nested unevenly"};
    if (numbers > 0)
        addPoint(at, numbers, level, to);
    else
        to.ends.emplace_back(level, to.points.size());
}

/// Without the repeated last point; empty where fewer than three are left.
Ring ringOf(const Coordinates& from, std::size_t begin, std::size_t end)
{
    Ring ring(from.points.begin() + static_cast<std::ptrdiff_t>(begin),
        from.points.begin() + static_cast<std::ptrdiff_t>(end));
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    if (ring.size() < 3)
        ring.clear();
    return ring;
}

MultiPolygon polygonsOf(const Coordinates& from)
{
    MultiPolygon shape;
    Polygon polygon;
    std::size_t begin = 0, rings = 0;
    for (const auto& [level, end] : from.ends) {
        if (level == from.pointLevel - 1) {
            Ring ring = ringOf(from, begin, end);
            begin = end;
            if (rings++ == 0)
                polygon.shell = std::move(ring);
            else if (!ring.empty())
                polygon.holes.push_back(std::move(ring));
        } else if (level == from.pointLevel - 2) {
            if (!polygon.shell.empty())
                shape.push_back(std::move(polygon));
            polygon = {};
            rings = 0;
        }
    }
    return shape;
}

} // namespace

std::string rawText(od::value value, simdjson::dom::parser& check)
{
    std::string_view raw;
    const auto type = value.type().value();
    if (type == od::json_type::object)
        raw = value.get_object().value().raw_json().value();
    else if (type == od::json_type::array)
        raw = value.get_array().value().raw_json().value();
    else
        raw = value.raw_json_token();
    while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\r' || raw.back() == '\t'))
        raw.remove_suffix(1);
    std::string text(raw);
    if (check.parse(text).error() != simdjson::SUCCESS)
        throw BadFeature{"a member of it is no valid JSON"};
    return text;
}

void appendMember(std::string& members, std::string_view key, const std::string& raw)
{
    if (!members.empty())
        members += ',';
    appendJsonString(members, key);
    members.append(":").append(raw);
}

void readGeometryMember(
    std::string_view key, od::value value, Geometry& geometry, Coordinates& coordinates, simdjson::dom::parser& check)
{
    if (key == "type") {
        geometry.type = std::string(std::string_view(value.get_string()));
    } else if (key == "coordinates") {
        if (value.type().value() != od::json_type::array)
            throw BadFeature{"its coordinates are not a list"};
        coordinates = {};
        geometry.hasCoordinates = true;
        readLevel(value.get_array(), 0, coordinates);
    } else if (key == "isEllipse" && value.type().value() == od::json_type::boolean) {
        geometry.isEllipse = value.get_bool();
    } else if (key != "bbox") { // would no longer be true
        appendMember(geometry.otherMembers, key, rawText(value, check));
    }
}

void finishGeometry(Geometry& geometry, const Coordinates& coordinates)
{
    const std::string& type = geometry.type;
    const int level = type == "Point"                    ? 0
        : type == "MultiPoint" || type == "LineString"   ? 1
        : type == "Polygon" || type == "MultiLineString" ? 2
        : type == "MultiPolygon"                         ? 3
                                                         : -1;
    if (level < 0)
        throw BadFeature{
            type.empty() ? "its geometry has no type" : "its geometry is a " + type + ", which is not known"};
    if (!geometry.hasCoordinates)
        throw BadFeature{"its geometry has no coordinates"};
    if (coordinates.points.empty())
        throw BadFeature{"its geometry has no points"};
    if (coordinates.pointLevel != level)
        throw BadFeature{"its coordinates are not those of a " + type};
    if (type != "Polygon" && type != "MultiPolygon")
        return;
    geometry.shape = polygonsOf(coordinates);
    if (geometry.shape.empty())
        throw BadFeature{"its outline has fewer than three points"};
}

} // namespace nb::geojson
