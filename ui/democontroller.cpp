// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/democontroller.h"

#include "engine/demo/demoslide.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace nb
{

namespace
{

constexpr int kTickMs = 100;
constexpr int kWidth = 4000, kHeight = 3000; // large enough to wander about in, made in seconds
constexpr std::uint64_t kSeed = 1;
constexpr int kStain = 0;
// Another recipe of the demo needs another name, or the old slide would be shown for it.
constexpr auto kName = "demo-slide-1.tif";

Result<QString> make(const QString& path, const CancelToken& cancel, Progress& progress)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::NotWritable, "The folder for the demo slide cannot be made", folder.toStdString(),
            "Make sure that you may write there"};
    const Status status
        = writeDemoSlide(DemoTissue(kWidth, kHeight, kSeed, kStain), path.toStdString(), cancel, progress);
    if (!status)
        return status.error();
    return path;
}

} // namespace

DemoController::DemoController(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &DemoController::changed);
}

DemoController::~DemoController()
{
    if (m_job)
        m_job->cancel();
}

void DemoController::open()
{
    if (busy())
        return;
    const QString path
        = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QLatin1Char('/') + QLatin1String(kName);
    if (QFileInfo(path).isFile()) {
        Q_EMIT ready(path);
        return;
    }
    m_job = m_services.jobs.start(
        this, [path](const CancelToken& cancel, Progress& progress) { return make(path, cancel, progress); },
        [this](const Result<QString>& made) {
            m_tick.stop();
            Q_EMIT changed();
            if (made)
                Q_EMIT ready(*made);
            else
                Q_EMIT failed(made.error());
        });
    m_tick.start();
    Q_EMIT changed();
}

void DemoController::stop()
{
    if (!busy())
        return;
    m_job->cancel();
    m_tick.stop();
    Q_EMIT changed();
}

double DemoController::share() const
{
    const auto total = m_job ? m_job->progress().total.load() : 0;
    return total > 0 ? static_cast<double>(m_job->progress().done) / static_cast<double>(total) : 0;
}

} // namespace nb
