// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkpointrhythm.h"
#include "engine/train/heldoutsamples.h"
#include "engine/train/torchtrainingjudge.h"
#include "engine/train/trainer.h"
#include "engine/train/trainingclock.h"
#include "engine/train/trainingstep.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace nb
{

/// One training, from its preparation to the finished model: what `trainModel` runs. All on the calling thread; what is
/// given must outlive it.
class Trainer
{
public:
    Trainer(const TrainingPlan& plan, NetworkScheduler& scheduler, const TrainingControl& control,
        const TrainingSinks& sinks, CancelToken cancel)
        : m_plan(plan)
        , m_scheduler(scheduler)
        , m_control(control)
        , m_sinks(sinks)
        , m_cancel(std::move(cancel))
        , m_schedule(plan.settings)
        , m_clock(plan.settings, plan.secondsSpent)
        , m_rhythm(plan.firstCheckpointSeconds, plan.checkpointSeconds)
    {
    }
    [[nodiscard]] Result<TrainingOutcome> run();

private:
    using Clock = std::chrono::steady_clock;
    /// Of the epoch under way.
    struct EpochTally {
        std::int64_t steps = 0;
        double loss = 0; ///< sum over the steps
        std::int64_t stepsHere = 0; ///< in this run
        Clock::time_point start = Clock::now(); ///< likewise
    };
    [[nodiscard]] Status prepare();
    [[nodiscard]] Status resume();
    [[nodiscard]] Result<TrainingEnd> loop();
    [[nodiscard]] std::optional<TrainingEnd> reasonToEnd() const;
    [[nodiscard]] Error stopped();
    void waitForTurn();
    void letOthersIn();
    [[nodiscard]] Status oneStep();
    [[nodiscard]] Status endEpoch(bool last);
    [[nodiscard]] Status save();
    [[nodiscard]] Status saveNowAndThen();
    [[nodiscard]] Status reportStart();
    [[nodiscard]] Result<std::optional<double>> validationLoss() const;
    void planByTime();
    [[nodiscard]] Error astray(Error error) const;
    [[nodiscard]] TrainingOutcome outcome(TrainingEnd end);

    const TrainingPlan& m_plan;
    NetworkScheduler& m_scheduler;
    const TrainingControl& m_control;
    const TrainingSinks& m_sinks;
    const CancelToken m_cancel;
    TrainingSchedule m_schedule;
    TrainingClock m_clock;
    std::unique_ptr<TrainingStep> m_step;
    std::unique_ptr<TrainingJudge> m_judge;
    std::shared_ptr<const SampleMaker> m_maker;
    std::unique_ptr<BatchFeed> m_feed;
    std::optional<HeldOutSamples> m_heldOut;
    std::string m_fingerprint;
    std::int64_t m_taken = 0; ///< steps, in all runs
    EpochTally m_epoch;
    CheckpointRhythm m_rhythm;
    double m_waited = 0; ///< seconds of the step under way in which others had the processor
};

} // namespace nb
