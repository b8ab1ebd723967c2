// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/geojsonparser.h"

#include "engine/io/geojsonvalues.h"

#include <algorithm>

namespace nb
{

using namespace geojson;

struct GeoJsonParser::Tools {
    od::parser parser;
    simdjson::dom::parser check; ///< for members that are kept as raw text
};

namespace
{

/// Nothing where the text is no UUID; QuPath ignores such ids, too.
std::optional<Uuid> uuidOf(std::string_view text)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'  ? c - 'a' + 10
            : c >= 'A' && c <= 'F'  ? c - 'A' + 10
                                    : -1;
    };
    if (text.size() != 36)
        return {};
    Uuid id{};
    std::size_t nibbles = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash && text[i] == '-')
            continue;
        const int value = digit(text[i]);
        if (dash || value < 0)
            return {};
        id[nibbles / 2] = static_cast<std::uint8_t>(id[nibbles / 2] * 16 + value);
        ++nibbles;
    }
    return id;
}

bool isObject(od::value& value)
{
    const auto type = value.type();
    return type.error() == simdjson::SUCCESS && type.value_unsafe() == od::json_type::object;
}

bool isString(od::value& value)
{
    const auto type = value.type();
    return type.error() == simdjson::SUCCESS && type.value_unsafe() == od::json_type::string;
}

/// A geometry as a member of a feature; for points and lines also its text.
Geometry readGeometry(od::object object, std::string& raw, simdjson::dom::parser& check)
{
    Geometry geometry;
    Coordinates coordinates;
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        readGeometryMember(key, field.value(), geometry, coordinates, check);
    }
    finishGeometry(geometry, coordinates);
    if (geometry.shape.empty()) {
        object.reset();
        raw = std::string(std::string_view(object.raw_json()));
        if (check.parse(raw).error() != simdjson::SUCCESS)
            throw BadFeature{"its geometry is no valid JSON"};
    }
    return geometry;
}

void adopt(Geometry&& geometry, GeoJsonFeature& feature)
{
    feature.shape = std::move(geometry.shape);
    feature.isEllipse = geometry.isEllipse;
    feature.otherGeometryMembers = std::move(geometry.otherMembers);
}

/// What of a feature is known only when all its members have been seen.
struct Seen {
    std::string type;
    bool geometry = false;
    Geometry bare; ///< where the text itself is a geometry
    Coordinates coordinates;
};

void readMember(std::string_view key, od::value value, GeoJsonFeature& feature, Seen& seen,
    std::vector<std::string>& children, simdjson::dom::parser& check)
{
    std::string unused;
    if (key == "type" && isString(value)) {
        seen.type = std::string(std::string_view(value.get_string()));
    } else if (key == "coordinates" || key == "isEllipse" || key == "plane") {
        readGeometryMember(key, value, seen.bare, seen.coordinates, check);
    } else if (key == "geometry" && isObject(value)) {
        seen.geometry = true;
        adopt(readGeometry(value.get_object(), feature.otherGeometry, check), feature);
    } else if (key == "nucleusGeometry" && isObject(value)) {
        feature.nucleusShape = readGeometry(value.get_object(), unused, check).shape;
    } else if (key == "properties" && isObject(value)) {
        readProperties(value.get_object(), feature, children, check);
    } else if (key == "id") {
        feature.id = isString(value) ? uuidOf(value.get_string()) : std::nullopt;
    } else if (key != "geometry" && key != "properties" && key != "bbox") {
        appendMember(feature.otherMembers, key, rawText(value, check));
    }
}

void finish(const std::string& text, GeoJsonFeature& feature, Seen& seen, simdjson::dom::parser& check)
{
    if (seen.geometry)
        return;
    if (!seen.bare.hasCoordinates)
        throw BadFeature{seen.type.empty() || seen.type == "Feature" ? "it has no geometry"
                                                                     : "it is a " + seen.type + ", not a Feature"};
    seen.bare.type = seen.type;
    finishGeometry(seen.bare, seen.coordinates);
    if (seen.bare.shape.empty()) {
        feature.otherGeometry = text;
        if (check.parse(text).error() != simdjson::SUCCESS)
            throw BadFeature{"its geometry is no valid JSON"};
    }
    feature.otherMembers.clear();
    adopt(std::move(seen.bare), feature);
}

} // namespace

GeoJsonParser::GeoJsonParser()
    : m_tools(std::make_unique<Tools>())
{
}

GeoJsonParser::~GeoJsonParser() = default;

Result<GeoJsonFeature> GeoJsonParser::parse(std::string& text, std::vector<std::string>& children)
{
    const auto bad = [](std::string why) { return Error{ErrorCode::Invalid, std::move(why), "", ""}; };
    try {
        text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
        od::document document = m_tools->parser.iterate(text.data(), text.size(), text.capacity());
        GeoJsonFeature feature;
        Seen seen;
        for (auto field : document.get_object()) {
            const std::string_view key = field.unescaped_key();
            readMember(key, field.value(), feature, seen, children, m_tools->check);
        }
        finish(text, feature, seen, m_tools->check);
        return feature;
    } catch (const BadFeature& e) {
        return bad(e.reason);
    } catch (const simdjson::simdjson_error& e) {
        if (e.error() == simdjson::UTF8_ERROR)
            return bad("its text is not UTF-8");
        if (e.error() == simdjson::INCORRECT_TYPE)
            return bad("a member of it is of the wrong kind");
        return bad("it is no valid JSON");
    } catch (const std::bad_alloc&) {
        return bad("there is not enough memory for it");
    }
}

} // namespace nb
