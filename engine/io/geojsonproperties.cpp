// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/geojsonvalues.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace nb::geojson
{

namespace
{

bool isNull(od::value value)
{
    return value.raw_json_token().starts_with("null");
}

bool isA(od::value value, od::json_type type)
{
    const auto found = value.type();
    return found.error() == simdjson::SUCCESS && found.value_unsafe() == type;
}

/// Text; of anything else its JSON.
std::string textOf(od::value value, simdjson::dom::parser& check)
{
    if (isA(value, od::json_type::string))
        return std::string(std::string_view(value.get_string()));
    return isNull(value) ? std::string() : rawText(value, check);
}

/// A number, or one of the words that stand for what is none, with or without quotes (Python's json writes them bare).
double numberOf(od::value value)
{
    std::string_view word = value.raw_json_token();
    if (isA(value, od::json_type::number) && !word.starts_with("-I"))
        return value.get_double();
    if (word.starts_with('"'))
        word = value.get_string();
    while (!word.empty() && std::isspace(static_cast<unsigned char>(word.back())))
        word.remove_suffix(1);
    const double infinity = std::numeric_limits<double>::infinity();
    if (word == "NaN" || word == "null")
        return std::numeric_limits<double>::quiet_NaN();
    if (word == "Infinity" || word == "+Infinity")
        return infinity;
    if (word == "-Infinity")
        return -infinity;
    throw BadFeature{"a measurement is not a number"};
}

/// [r,g,b] or [r,g,b,a], or QuPath's packed ARGB integer.
std::optional<GeoJsonFeature::Rgb> colorOf(od::value value)
{
    if (isA(value, od::json_type::number)) {
        const auto packed = static_cast<std::int64_t>(double(value.get_double()));
        return GeoJsonFeature::Rgb{static_cast<int>((packed >> 16) & 255), static_cast<int>((packed >> 8) & 255),
            static_cast<int>(packed & 255)};
    }
    if (!isA(value, od::json_type::array))
        return {};
    GeoJsonFeature::Rgb color{};
    std::size_t count = 0;
    for (auto part : value.get_array()) {
        const double level = part.get_double();
        if (count < 3)
            color[count] = static_cast<int>(std::clamp(level, 0.0, 255.0));
        ++count;
    }
    return count >= 3 ? std::optional(color) : std::nullopt;
}

GeoJsonObject objectOf(std::string_view name)
{
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto has = [&lower](const char* word) { return lower.find(word) != std::string::npos; };
    return has("detection") ? GeoJsonObject::Detection
        : has("cell")       ? GeoJsonObject::Cell
        : has("tile")       ? GeoJsonObject::Tile
        : has("core")       ? GeoJsonObject::TmaCore
        : has("root")       ? GeoJsonObject::Root
                            : GeoJsonObject::Annotation;
}

void readClassification(od::value value, GeoJsonFeature& feature)
{
    if (isA(value, od::json_type::string)) {
        feature.className = std::string(std::string_view(value.get_string()));
        return;
    }
    if (!isA(value, od::json_type::object))
        return;
    for (auto field : value.get_object()) {
        const std::string_view key = field.unescaped_key();
        od::value part = field.value();
        if (key == "name" && isA(part, od::json_type::string)) {
            feature.className = std::string(std::string_view(part.get_string()));
        } else if (key == "names" && isA(part, od::json_type::array)) {
            feature.className.clear();
            for (auto name : part.get_array()) // as QuPath calls derived classes
                feature.className.append(feature.className.empty() ? "" : ": ")
                    .append(std::string_view(name.get_string()));
        } else if (key == "color" || key == "colorRGB") {
            feature.classColor = colorOf(part);
        }
    }
}

/// Fills a list of named values: of a name that comes twice the later value counts, in the place of the first. Time
/// goes with the entries, not with their square, because anyone may have written the file.
template <class Value> class EntryList
{
public:
    explicit EntryList(std::vector<std::pair<std::string, Value>>& entries)
        : m_entries(entries)
    {
        m_entries.clear(); // JSON: of a member that comes twice the later one counts
    }
    void put(std::string_view name, Value value)
    {
        if (Value* const earlier = find(name)) {
            *earlier = std::move(value);
            return;
        }
        m_entries.emplace_back(name, std::move(value));
        if (m_entries.size() == kFew)
            for (std::size_t i = 0; i < kFew; ++i)
                m_places.emplace(m_entries[i].first, i);
        else if (m_entries.size() > kFew)
            m_places.emplace(name, m_entries.size() - 1);
    }

private:
    [[nodiscard]] Value* find(std::string_view name)
    {
        if (m_entries.size() < kFew) {
            const auto at = std::find_if(
                m_entries.begin(), m_entries.end(), [name](const auto& entry) { return entry.first == name; });
            return at == m_entries.end() ? nullptr : &at->second;
        }
        const auto at = m_places.find(std::string(name));
        return at == m_places.end() ? nullptr : &m_entries[at->second].second;
    }

    static constexpr std::size_t kFew = 32; // up to here looking through is quicker
    std::vector<std::pair<std::string, Value>>& m_entries;
    std::unordered_map<std::string, std::size_t> m_places; // empty while the entries are few
};

/// {name: number} or, before QuPath 0.4, [{"name": …, "value": …}].
void readMeasurements(od::value value, GeoJsonFeature& feature)
{
    EntryList<double> measurements(feature.measurements);
    if (isA(value, od::json_type::object)) {
        for (auto field : value.get_object()) {
            const std::string_view key = field.unescaped_key();
            measurements.put(key, numberOf(field.value()));
        }
        return;
    }
    if (!isA(value, od::json_type::array))
        return;
    for (auto entry : value.get_array()) {
        std::string name;
        std::optional<double> number;
        for (auto field : entry.get_object()) {
            const std::string_view key = field.unescaped_key();
            if (key == "name")
                name = std::string(std::string_view(field.value().get_string()));
            else if (key == "value")
                number = numberOf(field.value());
        }
        if (number)
            measurements.put(name, *number);
    }
}

void readMetadata(od::value value, GeoJsonFeature& feature, simdjson::dom::parser& check)
{
    if (!isA(value, od::json_type::object))
        return;
    EntryList<std::string> metadata(feature.metadata);
    for (auto field : value.get_object()) {
        const std::string_view key = field.unescaped_key();
        metadata.put(key, textOf(field.value(), check));
    }
}

void readChildren(od::value value, std::vector<std::string>& children)
{
    if (!isA(value, od::json_type::array))
        return;
    for (auto child : value.get_array()) {
        const std::string_view raw = child.get_object().value().raw_json();
        children.emplace_back(raw);
    }
}

bool isTrue(od::value value)
{
    return isA(value, od::json_type::boolean) && value.get_bool();
}

} // namespace

void readProperties(
    od::object properties, GeoJsonFeature& feature, std::vector<std::string>& children, simdjson::dom::parser& check)
{
    for (auto field : properties) {
        const std::string_view key = field.unescaped_key();
        od::value value = field.value();
        if ((key == "objectType" || key == "object_type" || key == "type") && isA(value, od::json_type::string))
            feature.object = objectOf(value.get_string());
        else if (key == "name")
            feature.name = textOf(value, check);
        else if (key == "color" || key == "colorRGB")
            feature.color = colorOf(value);
        else if (key == "classification")
            readClassification(value, feature);
        else if (key == "isLocked")
            feature.locked = isTrue(value);
        else if (key == "isMissing")
            feature.missing = isTrue(value);
        else if (key == "measurements")
            readMeasurements(value, feature);
        else if (key == "metadata")
            readMetadata(value, feature, check);
        else if (key == "childObjects")
            readChildren(value, children);
        else
            appendMember(feature.otherProperties, key, rawText(value, check));
    }
}

} // namespace nb::geojson
