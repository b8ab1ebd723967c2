// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/train/trainingschedule.h"
#include "engine/train/trainingstep.h"

#include <optional>
#include <string>

namespace nb
{

/// All that a training needs to go on as if it had never stopped. Random numbers are functions of seed and position, so
/// the position is their state.
struct TrainingCheckpoint {
    std::string fingerprint; ///< SHA-256 of settings, start and pictures: it only fits the same training
    int width = 0; ///< of the network
    TrainingState state;
    std::vector<TrainingSchedule::Plan> plans;
    double seconds = 0; ///< spent so far
    std::int64_t epochSteps = 0; ///< steps of the epoch under way
    double epochLoss = 0; ///< their sum of losses
    std::int64_t epochsWithoutProgress = 0;
    double bestScore = -1; ///< below 0: none yet
    std::int64_t bestStep = 0;
    WeightMap best; ///< empty where none
};

/// Writes it whole or not at all. Errors: NoSpace, NotWritable.
[[nodiscard]] Status writeCheckpoint(const std::string& path, const TrainingCheckpoint& checkpoint);

/// Reads a file that may be hostile: every layer is there with its shape, every number finite. Errors name the file and
/// the way out: NotFound, Unreadable, Invalid, Unsupported, TooLarge, OutOfMemory.
[[nodiscard]] Result<TrainingCheckpoint> readCheckpoint(const std::string& path);

} // namespace nb
