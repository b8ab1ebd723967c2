// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/correct/reviewcontroller.h"

namespace nb
{

/// One question to the case at a time; a newer one replaces it. `work(CaseReader&, token)` gives a Result<…> on a
/// worker, `done` gets the value. Of ReviewController alone, whose parts lie in several files.
template <class Work, class Done> void ReviewController::ask(Work work, Done done)
{
    if (m_job)
        m_job->cancel();
    using Value = std::invoke_result_t<Work&, CaseReader&, const CancelToken&>;
    m_job = m_services.jobs.start(
        this,
        [open = m_session->readerFactory(), work = std::move(work)](
            const CancelToken& cancel, Progress&) mutable -> Value {
            const auto reader = open();
            if (!reader)
                return reader.error();
            return work(**reader, cancel);
        },
        [this, done = std::move(done)](Value value) {
            if (value) {
                done(std::move(*value));
            } else {
                m_wantsNext = false;
                Q_EMIT failed(ReviewController::tr("The nuclei to check could not be looked up."), value.error());
            }
            Q_EMIT changed();
        });
}

} // namespace nb
