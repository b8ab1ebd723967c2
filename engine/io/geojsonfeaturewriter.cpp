// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/geojsonfeaturewriter.h"

#include "engine/geometry/shaperepair.h"
#include "engine/io/jsontext.h"
#include "engine/io/textsink.h"
#include "engine/segment/nucleusid.h"

#include <algorithm>
#include <charconv>

namespace nb
{

namespace
{

constexpr GeoJsonFeature::Rgb kUnknownClassColor{128, 128, 128};

std::string_view objectName(GeoJsonObject object)
{
    switch (object) {
    case GeoJsonObject::Annotation:
        return "annotation";
    case GeoJsonObject::Detection:
        return "detection";
    case GeoJsonObject::Cell:
        return "cell";
    case GeoJsonObject::Tile:
        return "tile";
    case GeoJsonObject::TmaCore:
        return "tmaCore";
    case GeoJsonObject::Root:
        return "root";
    }
    return "annotation";
}

void appendColor(std::string& out, const GeoJsonFeature::Rgb& color)
{
    char separator = '[';
    for (const int value : color) {
        char text[8];
        out += separator;
        out.append(text, std::to_chars(text, text + sizeof text, std::clamp(value, 0, 255)).ptr);
        separator = ',';
    }
    out += ']';
}

/// Polygon where one part is enough: some readers know no other (TissUUmaps#49).
void appendShape(std::string& out, const MultiPolygon& shape)
{
    if (shape.size() == 1) {
        out += R"("type":"Polygon","coordinates":)";
        appendJsonPolygon(out, shape.front());
        return;
    }
    out += R"("type":"MultiPolygon","coordinates":)";
    appendJsonMultiPolygon(out, shape);
}

void appendRaw(std::string& out, const std::string& members)
{
    if (!members.empty())
        out.append(",").append(members);
}

} // namespace

GeoJsonFeatureWriter::GeoJsonFeatureWriter(std::unique_ptr<TextSink> sink, int significantDigits)
    : m_sink(std::move(sink))
    , m_significantDigits(significantDigits)
{
    m_sink->buffer() += "{\"type\":\"FeatureCollection\",\"features\":[";
}

GeoJsonFeatureWriter::~GeoJsonFeatureWriter() = default;

Result<std::unique_ptr<GeoJsonFeatureWriter>> GeoJsonFeatureWriter::create(
    const std::string& path, int significantDigits)
{
    auto sink = TextSink::create(path);
    if (!sink)
        return sink.error();
    return std::unique_ptr<GeoJsonFeatureWriter>(new GeoJsonFeatureWriter(std::move(*sink), significantDigits));
}

/// The two geometries; false where there is none to write.
bool GeoJsonFeatureWriter::appendGeometry(std::string& out, const GeoJsonFeature& feature)
{
    if (!feature.otherGeometry.empty()) {
        out.append(",\"geometry\":").append(feature.otherGeometry);
        return true;
    }
    const RepairedShape main = repairedOnGrid(feature.shape);
    if (main.shape.empty())
        return false;
    bool repaired = main.repaired;
    out += ",\"geometry\":{";
    appendShape(out, main.shape);
    if (feature.isEllipse && !main.repaired)
        out += ",\"isEllipse\":true";
    appendRaw(out, feature.otherGeometryMembers);
    out += '}';
    if (!feature.nucleusShape.empty()) {
        const RepairedShape nucleus = repairedOnGrid(feature.nucleusShape);
        repaired = repaired || nucleus.repaired;
        if (!nucleus.shape.empty()) {
            out += ",\"nucleusGeometry\":{";
            appendShape(out, nucleus.shape);
            out += '}';
        }
    }
    m_repaired += repaired ? 1 : 0;
    return true;
}

void GeoJsonFeatureWriter::appendProperties(std::string& out, const GeoJsonFeature& feature) const
{
    out.append(",\"properties\":{\"objectType\":\"").append(objectName(feature.object)).append("\"");
    if (!feature.name.empty()) {
        out += ",\"name\":";
        appendJsonString(out, feature.name);
    }
    if (feature.color) {
        out += ",\"color\":";
        appendColor(out, *feature.color);
    }
    if (!feature.className.empty()) {
        out += ",\"classification\":{\"name\":";
        appendJsonString(out, feature.className);
        out += ",\"color\":";
        appendColor(out, feature.classColor.value_or(kUnknownClassColor));
        out += '}';
    }
    if (feature.locked)
        out += ",\"isLocked\":true";
    if (feature.missing)
        out += ",\"isMissing\":true";
    const auto appendMap = [&out](std::string_view key, const auto& entries, auto appendValue) {
        std::string_view before = key;
        for (const auto& [name, value] : entries) {
            out += before;
            appendJsonString(out, name);
            out += ':';
            appendValue(value);
            before = ",";
        }
        if (!entries.empty())
            out += '}';
    };
    appendMap(",\"measurements\":{", feature.measurements,
        [&](double value) { appendJsonNumber(out, value, m_significantDigits); });
    appendMap(",\"metadata\":{", feature.metadata, [&](const std::string& value) { appendJsonString(out, value); });
    appendRaw(out, feature.otherProperties);
    out += '}';
}

Status GeoJsonFeatureWriter::write(const GeoJsonFeature& feature)
{
    std::string& out = m_sink->buffer();
    const std::size_t before = out.size();
    out.append(m_first ? "\n" : ",\n").append("{\"type\":\"Feature\",\"id\":\"");
    out.append(uuidText(feature.id ? *feature.id : randomId())).append("\"");
    if (!appendGeometry(out, feature)) {
        out.resize(before);
        ++m_dropped;
        return {};
    }
    m_first = false;
    appendProperties(out, feature);
    appendRaw(out, feature.otherMembers);
    out += '}';
    return m_sink->flushIfFull();
}

Status GeoJsonFeatureWriter::prepare()
{
    if (!m_ended)
        m_sink->buffer() += "\n]}\n";
    m_ended = true;
    return m_sink->prepare();
}

Status GeoJsonFeatureWriter::finish()
{
    if (Status status = prepare(); !status)
        return status;
    return m_sink->commit();
}

} // namespace nb
