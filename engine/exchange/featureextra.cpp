// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/featureextra.h"

#include "engine/geometry/shaperepair.h"
#include "engine/io/geojsonparser.h"
#include "engine/io/jsontext.h"
#include "engine/io/provenancenames.h"

#include <algorithm>
#include <vector>

namespace nb
{

namespace
{

constexpr std::string_view kModelOutline = R"("nucleoscope":{"modelOutline":)";

/// `"key":{"name":value,…}`
template <class Entries, class AppendValue>
void appendEntries(std::string& out, std::string_view key, const Entries& entries, AppendValue appendValue)
{
    if (entries.empty())
        return;
    out.append(",\"").append(key).append("\":");
    char before = '{';
    for (const auto& [name, value] : entries) {
        out += before;
        appendJsonString(out, name);
        out += ':';
        appendValue(value);
        before = ',';
    }
    out += '}';
}

void appendRaw(std::string& out, const std::string& members)
{
    if (!members.empty())
        out.append(",").append(members);
}

GeoJsonFeature parsed(std::string text)
{
    static thread_local GeoJsonParser parser;
    std::vector<std::string> children;
    auto feature = parser.parse(text, children);
    return feature ? std::move(*feature) : GeoJsonFeature();
}

template <class Value>
void addMissing(std::vector<std::pair<std::string, Value>>& to, std::vector<std::pair<std::string, Value>>&& more)
{
    const std::size_t before = to.size();
    for (auto& entry : more) {
        const auto end = to.begin() + static_cast<std::ptrdiff_t>(before);
        if (std::none_of(to.begin(), end, [&](const auto& known) { return known.first == entry.first; }))
            to.push_back(std::move(entry));
    }
}

} // namespace

std::string extraOf(const GeoJsonFeature& feature, bool ofNucleus)
{
    const bool cell = ofNucleus && feature.object == GeoJsonObject::Cell;
    const bool annotation = ofNucleus && feature.object == GeoJsonObject::Annotation;
    if (!cell && !annotation && !feature.isEllipse && !feature.color && !feature.missing && feature.measurements.empty()
        && feature.metadata.empty() && feature.otherMembers.empty() && feature.otherProperties.empty()
        && feature.otherGeometryMembers.empty())
        return {};
    std::string out = R"({"type":"Feature","geometry":{)";
    if (cell && !feature.nucleusShape.empty()) {
        out += R"("type":"MultiPolygon","coordinates":)";
        appendJsonMultiPolygon(out, repairedOnGrid(feature.shape).shape);
    } else {
        out += R"("type":"Point","coordinates":[0,0])";
    }
    if (feature.isEllipse)
        out += R"(,"isEllipse":true)";
    appendRaw(out, feature.otherGeometryMembers);
    out += cell      ? R"(},"properties":{"objectType":"cell")"
        : annotation ? R"(},"properties":{"objectType":"annotation")"
                     : R"(},"properties":{"objectType":"detection")";
    if (feature.color) {
        const auto& c = *feature.color;
        out += ",\"color\":[" + std::to_string(c[0]) + "," + std::to_string(c[1]) + "," + std::to_string(c[2]) + "]";
    }
    if (feature.missing)
        out += ",\"isMissing\":true";
    appendEntries(out, "measurements", feature.measurements, [&](double value) { appendJsonNumber(out, value); });
    appendEntries(out, "metadata", feature.metadata, [&](const std::string& value) { appendJsonString(out, value); });
    appendRaw(out, feature.otherProperties);
    out += '}';
    appendRaw(out, feature.otherMembers);
    out += '}';
    return out;
}

void addExtra(const std::string& extra, GeoJsonFeature& feature)
{
    GeoJsonFeature kept = parsed(extra);
    if (kept.otherGeometry.empty() && kept.shape.empty())
        return;
    if (!kept.shape.empty()) { // a cell
        feature.nucleusShape = std::move(feature.shape);
        feature.shape = std::move(kept.shape);
    }
    feature.object = kept.object;
    feature.isEllipse = kept.isEllipse;
    feature.color = kept.color;
    feature.missing = kept.missing;
    addMissing(feature.measurements, std::move(kept.measurements));
    // An object of another program may have an "origin" or a "region" of its own, which tells more than ours.
    for (const auto& [name, value] : kept.metadata)
        std::erase_if(feature.metadata, [&key = name](const auto& entry) {
            return entry.first == key && (entry.second == kOriginNames.back() || entry.second == kRoleNames.front());
        });
    addMissing(feature.metadata, std::move(kept.metadata));
    feature.otherGeometryMembers = std::move(kept.otherGeometryMembers);
    feature.otherProperties = std::move(kept.otherProperties);
    feature.otherMembers = std::move(kept.otherMembers);
}

void addModelOutline(const MultiPolygon& shape, GeoJsonFeature& feature)
{
    std::string& properties = feature.otherProperties;
    if (!properties.empty())
        properties += ',';
    properties += kModelOutline;
    appendJsonMultiPolygon(properties, shape);
    properties += '}';
}

MultiPolygon takeModelOutline(GeoJsonFeature& feature)
{
    std::string& properties = feature.otherProperties;
    const std::size_t begin = properties.rfind(kModelOutline);
    if (begin == std::string::npos || (begin > 0 && properties[begin - 1] != ','))
        return {};
    // We write it last. Coordinates hold no brace, so what ends in the first one after them is no part of another
    // member.
    const std::size_t from = begin + kModelOutline.size(), end = properties.find('}', from);
    if (end + 1 != properties.size())
        return {};
    GeoJsonFeature outline
        = parsed(R"({"type":"MultiPolygon","coordinates":)" + properties.substr(from, end - from) + "}");
    properties.resize(begin > 0 ? begin - 1 : 0);
    return repairedOnGrid(outline.shape).shape;
}

} // namespace nb
