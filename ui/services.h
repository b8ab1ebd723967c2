// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/network.h"
#include "engine/segment/networkscheduler.h"
#include "engine/train/trainer.h"
#include "ui/job/jobpool.h"

#include <functional>
#include <memory>

namespace nb
{

/// What the process has one of, made by the composition (app/window) and lent to everything in the window.
struct Services {
    JobPool& jobs;
    NetworkScheduler& scheduler;
    /// Loads the model that the person uses. Called on a worker; slow the first time.
    std::function<Result<std::shared_ptr<const Network>>()> loadNetwork;
    /// A network from a model in memory. Called on a worker. Empty (in tests): there is no teaching.
    std::function<Result<std::shared_ptr<const Network>>(const ModelFile& model)> makeNetwork = {};
    /// `trainModel`, which lives in the part of the engine that has LibTorch. Blocks a worker. Empty likewise.
    std::function<Result<TrainingOutcome>(const TrainingPlan& plan, NetworkScheduler& scheduler,
        const TrainingControl& control, const TrainingSinks& sinks, const CancelToken& cancel)>
        train = {};
};

} // namespace nb
