// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/nn/modelfile.h"
#include "engine/segment/networkscheduler.h"
#include "engine/train/trainingschedule.h"
#include "engine/train/trainingsettings.h"
#include "engine/train/trainingsource.h"
#include "engine/train/validation.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

/// What is learnt from and judged on. No picture may be in two of the lists.
struct TrainingData {
    TrainingPictures train;
    TrainingPictures rehearsal; ///< the parent's data or other older data; may be empty
    TrainingPictures validation; ///< held out; may be empty, then the last weights are taken
    std::string description; ///< for the model's record: what was learnt from; no paths
};

struct TrainingPlan {
    TrainingSettings settings;
    TrainingData data;
    ModelFile start; ///< the parent; without tensors the weights are drawn anew, for a network of `info.width`
    std::string checkpoint; ///< file that holds the state now and then and on stopping; empty: none
    double firstCheckpointSeconds = 10; ///< of the first one after the first step, so that a crash costs little
    double checkpointSeconds = 60; ///< at least between two within an epoch; one more at an epoch's end
    bool resume = false; ///< go on from `checkpoint`, exactly
    double secondsSpent = 0; ///< of the time limit, on reading the data
};

/// Steers a training from another thread. All members are safe on any thread and never wait.
struct TrainingControl {
    std::atomic<bool> paused{false}; ///< waits before the next mini-batch
    std::atomic<bool> finish{false}; ///< ends before the next mini-batch and makes a model of what is learnt so far
};

struct StepReport {
    std::int64_t step = 0; ///< steps taken
    std::int64_t totalSteps = 0; ///< as planned now
    std::int64_t epoch = 0; ///< from 0
    double loss = 0;
    double learningRate = 0;
    double patchesPerSecond = 0; ///< of this step
    double secondsLeft = 0; ///< estimated; 0 while unknown
};

struct EpochReport {
    std::int64_t epoch = 0; ///< from 0; the last may have been cut short
    std::int64_t step = 0; ///< steps taken
    double loss = 0; ///< mean over the epoch's steps
    double learningRate = 0; ///< of its last step
    double seconds = 0; ///< since the training began, time of earlier runs included
    double patchesPerSecond = 0; ///< over the epoch, without validation
    std::optional<Validation> validation;
    std::optional<double> validationLoss; ///< like `loss`, on samples of what was held out, neither varied nor learnt
    bool best = false; ///< the best validation so far
    std::shared_ptr<const Network> network; ///< as it is now, to show what it sees
};

/// The model that the training starts from, on what was held out. With a resumed training, too.
struct StartReport {
    std::optional<Validation> validation; ///< where it has weights
    double validationLoss = 0; ///< as EpochReport's; of the weights that this run begins with
};

/// Called on the training thread; all may be empty.
struct TrainingSinks {
    std::function<void(const StartReport&)> start; ///< once, where something is held out
    std::function<void(const StepReport&)> step;
    std::function<void(const EpochReport&)> epoch;
};

enum class TrainingEnd { AllSteps, TimeLimit, NoProgress, Finished };

struct TrainingOutcome {
    ModelFile model; ///< ready to be written; its record is filled in but for name and licence, which are the start's
    TrainingEnd end = TrainingEnd::AllSteps;
    std::int64_t steps = 0; ///< taken in all
    std::int64_t bestStep = 0; ///< where the model's weights come from
    double seconds = 0;
    double patchesPerSecond = 0; ///< over all steps of this run, without validations
    std::optional<Validation> before; ///< the start's, where it had weights and there is something to validate on
    std::optional<Validation> after; ///< the model's
    std::vector<std::string> warnings; ///< what the person should know, plain English
};

/// Trains; blocks the calling thread, which should be one of its own. `scheduler` decides who has the network next:
/// before each mini-batch the training waits for everything that is more urgent. With a seed and a number of threads
/// the result is always the same (with a time limit: for the plans in the record). Nothing is written but the
/// checkpoint. Errors: Invalid (settings; nothing to learn from; a loss that is not a number; a checkpoint of another
/// training), Cancelled (the checkpoint allows to go on), NoSpace, NotWritable (the checkpoint), NotFound, Unreadable
/// (resuming), OutOfMemory.
[[nodiscard]] Result<TrainingOutcome> trainModel(const TrainingPlan& plan, NetworkScheduler& scheduler,
    const TrainingControl& control, const TrainingSinks& sinks, const CancelToken& cancel);

} // namespace nb
