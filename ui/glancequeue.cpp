// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/glancequeue.h"

#include "engine/document/networkplace.h"

namespace nb
{

GlanceQueue::GlanceQueue(const Services& services, QString caseFolder, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_caseFolder(std::move(caseFolder))
{
}

GlanceQueue::~GlanceQueue()
{
    clear();
}

void GlanceQueue::ask(const QString& path, Done done, Failed failed, Reach reach)
{
    m_questions.push_back({path, std::move(done), std::move(failed), reach});
    if (!m_job || !m_job->running())
        next();
}

void GlanceQueue::clear()
{
    m_questions.clear();
    if (m_job)
        m_job->cancel();
}

void GlanceQueue::next()
{
    if (m_questions.empty())
        return;
    const Question question = m_questions.front();
    m_questions.pop_front();
    m_job = m_services.jobs.start(
        this,
        [path = question.path, reach = question.reach, folder = m_caseFolder](
            const CancelToken& cancel, Progress&) -> Result<SlideGlance> {
            if (reach == Reach::ThisComputer && leadsToNetwork(path.toStdString()))
                return Error{ErrorCode::Unsupported, "The file lies on another computer", path.toStdString(),
                    "Open it to see it"};
            return glanceAt(path, folder, kSide, cancel);
        },
        [this, done = question.done, failed = question.failed](const Result<SlideGlance>& glance) {
            if (glance)
                done(*glance);
            else if (failed)
                failed(glance.error());
            next();
        });
}

} // namespace nb
