// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"

#include <chrono>

namespace nb
{

/// The GUI thread's hold on one piece of work that runs elsewhere (see JobPool). GUI thread only, but for what `token`
/// and `progress` hand to the worker.
class Job
{
public:
    /// Asks the worker to stop and drops whatever it still brings. Returns at once.
    void cancel() { m_cancel.cancel(); }
    [[nodiscard]] bool cancelled() const { return m_cancel.token().cancelled(); }
    /// True once its result was applied; a cancelled job never gets there.
    [[nodiscard]] bool applied() const { return m_applied; }
    [[nodiscard]] bool running() const { return !m_applied && !cancelled(); }

    [[nodiscard]] CancelToken token() const { return m_cancel.token(); }
    [[nodiscard]] Progress& progress() { return m_progress; }
    [[nodiscard]] const Progress& progress() const { return m_progress; }
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    friend class JobPool;
    CancelSource m_cancel;
    Progress m_progress;
    bool m_applied = false;
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace nb
