// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecontroller.h"

#include "ui/slidecontroller.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace nb
{

CaseController::CaseController(const Services& services, SlideController& slides, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_slides(slides)
{
    connect(&slides, &SlideController::opened, this, &CaseController::slideOpened);
    connect(&slides, &SlideController::openingStarted, this, &CaseController::stop);
    connect(&slides, &SlideController::closed, this, &CaseController::letGo);
}

CaseController::~CaseController()
{
    close();
}

void CaseController::close()
{
    letGo();
    for (const auto& job : {m_opening, m_openingCase})
        if (job)
            job->cancel();
}

QString CaseController::unsavedFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("unsaved"));
}

void CaseController::letGo()
{
    m_slide.reset();
    if (!m_session)
        return;
    Q_EMIT m_session->closing();
    m_closed = m_session->closed();
    auto gone = std::move(m_session); // those who are told see that there is none
    Q_EMIT changed();
    const bool untouched = gone->unsaved() && !gone->readOnly() && gone->history().empty();
    const QString path = gone->path();
    gone.reset();
    if (untouched)
        tidyUp(path);
}

/// A slide that was only looked at leaves nothing.
void CaseController::tidyUp(const QString& path)
{
    m_services.jobs.start(
        nullptr,
        [path = path.toStdString(), before = m_closed, inUse = m_folderInUse](const CancelToken&, Progress&) {
            before.wait();
            const std::lock_guard lock(*inUse);
            tidyUnsaved(path);
            return Status();
        },
        [](const Status&) {});
}

void CaseController::take(OpenedCase opened)
{
    const bool unsaved = QFileInfo(QString::fromStdString(opened.thread->path())).absolutePath()
        == QFileInfo(unsavedFolder()).absoluteFilePath();
    m_session = std::make_unique<CaseSession>(m_services, std::move(opened), unsaved);
    Q_EMIT changed();
}

void CaseController::slideOpened()
{
    letGo();
    m_slide = m_slides.slide();
    Q_EMIT openingStarted();
    if (m_ready) {
        m_arriving = true; // first the others hear of the slide
        QMetaObject::invokeMethod(
            this,
            [this, slide = m_slide] {
                m_arriving = false;
                auto ready = std::exchange(m_ready, std::nullopt);
                if (ready && slide == m_slide)
                    take(std::move(*ready));
            },
            Qt::QueuedConnection);
        return;
    }
    if (!(m_opening && m_opening->running())) // else it looks again when it is done
        open();
}

void CaseController::open()
{
    m_opening = m_services.jobs.start(
        this,
        [slide = m_slide, folder = unsavedFolder().toStdString(), before = m_closed, inUse = m_folderInUse](
            const CancelToken&, Progress&) -> Result<OpenedCase> {
            if (before.valid())
                before.wait(); // it may be the same case
            const std::lock_guard lock(*inUse);
            return openUnsavedOf(folder, slide->info());
        },
        [this, slide = m_slide](Result<OpenedCase> opened) {
            if (slide != m_slide) { // another one was opened meanwhile, or none is open any more
                opened = Error{};
                if (m_slide && !m_session && !m_arriving)
                    open();
                return;
            }
            if (opened)
                take(std::move(*opened));
            else
                Q_EMIT notKept(opened.error());
        });
}

void CaseController::stop()
{
    if (m_openingCase && m_openingCase->running()) {
        m_openingCase->cancel();
        Q_EMIT caseOpeningChanged();
    }
}

void CaseController::openCase(const QString& path, const QString& slidePath)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_session && QFileInfo(m_session->path()) == QFileInfo(absolute))
        return; // it is open
    m_slides.stop();
    stop();
    m_openingCase = m_services.jobs.start(
        this,
        [file = absolute.toStdString(), slide = slidePath.toStdString(), before = m_closed, inUse = m_folderInUse](
            const CancelToken&, Progress&) {
            if (before.valid())
                before.wait();
            const std::lock_guard lock(*inUse);
            return openCaseAndSlide(file, slide);
        },
        [this, absolute](Result<FoundCase> found) { caseFound(absolute, std::move(found)); });
    Q_EMIT caseOpeningChanged();
}

void CaseController::caseFound(const QString& path, Result<FoundCase> found)
{
    Q_EMIT caseOpeningChanged();
    if (!found) {
        Q_EMIT openFailed(path, found.error());
        return;
    }
    if (!found->slide) {
        Q_EMIT slideMissing(path, QString::fromStdString(found->missingAt), found->leadsToNetwork);
        return;
    }
    m_ready = std::move(found->opened);
    m_slides.adopt(std::move(found->slide));
}

void CaseController::saveAs(const QString& path)
{
    if (!m_session)
        return;
    m_session->saveAs(path, true, this, [this, path](Result<OpenedCase> moved) {
        if (!moved) {
            Q_EMIT failed(tr("The case was not saved."), moved.error());
            return;
        }
        Q_EMIT m_session->saved(path);
        Q_EMIT m_session->closing();
        const auto before = std::move(m_session);
        take(std::move(*moved)); // the case itself stays open
        Q_EMIT saved(path);
    });
}

void CaseController::listUnsaved()
{
    m_services.jobs.start(
        this,
        [folder = unsavedFolder().toStdString(), before = m_closed, inUse = m_folderInUse](
            const CancelToken&, Progress&) -> Result<std::vector<UnsavedCase>> {
            if (before.valid())
                before.wait();
            const std::lock_guard lock(*inUse);
            return leftUnsaved(folder);
        },
        [this](const Result<std::vector<UnsavedCase>>& cases) {
            if (cases)
                Q_EMIT unsavedListed(*cases);
        });
}

void CaseController::saveUnsaved(const QString& path, const QString& target)
{
    m_services.jobs.start(
        this,
        [path = path.toStdString(), target = target.toStdString(), inUse = m_folderInUse](
            const CancelToken&, Progress&) {
            const std::lock_guard lock(*inUse);
            return saveUnsavedAs(path, target, true);
        },
        [this, target](const Status& done) {
            if (done)
                Q_EMIT saved(target);
            else
                Q_EMIT failed(tr("The case was not saved."), done.error());
            listUnsaved();
        });
}

void CaseController::discardUnsaved(const QString& path)
{
    m_services.jobs.start(
        this,
        [path = path.toStdString(), inUse = m_folderInUse](const CancelToken&, Progress&) {
            const std::lock_guard lock(*inUse);
            return discardUnsavedCase(path);
        },
        [this](const Status& done) {
            if (!done)
                Q_EMIT failed(tr("The case was not thrown away."), done.error());
            listUnsaved();
        });
}

} // namespace nb
