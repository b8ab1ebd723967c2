// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/casefeature.h"

#include "engine/exchange/featureextra.h"
#include "engine/io/jsontext.h"
#include "engine/io/nucleusmeasurementnames.h"
#include "engine/io/nucleusrule.h"
#include "engine/io/provenancenames.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace nb
{

namespace
{

constexpr std::size_t kHashDigits = 64;

GeoJsonFeature::Rgb rgbOf(std::uint32_t color)
{
    return {static_cast<int>(color >> 16 & 255), static_cast<int>(color >> 8 & 255), static_cast<int>(color & 255)};
}

std::string numberText(double value)
{
    char text[40];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

class Metadata
{
public:
    explicit Metadata(GeoJsonFeature& feature)
        : m_feature(feature)
    {
    }
    void add(std::string_view key, std::string_view value)
    {
        if (!value.empty())
            m_feature.metadata.emplace_back(key, value);
    }
    void add(const MetadataEntries& entries)
    {
        m_feature.metadata.insert(m_feature.metadata.end(), entries.begin(), entries.end());
    }

private:
    GeoJsonFeature& m_feature;
};

/// Takes an entry out; empty where there is none.
std::string take(GeoJsonFeature& feature, std::string_view key)
{
    for (auto entry = feature.metadata.begin(); entry != feature.metadata.end(); ++entry) {
        if (entry->first != key)
            continue;
        std::string value = std::move(entry->second);
        feature.metadata.erase(entry);
        return value;
    }
    return {};
}

/// The known measurements move into the record, the others stay.
void takeMeasurements(GeoJsonFeature& feature, NucleusMeasurements& to)
{
    std::size_t hint = 0, kept = 0; // our own files have them in our order
    for (auto& entry : feature.measurements) {
        std::size_t tried = 0;
        while (tried < kNucleusMeasurementNames.size() && entry.first != kNucleusMeasurementNames[hint].name) {
            hint = (hint + 1) % kNucleusMeasurementNames.size();
            ++tried;
        }
        if (tried < kNucleusMeasurementNames.size() && std::isfinite(entry.second))
            to.*kNucleusMeasurementNames[hint].value = entry.second;
        else if (auto& place = feature.measurements[kept++]; &place != &entry)
            place = std::move(entry);
    }
    feature.measurements.resize(kept);
}

/// No outline has a perimeter of 0: whoever wrote that meant "not measured", and so with the other zeros beside it.
void forgetZeros(NucleusMeasurements& measured)
{
    if (measured.perimeterUm != 0)
        return;
    for (const NucleusMeasurementName& name : kNucleusMeasurementNames)
        if (double& value = measured.*name.value; value == 0)
            value = std::numeric_limits<double>::quiet_NaN();
}

bool isHash(const std::string& text)
{
    return text.size() == kHashDigits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::size_t metadataRoom(const NucleusRecord& record)
{
    return record.changedAt.empty() ? 8 : 11;
}

} // namespace

GeoJsonFeature featureOf(const NucleusRecord& record, const ClassRecord& ofClass, const NucleusFeatureOptions& options)
{
    GeoJsonFeature feature;
    const bool byPerson = record.origin == NucleusOrigin::Corrected || record.origin == NucleusOrigin::Drawn;
    feature.object = GeoJsonObject::Detection;
    feature.metadata.reserve(metadataRoom(record));
    Metadata metadata(feature);
    metadata.add(kOriginKey, kOriginNames[static_cast<std::size_t>(record.origin)]);
    metadata.add(kModelKey, record.modelHash);
    metadata.add(kChangedByKey, record.changedBy);
    metadata.add(kChangedAtKey, record.changedAt);
    if (record.correctionSeconds > 0)
        metadata.add(kCorrectionKey, numberText(record.correctionSeconds));
    metadata.add(options.pixelSize);
    if (record.run)
        if (const auto run = options.runs.find(*record.run); run != options.runs.end())
            metadata.add(run->second);
    feature.measurements.reserve(kNucleusMeasurementNames.size());
    for (const NucleusMeasurementName& name : kNucleusMeasurementNames)
        if (const double value = record.measurements.*name.value; !std::isnan(value))
            feature.measurements.emplace_back(name.name, value);
    feature.shape = record.shape;
    if (!record.extra.empty())
        addExtra(record.extra, feature);
    if (byPerson || options.asAnnotations)
        feature.object = GeoJsonObject::Annotation;
    if (feature.object == GeoJsonObject::Annotation && !feature.nucleusShape.empty()) {
        feature.shape = std::move(feature.nucleusShape); // an annotation has one outline
        feature.nucleusShape.clear();
    }
    feature.id = record.id;
    feature.name = record.name;
    feature.className = ofClass.name;
    feature.classColor = rgbOf(ofClass.color);
    feature.locked = record.locked;
    if (!record.modelShape.empty())
        addModelOutline(record.modelShape, feature);
    return feature;
}

GeoJsonFeature featureOf(const RegionRecord& region, const ClassRecord* ofClass)
{
    GeoJsonFeature feature;
    Metadata metadata(feature);
    metadata.add(kRegionKey, kRoleNames[static_cast<std::size_t>(region.role)]);
    if (region.checked)
        metadata.add(kCheckedKey, "true");
    metadata.add(kCheckedByKey, region.checkedBy);
    metadata.add(kCheckedAtKey, region.checkedAt);
    feature.shape = region.shape;
    if (!region.extra.empty())
        addExtra(region.extra, feature);
    feature.object = GeoJsonObject::Annotation;
    feature.id = region.id;
    feature.name = region.name;
    feature.locked = region.locked;
    if (ofClass) {
        feature.className = ofClass->name;
        feature.classColor = rgbOf(ofClass->color);
    }
    return feature;
}

bool isOfCase(const GeoJsonFeature& feature)
{
    for (const std::string_view key : {kRunAtKey, kChangedAtKey, kRegionKey})
        if (metadataOf(feature, key))
            return true;
    return false;
}

NucleusRecord nucleusRecordOf(GeoJsonFeature&& feature)
{
    NucleusRecord record;
    record.measurements = notMeasured();
    record.origin = NucleusOrigin::Imported;
    const std::string* const told = metadataOf(feature, kOriginKey);
    if (const auto origin = told ? placeOf(kOriginNames, *told) : std::nullopt) {
        record.origin = static_cast<NucleusOrigin>(*origin);
        take(feature, kOriginKey);
    }
    if (const std::string* const model = metadataOf(feature, kModelKey); model && isHash(*model))
        record.modelHash = take(feature, kModelKey);
    record.changedBy = take(feature, kChangedByKey);
    record.changedAt = take(feature, kChangedAtKey);
    const double seconds = std::strtod(take(feature, kCorrectionKey).c_str(), nullptr);
    record.correctionSeconds = std::isfinite(seconds) && seconds > 0 ? seconds : 0;
    take(feature, kPixelSizeKey);
    take(feature, kPixelSizeOriginKey);
    takeMeasurements(feature, record.measurements);
    forgetZeros(record.measurements);
    record.modelShape = takeModelOutline(feature);
    record.name = std::move(feature.name);
    record.locked = feature.locked;
    if (record.origin != NucleusOrigin::Imported)
        feature.object = GeoJsonObject::Detection; // the origin says which it is written as
    record.extra = extraOf(feature, true);
    return record;
}

RegionRecord regionRecordOf(GeoJsonFeature&& feature)
{
    RegionRecord region;
    const std::string* const told = metadataOf(feature, kRegionKey);
    if (const auto role = told ? placeOf(kRoleNames, *told) : std::nullopt) {
        region.role = static_cast<RegionRole>(*role);
        take(feature, kRegionKey);
    }
    region.checked = take(feature, kCheckedKey) == "true";
    region.checkedBy = take(feature, kCheckedByKey);
    region.checkedAt = take(feature, kCheckedAtKey);
    region.name = std::move(feature.name);
    region.locked = feature.locked;
    region.extra = extraOf(feature, false);
    return region;
}

} // namespace nb
