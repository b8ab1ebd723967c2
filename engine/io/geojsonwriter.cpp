// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/geojsonwriter.h"

#include "engine/io/geojsonfeaturewriter.h"
#include "engine/io/nucleusmeasurementnames.h"

#include <cmath>

namespace nb
{

namespace
{

constexpr int kSignificantDigits = 6; // a nucleus is not measured more exactly

class Writer final : public GeoJsonWriter
{
public:
    Writer(const GeoJsonOptions& options, std::unique_ptr<GeoJsonFeatureWriter> file)
        : m_file(std::move(file))
    {
        m_feature.object = options.asAnnotations ? GeoJsonObject::Annotation : GeoJsonObject::Detection;
        m_feature.className = options.className;
        m_feature.classColor = options.classColor;
        m_feature.metadata = options.metadata;
        m_feature.shape.resize(1);
    }
    [[nodiscard]] Status write(const Nucleus& nucleus) override
    {
        m_feature.id = nucleus.id;
        m_feature.shape.front().shell = nucleus.contour;
        std::size_t known = 0; // what was not measured is left out; names that are there already are not copied again
        for (const NucleusMeasurementName& entry : kNucleusMeasurementNames)
            if (const double value = nucleus.measurements.*entry.value; !std::isnan(value))
                put(known++, entry.name, value);
        m_feature.measurements.resize(known);
        return m_file->write(m_feature);
    }
    [[nodiscard]] Status prepare() override { return m_file->prepare(); }
    [[nodiscard]] Status finish() override { return m_file->finish(); }
    [[nodiscard]] std::int64_t repaired() const override { return m_file->repaired(); }
    [[nodiscard]] std::int64_t dropped() const override { return m_file->dropped(); }

private:
    void put(std::size_t at, std::string_view name, double value)
    {
        if (at == m_feature.measurements.size())
            m_feature.measurements.emplace_back(name, value);
        auto& entry = m_feature.measurements[at];
        if (entry.first != name)
            entry.first = name;
        entry.second = value;
    }

    std::unique_ptr<GeoJsonFeatureWriter> m_file;
    GeoJsonFeature m_feature; // only what differs changes from nucleus to nucleus
};

} // namespace

Result<std::unique_ptr<GeoJsonWriter>> GeoJsonWriter::create(const std::string& path, const GeoJsonOptions& options)
{
    auto file = GeoJsonFeatureWriter::create(path, kSignificantDigits);
    if (!file)
        return file.error();
    return std::unique_ptr<GeoJsonWriter>(new Writer(options, std::move(*file)));
}

} // namespace nb
