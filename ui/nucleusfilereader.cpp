// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nucleusfilereader.h"

#include "engine/document/caserecords.h"
#include "engine/io/geojsonreader.h"
#include "engine/io/nucleusmeasurementnames.h"
#include "engine/io/nucleusrule.h"
#include "engine/segment/nucleusid.h"

#include <iterator>
#include <map>
#include <string>

namespace nb
{

namespace
{

/// The feature's parts that have an area, each as a nucleus.
std::vector<Nucleus> nucleiOf(const GeoJsonFeature& feature)
{
    const MultiPolygon& shape = nucleusShapeOf(feature);
    std::vector<Nucleus> nuclei;
    for (const Polygon& part : shape) {
        Nucleus nucleus;
        nucleus.measurements = notMeasured();
        nucleus.id = feature.id && shape.size() == 1 ? *feature.id : randomId();
        nucleus.contour = part.shell;
        for (const auto& [name, value] : feature.measurements)
            for (const auto& known : kNucleusMeasurementNames)
                if (name == known.name)
                    nucleus.measurements.*known.value = value;
        nuclei.push_back(std::move(nucleus));
    }
    return nuclei;
}

/// The nuclei of a file, by NucleusRule.
class NucleusCollector
{
public:
    void add(const GeoJsonFeature& feature)
    {
        const NucleusRule::Verdict verdict = m_rule.see(feature);
        if (verdict == NucleusRule::Verdict::Nucleus)
            append(m_nuclei, nucleiOf(feature));
        else if (verdict == NucleusRule::Verdict::Annotation)
            append(m_annotations[feature.className], nucleiOf(feature));
    }
    [[nodiscard]] std::vector<Nucleus> nuclei() &&
    {
        for (auto& [name, annotations] : m_annotations)
            if (m_rule.isNucleus(name))
                append(m_nuclei, std::move(annotations));
        return std::move(m_nuclei);
    }

private:
    static void append(std::vector<Nucleus>& to, std::vector<Nucleus>&& more)
    {
        to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }

    NucleusRule m_rule;
    std::vector<Nucleus> m_nuclei;
    std::map<std::string, std::vector<Nucleus>> m_annotations; ///< by class
};

Result<std::vector<Nucleus>> readNuclei(const std::string& path, const CancelToken& cancel, Progress& progress)
{
    NucleusCollector collector;
    const auto summary = readGeoJson(
        path,
        [&](GeoJsonFeature&& feature) {
            collector.add(feature);
            return true;
        },
        cancel, &progress);
    if (!summary)
        return summary.error();
    return std::move(collector).nuclei();
}

} // namespace

NucleusFileReader::NucleusFileReader(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
}

NucleusFileReader::~NucleusFileReader()
{
    if (m_job)
        m_job->cancel();
}

void NucleusFileReader::read(const QString& path)
{
    m_job = m_services.jobs.start(
        this,
        [file = path.toStdString()](
            const CancelToken& cancel, Progress& progress) { return readNuclei(file, cancel, progress); },
        [this](const Result<std::vector<Nucleus>>& read) {
            if (read)
                Q_EMIT nucleiRead(*read);
            else
                Q_EMIT failed(tr("The nuclei could not be read."), read.error());
        });
}

} // namespace nb
