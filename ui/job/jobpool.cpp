// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/job/jobpool.h"

namespace nb
{

namespace
{
// Jobs mostly wait: for the disk or for the network's scheduler, which keeps to the CPU budget. A job that was
// cancelled may need a moment to notice, and must not hold up its successor.
constexpr int kThreads = 8;
} // namespace

JobPool::JobPool(QObject* parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(kThreads);
}

JobPool::~JobPool()
{
    for (const auto& started : m_started)
        if (const auto job = started.lock())
            job->cancel();
    m_threads.waitForDone();
}

void JobPool::run(std::shared_ptr<Job> job, std::function<void()> work)
{
    std::erase_if(m_started, [](const std::weak_ptr<Job>& started) { return started.expired(); });
    m_started.push_back(std::move(job));
    m_threads.start(std::move(work));
}

} // namespace nb
