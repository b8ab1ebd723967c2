// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/network.h"
#include "engine/segment/networkscheduler.h"
#include "ui/job/jobpool.h"

#include <functional>
#include <memory>

namespace nb
{

/// What the process has one of, made by the composition (app/window) and lent to everything in the window.
struct Services {
    JobPool& jobs;
    NetworkScheduler& scheduler;
    /// Loads the model. Called on a worker; slow the first time.
    std::function<Result<std::shared_ptr<const Network>>()> loadNetwork;
};

} // namespace nb
