// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/nn/modelinfo.h"
#include "engine/stain/slidestain.h"
#include "engine/train/trainer.h"

#include <optional>
#include <string>
#include <vector>

namespace nb::cli
{

/// What to learn from, and where the model goes.
struct TrainJob {
    std::vector<std::string> data; ///< folders, lists or cases, see trainingSource
    std::vector<std::string> validate;
    std::vector<std::string> rehearse;
    std::string output;
    std::string parent; ///< a model file; empty: from nothing
    int width = 16; ///< of a network from nothing
    ModelInput input = ModelInput::Rgb; ///< likewise
    StainChoice normalize = StainChoice::Auto;
    std::optional<PixelSize> pixelSize;
    TrainingSettings settings;
    std::string log; ///< CSV, or empty
    std::string name; ///< of the model; empty: after the file
    bool resume = false;
};

/// Where the state of an unfinished training lies.
[[nodiscard]] std::string checkpointOf(const TrainJob& job);

struct TrainResult {
    TrainingOutcome outcome;
    std::string hash; ///< of the written model
};

/// Reads the data, trains with progress on standard error, writes the model whole or not at all. When it is done the
/// saved state is removed. Errors name the file and the way out.
[[nodiscard]] Result<TrainResult> runTrainJob(const TrainJob& job, const CancelToken& cancel);

} // namespace nb::cli
