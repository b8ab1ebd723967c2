// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/networkscheduler.h"

#include <algorithm>
#include <chrono>
#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace nb {

namespace {

/// The calling thread gives way to the process's others; Linux keeps a niceness for each thread.
void standBack([[maybe_unused]] int niceness)
{
#ifdef __linux__
    if (niceness > 0) {
        const auto thread = static_cast<id_t>(gettid());
        setpriority(PRIO_PROCESS, thread, std::min(getpriority(PRIO_PROCESS, thread) + niceness, 19));
    }
#endif
}

} // namespace

NetworkScheduler::NetworkScheduler(int threads, int niceness)
{
    const int count = std::max(1, threads);
    m_workers.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        m_workers.emplace_back([this, niceness] {
            standBack(niceness);
            work();
        });
}

NetworkScheduler::~NetworkScheduler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        for (auto& queue : m_waiting)
            queue.clear();
    }
    m_wake.notify_all();
    m_idle.notify_all();
    for (auto& worker : m_workers)
        worker.join();
}

void NetworkScheduler::post(Priority priority, std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting[static_cast<std::size_t>(priority)].push_back(std::move(task));
    }
    m_wake.notify_one();
}

bool NetworkScheduler::busyAbove(Priority priority) const
{
    for (std::size_t p = 0; p < static_cast<std::size_t>(priority); ++p)
        if (!m_waiting[p].empty() || m_running[p] > 0)
            return true;
    return false;
}

void NetworkScheduler::yieldTo(Priority priority, const CancelToken& cancel)
{
    constexpr std::chrono::milliseconds kLook(20); // cancelling wakes nobody
    std::unique_lock lock(m_mutex);
    while (!m_stop && busyAbove(priority) && !cancel.cancelled())
        m_idle.wait_for(lock, kLook);
}

void NetworkScheduler::work()
{
    std::unique_lock lock(m_mutex);
    const auto anyWaiting = [this] {
        return std::any_of(m_waiting.begin(), m_waiting.end(), [](const auto& queue) { return !queue.empty(); });
    };
    while (true) {
        m_wake.wait(lock, [&] { return m_stop || anyWaiting(); });
        if (m_stop)
            return;
        const auto level = static_cast<std::size_t>(
            std::find_if(m_waiting.begin(), m_waiting.end(), [](const auto& q) { return !q.empty(); }) - m_waiting.begin());
        auto task = std::move(m_waiting[level].front());
        m_waiting[level].pop_front();
        ++m_running[level];
        lock.unlock();
        task();
        task = nullptr; // what it holds is released before the lock is taken
        lock.lock();
        --m_running[level];
        m_idle.notify_all();
    }
}

} // namespace nb
