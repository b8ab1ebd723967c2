// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainer.h"

#include <memory>
#include <vector>

namespace nb
{

/// Where the pictures of a training come from.
struct TrainingSources {
    std::vector<std::shared_ptr<const TrainingSource>> learn;
    std::vector<std::shared_ptr<const TrainingSource>> rehearse;
    std::vector<std::shared_ptr<const TrainingSource>> validate;
};

/// Reads all of them and writes down what is learnt from. Errors: those of the sources; Invalid where a picture would
/// be learnt from and judged on at once. Any thread.
[[nodiscard]] Result<TrainingData> loadTrainingData(
    const TrainingSources& sources, const TrainingPreparation& preparation, const CancelToken& cancel);

} // namespace nb
