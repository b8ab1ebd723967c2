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

void GlanceQueue::ask(const QString& path, std::function<void(const SlideGlance&)> done)
{
    m_questions.push_back({path, std::move(done)});
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
        [path = question.path, folder = m_caseFolder](const CancelToken& cancel, Progress&) -> Result<SlideGlance> {
            if (leadsToNetwork(path.toStdString()))
                return Error{ErrorCode::Unsupported, "The file lies on another computer", path.toStdString(), ""};
            return glanceAt(path, folder, kSide, cancel);
        },
        [this, done = question.done](const Result<SlideGlance>& glance) {
            if (glance)
                done(*glance);
            next();
        });
}

} // namespace nb
