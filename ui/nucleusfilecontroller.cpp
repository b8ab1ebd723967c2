// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nucleusfilecontroller.h"

#include "engine/io/geojsonwriter.h"

#include <QFileInfo>

namespace nb
{

namespace
{

constexpr int kTickMs = 100;

GeoJsonOptions provenance(const SlideRecipe& recipe)
{
    GeoJsonOptions options;
    const ModelInfo& model = recipe.network->info();
    options.metadata = {{"origin", "model"}, {"model", model.hash.substr(0, 16)},
        {"mpp", QString::number(recipe.pixelSize.x, 'g', 6).toStdString()}};
    return options;
}

Result<std::int64_t> writeNuclei(const std::string& path, const NucleusIndex& nuclei, const SlideRecipe& recipe,
    const CancelToken& cancel, Progress& progress)
{
    progress.total = static_cast<std::int64_t>(nuclei.size());
    auto writer = GeoJsonWriter::create(path, provenance(recipe));
    if (!writer)
        return writer.error();
    Status status;
    nuclei.visitAll([&](const Nucleus& nucleus) {
        status = (*writer)->write(nucleus);
        progress.done.fetch_add(1, std::memory_order_relaxed);
        return status.ok() && !cancel.cancelled();
    });
    if (cancel.cancelled())
        return Error{ErrorCode::Cancelled, "Stopped", path, ""};
    if (status)
        status = (*writer)->finish();
    if (!status)
        return status.error();
    return progress.done.load() - (*writer)->dropped();
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

template <class Work, class Done> void NucleusFileController::start(const QString& what, Work work, Done done)
{
    stop();
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
    const QString& path, const std::shared_ptr<const NucleusIndex>& nuclei, const std::shared_ptr<const SlideRecipe>& recipe)
{
    start(
        tr("Writing %1…").arg(QFileInfo(path).fileName()),
        [file = path.toStdString(), nuclei, recipe](
            const CancelToken& cancel, Progress& progress) { return writeNuclei(file, *nuclei, *recipe, cancel, progress); },
        [this, path](const Result<std::int64_t>& count) {
            if (count)
                Q_EMIT written(path, *count);
            else
                Q_EMIT failed(tr("The nuclei were not exported."), count.error());
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

std::optional<double> NucleusFileController::share() const
{
    if (!m_job || m_job->progress().total <= 0)
        return {};
    return static_cast<double>(m_job->progress().done) / static_cast<double>(m_job->progress().total);
}

} // namespace nb
