// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nucleusfilecontroller.h"

#include "engine/io/geojsonreader.h"
#include "engine/io/geojsonwriter.h"
#include "engine/io/nucleusmeasurementnames.h"
#include "engine/io/nucleusrule.h"
#include "engine/segment/nucleusid.h"
#include "engine/segment/provenance.h"
#include "ui/banner.h"
#include "ui/enginetexts.h"

#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <string>

namespace nb
{

namespace
{

constexpr int kTickMs = 100;

/// Without `allOfModel` claims no more than is known of each.
std::map<std::string, std::string> saidOfAll(std::map<std::string, std::string> metadata, bool allOfModel)
{
    if (allOfModel)
        return metadata;
    return {{"origin", "model, a person, or a file"}, {"mpp", metadata["mpp"]}, {"mpp_origin", metadata["mpp_origin"]}};
}

Result<std::int64_t> writeNuclei(const std::string& path, const NucleiToWrite& nuclei,
    const std::map<std::string, std::string>& metadata, const CancelToken& cancel, Progress& progress)
{
    progress.total = nuclei.count;
    const auto allOfModel = nuclei.allOfModel();
    if (!allOfModel)
        return allOfModel.error();
    GeoJsonOptions options;
    options.metadata = saidOfAll(metadata, *allOfModel);
    auto writer = GeoJsonWriter::create(path, options);
    if (!writer)
        return writer.error();
    Status status;
    const Status visited = nuclei.visit([&](const Nucleus& nucleus) {
        status = (*writer)->write(nucleus);
        progress.done.fetch_add(1, std::memory_order_relaxed);
        return status.ok() && !cancel.cancelled();
    });
    if (cancel.cancelled())
        return Error{ErrorCode::Cancelled, "Stopped", path, ""};
    if (!visited)
        return visited.error();
    if (status)
        status = (*writer)->finish();
    if (!status)
        return status.error();
    return progress.done.load() - (*writer)->dropped();
}

/// The feature's parts that have an area, each as a nucleus.
std::vector<Nucleus> nucleiOf(const GeoJsonFeature& feature)
{
    const MultiPolygon& shape = nucleusShapeOf(feature);
    std::vector<Nucleus> nuclei;
    for (const Polygon& part : shape) {
        Nucleus nucleus;
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

struct ReadNuclei {
    std::vector<Nucleus> nuclei;
    QString complaint; ///< what was left out, in one line; empty if nothing
};

Result<ReadNuclei> readNuclei(const std::string& path, const CancelToken& cancel, Progress& progress)
{
    std::error_code ignored;
    progress.total = static_cast<std::int64_t>(std::filesystem::file_size(path, ignored));
    if (ignored)
        progress.total = 0;
    ReadNuclei read;
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
    read.nuclei = std::move(collector).nuclei();
    read.complaint = summary->broken ? describe(*summary->broken) : engineText(summary->complaint());
    return read;
}

} // namespace

NucleusFileController::NucleusFileController(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &NucleusFileController::changed);
}

NucleusFileController::~NucleusFileController()
{
    if (m_job)
        m_job->cancel();
}

template <class Work, class Done>
void NucleusFileController::start(bool writes, const QString& what, Work work, Done done)
{
    stop();
    m_writes = writes;
    m_what = what;
    using Value = std::invoke_result_t<Work&, const CancelToken&, Progress&>;
    m_job = m_services.jobs.start(this, std::move(work), [this, done = std::move(done)](Value value) {
        m_tick.stop();
        Q_EMIT changed();
        done(std::move(value));
    });
    m_tick.start();
    Q_EMIT changed();
}

void NucleusFileController::write(
    const QString& path, const NucleiToWrite& nuclei, const SlideRecipe& recipe, const ExtractionRecipe& extraction)
{
    start(
        true, tr("Writing %1…").arg(QFileInfo(path).fileName()),
        [file = path.toStdString(), nuclei, metadata = provenanceOf(recipe, extraction)](const CancelToken& cancel,
            Progress& progress) { return writeNuclei(file, nuclei, metadata, cancel, progress); },
        [this, path](const Result<std::int64_t>& count) {
            if (count)
                Q_EMIT written(path, *count);
            else
                Q_EMIT failed(tr("The nuclei were not exported."), count.error());
        });
}

void NucleusFileController::read(const QString& path)
{
    start(
        false, tr("Reading %1…").arg(QFileInfo(path).fileName()),
        [file = path.toStdString()](
            const CancelToken& cancel, Progress& progress) { return readNuclei(file, cancel, progress); },
        [this, path](const Result<ReadNuclei>& read) {
            if (read)
                Q_EMIT nucleiRead(path, read->nuclei, read->complaint);
            else
                Q_EMIT failed(tr("The nuclei could not be read."), read.error());
        });
}

void NucleusFileController::stop()
{
    if (!busy())
        return;
    m_job->cancel();
    m_tick.stop();
    Q_EMIT changed();
}

void NucleusFileController::stopReading()
{
    if (!m_writes)
        stop();
}

std::optional<double> NucleusFileController::share() const
{
    if (!m_job || m_job->progress().total <= 0)
        return {};
    return static_cast<double>(m_job->progress().done) / static_cast<double>(m_job->progress().total);
}

} // namespace nb
