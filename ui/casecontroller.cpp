// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecontroller.h"

#include "engine/document/unsavedcases.h"
#include "ui/slidecontroller.h"

#include <QDir>
#include <QStandardPaths>

namespace nb
{

namespace
{

/// The slide's unsaved case, with where the slide lies now.
Result<OpenedCase> openUnsaved(const std::string& folder, const SlideInfo& info)
{
    auto document = openUnsavedCase(folder, identityOf(info));
    if (!document)
        return document.error();
    auto stored = (*document)->slide();
    if (!stored)
        return stored.error();
    if (Status same = expectSameSlide(*stored, info); !same)
        return same.error();
    if (stored->path != info.path && !(*document)->readOnly()) {
        stored->path = info.path;
        if (Status moved = (*document)->setSlide(*stored); !moved)
            return moved.error();
    }
    return OpenedCase::from(std::move(*document));
}

} // namespace

CaseController::CaseController(const Services& services, SlideController& slides, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    connect(&slides, &SlideController::opened, this, [this, &slides] { openFor(slides.slide()); });
    connect(&slides, &SlideController::closed, this, &CaseController::letGo);
}

CaseController::~CaseController()
{
    if (m_opening)
        m_opening->cancel();
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
    const auto gone = std::move(m_session); // those who are told see that there is none
    Q_EMIT changed();
}

void CaseController::openFor(std::shared_ptr<const SlideSource> slide)
{
    letGo();
    m_slide = std::move(slide);
    if (!opening()) // one at a time: two would find the same case locked by each other
        open();
    Q_EMIT openingStarted();
}

void CaseController::open()
{
    m_opening = m_services.jobs.start(
        this,
        [slide = m_slide, folder = unsavedFolder().toStdString(), before = m_closed](
            const CancelToken&, Progress&) -> Result<OpenedCase> {
            if (before.valid())
                before.wait(); // it may be the same case
            return openUnsaved(folder, slide->info());
        },
        [this, slide = m_slide](Result<OpenedCase> opened) {
            if (slide != m_slide) { // another one was opened meanwhile, or none is open any more
                opened = Error{};
                if (m_slide)
                    open();
                return;
            }
            if (!opened) {
                Q_EMIT failed(tr("What you do on this slide cannot be kept."), opened.error());
                return;
            }
            m_session = std::make_unique<CaseSession>(m_services, std::move(*opened), true);
            Q_EMIT changed();
        });
}

} // namespace nb
