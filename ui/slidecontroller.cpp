// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/slidecontroller.h"

#include <QFileInfo>

namespace nb
{

SlideController::SlideController(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
}

SlideController::~SlideController()
{
    if (m_job)
        m_job->cancel();
}

void SlideController::open(const QString& path)
{
    if (m_job)
        m_job->cancel();
    using Slide = Result<std::shared_ptr<const SlideSource>>;
    m_job = m_services.jobs.start(
        this, [file = path.toStdString()](const CancelToken&, Progress&) { return openSlide(file); },
        [this, path](Slide slide) {
            if (!slide) {
                Q_EMIT failed(path, slide.error());
                return;
            }
            m_slide = std::move(*slide);
            Q_EMIT opened();
        });
    Q_EMIT openingStarted(path);
}

void SlideController::adopt(std::shared_ptr<const SlideSource> slide)
{
    stop();
    m_slide = std::move(slide);
    Q_EMIT opened();
}

void SlideController::stop()
{
    if (m_job)
        m_job->cancel();
}

void SlideController::close()
{
    stop();
    if (!std::exchange(m_slide, nullptr))
        return;
    Q_EMIT closed();
}

QString SlideController::path() const
{
    return m_slide ? QString::fromStdString(m_slide->info().path) : QString();
}

QString SlideController::name() const
{
    return QFileInfo(path()).fileName();
}

} // namespace nb
