// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <array>
#include <thread>
#include <vector>

namespace nb {

/// Who has the network next, most urgent first.
enum class Priority { Visible, Live, SlideRun, Training };

/// The one scheduler of the process (design.md section 4): inference workers that take the most urgent task next. A task is one patch,
/// so a visible region waits for no more than the patch in hand. Jobs post a few tasks ahead, never their whole list.
class NetworkScheduler {
public:
    /// Starts `threads` workers (at least 1), each single-threaded inside the network. `niceness` (0 to 19): how far they stand back behind the
    /// process's other threads, where the system can do that: a window's hand goes first.
    explicit NetworkScheduler(int threads, int niceness = 0);
    ~NetworkScheduler(); ///< finishes the task in hand, drops the rest, joins
    NetworkScheduler(const NetworkScheduler&) = delete;
    NetworkScheduler& operator=(const NetworkScheduler&) = delete;

    [[nodiscard]] int threads() const { return static_cast<int>(m_workers.size()); }

    /// Any thread. The task runs on a worker; it must not throw.
    void post(Priority priority, std::function<void()> task);

    /// For training, between two mini-batches: blocks while anything more urgent than `priority` waits or runs, until `cancel`.
    void yieldTo(Priority priority, const CancelToken& cancel = {});

private:
    void work();
    [[nodiscard]] bool busyAbove(Priority priority) const; ///< m_mutex held

    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::array<std::deque<std::function<void()>>, 4> m_waiting;
    std::array<std::size_t, 4> m_running{};
    bool m_stop = false;
    std::vector<std::thread> m_workers;
};

} // namespace nb
