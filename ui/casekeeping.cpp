// SPDX-License-Identifier: GPL-3.0-or-later
// The half of CaseSession that keeps what is no step of the history.
#include "engine/document/unsavedcases.h"
#include "ui/casesession.h"

namespace nb
{

void CaseSession::keepView(const std::string& view)
{
    if (!readOnly())
        post([view](CaseDocument& document) { return document.setView(kCaseViewKey, view); },
            tr("What you look at is not kept with the case."));
}

void CaseSession::saveAs(
    const QString& path, bool replace, QObject* receiver, std::function<void(Result<OpenedCase>)> done)
{
    m_thread->moveTo(path.toStdString(), replace,
        [before = m_thread->path(), unsaved = m_unsaved, jobs = &m_services.jobs, audience = m_audience,
            receiver = QPointer<QObject>(receiver), done = std::move(done)](const Result<CaseDocument*>& moved) {
            auto next = std::make_shared<OpenedCase>();
            Status status = moved ? next->read(**moved) : Status(moved.error());
            if (status) {
                const std::lock_guard lock(audience->mutex);
                audience->nuclei = next->nuclei;
                if (unsaved) // what cannot be removed is offered at the next start, and harms nothing
                    [[maybe_unused]]
                    const Status gone = discardUnsavedCase(before);
            }
            QMetaObject::invokeMethod(
                jobs,
                [next, status, audience, receiver, done] {
                    CaseSession* session = audience->session;
                    if (!receiver || !session)
                        return;
                    next->thread = session->m_thread; // not held on its own thread
                    next->closed = session->m_closed;
                    next->audience = audience;
                    done(status ? Result<OpenedCase>(std::move(*next)) : Result<OpenedCase>(status.error()));
                },
                Qt::QueuedConnection);
        });
}

/// Work that is no step; its failure is told.
void CaseSession::post(std::function<Status(CaseDocument&)> work, const QString& headline)
{
    m_thread->post(
        [work = std::move(work), headline, jobs = &m_services.jobs, audience = m_audience](CaseDocument& document) {
            const Status done = work(document);
            if (done)
                return;
            QMetaObject::invokeMethod(
                jobs,
                [audience, headline, error = done.error()] {
                    if (audience->session)
                        Q_EMIT audience->session->failed(headline, error);
                },
                Qt::QueuedConnection);
        });
}

} // namespace nb
