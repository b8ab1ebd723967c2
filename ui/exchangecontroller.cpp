// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchangecontroller.h"

#include "engine/exchange/casegeojson.h"
#include "engine/exchange/casetable.h"
#include "engine/exchange/foundexport.h"
#include "engine/exchange/labelimport.h"
#include "engine/exchange/trainingpairs.h"
#include "engine/io/picturefile.h"
#include "ui/casesession.h"

#include <QFileInfo>

#include <cstring>

namespace nb
{

namespace
{

constexpr int kTickMs = 100;

bool endsIn(const QString& path, const QStringList& endings)
{
    return std::any_of(endings.begin(), endings.end(),
        [&path](const QString& ending) { return path.endsWith(ending, Qt::CaseInsensitive); });
}

bool namesLabels(const QString& path)
{
    return endsIn(path, {QStringLiteral(".png"), QStringLiteral(".tif"), QStringLiteral(".tiff")});
}

RgbImage rgbOf(const QImage& picture)
{
    const QImage plain = picture.convertToFormat(QImage::Format_RGB888);
    RgbImage rgb(plain.width(), plain.height());
    for (int y = 0; y < plain.height(); ++y)
        std::memcpy(rgb.row(y), plain.constScanLine(y), static_cast<std::size_t>(plain.width()) * 3);
    return rgb;
}

QString nucleiExported(std::int64_t nuclei)
{
    return ExchangeController::tr("%n nucleus/nuclei exported", nullptr, static_cast<int>(nuclei));
}

/// On a worker. Says what was written.
Result<QString> writeCase(const ExportRequest& request, CaseReader& reader, const SlideSource* slide,
    const CancelToken& cancel, Progress& progress)
{
    const std::string path = request.path.toStdString();
    switch (request.format) {
    case ExportFormat::GeoJson:
    case ExportFormat::GeoJsonPacked: {
        const auto done = exportGeoJson(reader, request.choice, path, request.asAnnotations, cancel, progress);
        if (!done)
            return done.error();
        QString told = nucleiExported(done->nuclei);
        if (done->regions > 0)
            told += ExchangeController::tr(", %n region(s)", nullptr, static_cast<int>(done->regions));
        return told;
    }
    case ExportFormat::Csv: {
        const auto done = exportCsv(reader, request.choice, path, cancel, progress);
        return done ? Result<QString>(nucleiExported(*done)) : Result<QString>(done.error());
    }
    case ExportFormat::Labels: {
        const auto done = exportLabels(reader, request.choice, path, cancel, progress);
        return done ? Result<QString>(nucleiExported(*done)) : Result<QString>(done.error());
    }
    case ExportFormat::TrainingPairs: {
        const auto done = exportTrainingPairs(reader, *slide, request.choice, path, cancel, progress);
        if (!done)
            return done.error();
        return ExchangeController::tr("%n training picture(s) written", nullptr, static_cast<int>(done->pairs))
            + ExchangeController::tr(" with %n nucleus/nuclei", nullptr, static_cast<int>(done->nuclei));
    }
    case ExportFormat::Picture:
        break;
    }
    return Error{ErrorCode::Internal, "Pictures are taken elsewhere", path, ""};
}

} // namespace

ExchangeController::ExchangeController(const Services& services, SlideCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_picture(new ViewPicture(canvas, this))
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &ExchangeController::changed);
    connect(m_picture, &ViewPicture::taken, this,
        [this](const QImage& picture) { writePictureTo(m_picturePath, picture); });
}

ExchangeController::~ExchangeController()
{
    m_stop.cancel();
}

bool ExchangeController::reads(const QString& path)
{
    return namesLabels(path)
        || endsIn(path,
            {QStringLiteral(".geojson"), QStringLiteral(".geojson.gz"), QStringLiteral(".json"),
                QStringLiteral(".json.gz"), QStringLiteral(".zip"), QStringLiteral(".xml")});
}

