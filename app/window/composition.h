// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

namespace nb
{

/// What the process has one of: the network's scheduler, which keeps to the CPU budget, and the pool of jobs. Destroyed
/// after the window and before the application: cancels the jobs, waits for what is in hand (a patch at most), then
/// ends the workers.
class Composition
{
public:
    Composition();

    [[nodiscard]] Services services();

private:
    NetworkScheduler m_scheduler; // outlives the jobs that use it
    JobPool m_jobs;
};

} // namespace nb