template <class Work, class Done> void ExchangeController::start(bool writes, const QString& what, Work work, Done done)
{
    m_stop = CancelSource();
    m_writes = writes;
    m_what = what;
    using Value = std::invoke_result_t<Work&, const CancelToken&, Progress&>;
    m_job = m_services.jobs.start(
        this,
        [work = std::move(work), stop = m_stop.token()](
            const CancelToken&, Progress& progress) mutable { return work(stop, progress); },
        [this, done = std::move(done)](Value value) {
            m_tick.stop();
            Q_EMIT changed();
            done(std::move(value));
        });
    m_tick.start();
    Q_EMIT changed();
}

void ExchangeController::write(
    const ExportRequest& request, const CaseSession* session, std::shared_ptr<const SlideSource> slide)
{
    if (busy())
        return;
    if (request.format == ExportFormat::Picture) {
        m_writes = true;
        m_what = tr("Taking the picture…");
        m_picturePath = request.path;
        m_picture->take(request.finer);
        Q_EMIT changed();
        return;
    }
    start(
        true, tr("Writing %1…").arg(QFileInfo(request.path).fileName()),
        [request, open = session->readerFactory(), slide = std::move(slide)](
            const CancelToken& cancel, Progress& progress) -> Told {
            const auto reader = open();
            return reader ? writeCase(request, **reader, slide.get(), cancel, progress) : Told(reader.error());
        },
        [this, path = request.path](const Told& told) { ended(path, told); });
}

void ExchangeController::writeFound(const QString& path, std::shared_ptr<const NucleusIndex> nuclei,
    const SlideRecipe& recipe, const ExtractionRecipe& extraction)
{
    if (busy())
        return;
    start(
        true, tr("Writing %1…").arg(QFileInfo(path).fileName()),
        [file = path.toStdString(), nuclei = std::move(nuclei), metadata = foundNucleusMetadata(recipe, extraction)](
            const CancelToken& cancel, Progress& progress) -> Told {
            const auto done = exportFoundNuclei(*nuclei, metadata, file, cancel, progress);
            return done ? Told(nucleiExported(*done)) : Told(done.error());
        },
        [this, path](const Told& told) { ended(path, told); });
}

void ExchangeController::writePictureTo(const QString& path, const QImage& picture)
{
    start(
        true, tr("Writing %1…").arg(QFileInfo(path).fileName()),
        [picture, file = path.toStdString()](const CancelToken&, Progress&) -> Told {
            const Status done = writePicture(file, rgbOf(picture));
            return done ? Told(tr("The picture was written")) : Told(done.error());
        },
        [this, path](const Told& told) { ended(path, told); });
}

void ExchangeController::ended(const QString& path, const Told& told)
{
    if (told)
        Q_EMIT written(path, *told);
    else if (told.error().code != ErrorCode::Cancelled)
        Q_EMIT failed(tr("%1 was not exported.").arg(QFileInfo(path).fileName()), told.error());
}

void ExchangeController::read(const QString& path, CaseSession* session)
{
    if (busy() || !session)
        return;
    const auto import = namesLabels(path) ? importLabelsIntoCase : importIntoCase;
    start(
        false, tr("Reading %1…").arg(QFileInfo(path).fileName()),
        [import, file = path.toStdString(), author = session->author().toStdString(), thread = session->sharedThread()](
            const CancelToken& cancel, Progress& progress) { return import(*thread, file, author, cancel, progress); },
        [this, path, session = QPointer<CaseSession>(session)](const Result<CaseImportSummary>& summary) {
            if (session) // also where it was taken back
                session->nucleiStored({});
            if (summary)
                Q_EMIT imported(path, *summary);
            else if (summary.error().code != ErrorCode::Cancelled || summary.error().what != "Stopped")
                Q_EMIT failed(tr("%1 was not imported.").arg(QFileInfo(path).fileName()), summary.error());
        });
}

void ExchangeController::stop()
{
    m_stop.cancel();
    m_picture->stop();
    if (busy())
        m_what = tr("Stopping…");
    Q_EMIT changed();
}

void ExchangeController::stopReading()
{
    if (busy() && !m_writes)
        stop();
}

std::optional<double> ExchangeController::share() const
{
    if (!m_job || !m_job->running() || m_job->progress().total <= 0)
        return {};
    return static_cast<double>(m_job->progress().done) / static_cast<double>(m_job->progress().total);
}

} // namespace nb
