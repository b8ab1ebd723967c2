// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainer.h"
#include "engine/train/trainingcheckpoint.h"
#include "engine/train/trainingrecord.h"
#include "engine/train/trainingstep.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

namespace nb
{

namespace
{

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kWarmSteps = 2; // the first ones are slow: memory and kernels are made
constexpr std::int64_t kProbeSteps = 10; // after which the speed is known well enough for a first plan
constexpr double kCheckpointShare = 0.02; // of the time, at most, goes into checkpoints

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

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
        , m_secondsBefore(plan.secondsSpent)
    {
    }
    [[nodiscard]] Result<TrainingOutcome> run();

private:
    [[nodiscard]] Status prepare();
    [[nodiscard]] Status resume();
    [[nodiscard]] Status judgeStart();
    [[nodiscard]] Result<TrainingEnd> loop();
    [[nodiscard]] std::optional<TrainingEnd> reasonToEnd() const;
    [[nodiscard]] Error stopped();
    void waitForTurn();
    [[nodiscard]] Status oneStep();
    [[nodiscard]] Status endEpoch(bool last);
    /// Precision Auto would measure, and could choose differently from epoch to epoch.
    [[nodiscard]] NetworkOptions networkOptions() const
    {
        const bool bf16 = m_step->precision() == Precision::Bf16;
        return {bf16 ? PrecisionChoice::Bf16 : PrecisionChoice::Fp32, DeviceChoice::Cpu};
    }
    [[nodiscard]] Result<Validation> judge(const std::shared_ptr<const Network>& network);
    void keepBest(EpochReport& report);
    [[nodiscard]] Status save();
    void planByTime();
    [[nodiscard]] double elapsed() const { return m_secondsBefore + since(m_start) - m_pausedSeconds; }
    [[nodiscard]] double limit() const { return *m_plan.settings.timeLimitMinutes * 60; }
    [[nodiscard]] bool outOfTime() const;
    [[nodiscard]] double secondsPerStep() const;
    [[nodiscard]] ModelFile modelOf(WeightMap weights) const;
    [[nodiscard]] Error astray(Error error) const;
    [[nodiscard]] TrainingOutcome outcome(TrainingEnd end);

    const TrainingPlan& m_plan;
    NetworkScheduler& m_scheduler;
    const TrainingControl& m_control;
    const TrainingSinks& m_sinks;
    const CancelToken m_cancel;
    TrainingSchedule m_schedule;
    const Clock::time_point m_start = Clock::now();
    double m_secondsBefore; ///< spent by earlier runs, or on the data
    double m_pausedSeconds = 0;
    std::unique_ptr<TrainingStep> m_step;
    std::shared_ptr<const SampleMaker> m_maker;
    std::unique_ptr<BatchFeed> m_feed;
    std::string m_fingerprint;
    std::int64_t m_taken = 0; ///< steps, in all runs
    std::int64_t m_timedSteps = 0; ///< of this run, without the first ones
    double m_timedSeconds = 0;
    std::int64_t m_warmed = 0;
    double m_validationSeconds = 0; ///< of the last one
    std::int64_t m_epochSteps = 0;
    double m_epochLoss = 0;
    Clock::time_point m_epochStart = Clock::now();
    std::int64_t m_epochStepsHere = 0; ///< of the epoch, in this run
    std::int64_t m_withoutProgress = 0;
    double m_bestScore = -1;
    std::int64_t m_bestStep = 0;
    WeightMap m_best;
    std::optional<Validation> m_bestValidation;
    std::optional<Validation> m_before;
    Clock::time_point m_saved = Clock::now();
    double m_saveSeconds = 0; ///< what the last checkpoint took
};

Status Trainer::prepare()
{
    const TrainingSettings& settings = m_plan.settings;
    if (Status status = checkSettings(settings); !status)
        return status;
    if (Status status = checkTrainingData(m_plan.data); !status)
        return status;
    m_fingerprint = trainingFingerprint(m_plan);
    auto step = makeTrainingStep(m_plan.start, settings);
    if (!step)
        return step.error();
    m_step = std::move(*step);
    if (m_plan.resume)
        if (Status status = resume(); !status)
            return status;
    m_maker
        = std::make_shared<SampleMaker>(SampleRecipe{m_plan.data.train, m_plan.data.rehearsal, settings.rehearsalShare,
            settings.patch, settings.target, settings.augmentation, m_plan.start.info, settings.seed});
    m_feed
        = std::make_unique<BatchFeed>(m_maker, BatchFeed::Layout{settings.batch, m_schedule.stepsPerEpoch(), m_taken});
    return judgeStart();
}

Status Trainer::resume()
{
    auto checkpoint = readCheckpoint(m_plan.checkpoint);
    if (!checkpoint)
        return checkpoint.error();
    if (checkpoint->fingerprint != m_fingerprint || checkpoint->width != m_plan.start.info.width
        || checkpoint->state.averaged.empty() != (m_plan.settings.averaging <= 0))
        return Error{ErrorCode::Invalid, "The saved training is another one: its data, settings or parent model differ",
            m_plan.checkpoint, "Give the same data and options as before, or start without resuming"};
    m_step->restore(checkpoint->state);
    m_taken = checkpoint->state.steps;
    const auto planned = m_schedule.totalSteps();
    m_schedule = TrainingSchedule(m_plan.settings, checkpoint->plans);
    if (!m_plan.settings.timeLimitMinutes && m_schedule.totalSteps() != planned)
        m_schedule.replan(m_taken, planned); // the person wants more or fewer epochs now
    m_secondsBefore += checkpoint->seconds;
    m_epochSteps = checkpoint->epochSteps;
    m_epochLoss = checkpoint->epochLoss;
    m_withoutProgress = checkpoint->epochsWithoutProgress;
    m_bestScore = checkpoint->bestScore;
    m_bestStep = checkpoint->bestStep;
    m_best = std::move(checkpoint->best);
    return {};
}

Result<Validation> Trainer::judge(const std::shared_ptr<const Network>& network)
{
    const auto start = Clock::now();
    auto validation = validate(network, m_plan.data.validation, m_scheduler, m_cancel);
    m_validationSeconds = since(start);
    return validation;
}

Status Trainer::judgeStart()
{
    if (m_plan.start.tensors.empty() || m_plan.data.validation.empty())
        return {};
    const auto network = makeNetwork(m_plan.start, networkOptions());
    if (!network)
        return network.error();
    auto validation = judge(*network);
    if (!validation)
        return validation.error();
    m_before = std::move(*validation);
    return {};
}

double Trainer::secondsPerStep() const
{
    return m_timedSteps > 0 ? m_timedSeconds / static_cast<double>(m_timedSteps) : 0;
}

bool Trainer::outOfTime() const
{
    if (!m_plan.settings.timeLimitMinutes)
        return false;
    return elapsed() + m_validationSeconds + secondsPerStep() >= limit();
}

/// So many steps, and validations between them, as fit into what is left.
void Trainer::planByTime()
{
    if (!m_plan.settings.timeLimitMinutes || m_timedSteps == 0)
        return;
    const double perStep = secondsPerStep() + m_validationSeconds / static_cast<double>(m_schedule.stepsPerEpoch());
    const double left = std::max(0.0, limit() - elapsed() - m_validationSeconds);
    m_schedule.replan(m_taken, m_taken + static_cast<std::int64_t>(left / perStep));
}

void Trainer::waitForTurn()
{
    constexpr std::chrono::milliseconds kLook(20);
    const auto start = Clock::now();
    while (m_control.paused && !m_control.finish && !m_cancel.cancelled())
        std::this_thread::sleep_for(kLook);
    m_pausedSeconds += since(start);
    m_scheduler.yieldTo(Priority::Training, m_cancel);
}

Error Trainer::astray(Error error) const
{
    if (error.code == ErrorCode::Invalid)
        error.what += " (after step " + std::to_string(m_taken) + ")";
    return error;
}

Status Trainer::oneStep()
{
    const auto start = Clock::now();
    const auto batch = m_feed->next();
    if (!batch)
        return batch.error();
    const double rate = m_schedule.learningRate(m_taken);
    const auto random = SampleRandom({m_plan.settings.seed, static_cast<std::uint64_t>(m_taken), 0x64726f70}).next();
    const auto loss = m_step->advance(*batch, rate, random);
    if (!loss)
        return astray(loss.error());
    const double seconds = since(start);
    ++m_taken;
    ++m_epochSteps;
    ++m_epochStepsHere;
    m_epochLoss += *loss;
    if (++m_warmed > kWarmSteps) {
        ++m_timedSteps;
        m_timedSeconds += seconds;
    }
    if (m_timedSteps == kProbeSteps && m_plan.settings.timeLimitMinutes)
        planByTime();
    if (m_sinks.step) {
        const double left = static_cast<double>(m_schedule.totalSteps() - m_taken);
        m_sinks.step({m_taken, m_schedule.totalSteps(), (m_taken - 1) / m_schedule.stepsPerEpoch(), *loss, rate,
            m_plan.settings.batch / seconds, left * secondsPerStep()});
    }
    return {};
}

void Trainer::keepBest(EpochReport& report)
{
    const double score = report.validation->score();
    report.best = score > m_bestScore;
    m_withoutProgress = report.best ? 0 : m_withoutProgress + 1;
    if (!report.best)
        return;
    m_bestScore = score;
    m_bestStep = m_taken;
    m_best = m_step->currentWeights();
    m_bestValidation = report.validation;
}

Status Trainer::endEpoch(bool last)
{
    const double seconds = since(m_epochStart);
    EpochReport report;
    report.epoch = (m_taken - 1) / m_schedule.stepsPerEpoch();
    report.step = m_taken;
    report.loss = m_epochLoss / static_cast<double>(m_epochSteps);
    report.learningRate = m_schedule.learningRate(m_taken - 1);
    report.patchesPerSecond = static_cast<double>(m_epochStepsHere * m_plan.settings.batch) / seconds;
    const auto network = makeNetwork(modelOf(m_step->currentWeights()), networkOptions());
    if (!network)
        return network.error();
    report.network = *network;
    if (!m_plan.data.validation.empty()) {
        auto validation = judge(*network);
        if (!validation)
            return validation.error();
        report.validation = std::move(*validation);
        keepBest(report);
    }
    report.seconds = elapsed();
    m_epochSteps = m_epochStepsHere = 0;
    m_epochLoss = 0;
    if (!last)
        planByTime();
    if (last || since(m_saved) * kCheckpointShare >= m_saveSeconds)
        if (Status status = save(); !status)
            return status;
    if (m_sinks.epoch)
        m_sinks.epoch(report);
    m_epochStart = Clock::now();
    return {};
}

Status Trainer::save()
{
    if (m_plan.checkpoint.empty())
        return {};
    const auto start = Clock::now();
    const Status status = writeCheckpoint(m_plan.checkpoint,
        {m_fingerprint, m_plan.start.info.width, m_step->state(), m_schedule.plans(), elapsed() - m_plan.secondsSpent,
            m_epochSteps, m_epochLoss, m_withoutProgress, m_bestScore, m_bestStep, m_best});
    m_saveSeconds = since(start);
    m_saved = Clock::now();
    return status;
}

Error Trainer::stopped()
{
    if (Status status = save(); !status)
        return status.error();
    return {ErrorCode::Cancelled, "The training was stopped", m_plan.checkpoint,
        m_plan.checkpoint.empty() ? "" : "It can go on from there"};
}

/// Why the training ends before its next step, if it does.
std::optional<TrainingEnd> Trainer::reasonToEnd() const
{
    if (m_taken >= m_schedule.totalSteps())
        return TrainingEnd::AllSteps;
    if (m_plan.settings.patience > 0 && m_withoutProgress >= m_plan.settings.patience)
        return TrainingEnd::NoProgress;
    if (m_control.finish)
        return TrainingEnd::Finished;
    if (outOfTime())
        return TrainingEnd::TimeLimit;
    return {};
}

Result<TrainingEnd> Trainer::loop()
{
    m_epochStart = Clock::now();
    while (true) {
        waitForTurn();
        if (m_cancel.cancelled())
            return stopped();
        std::optional<TrainingEnd> end = reasonToEnd();
        if (m_epochSteps >= m_schedule.stepsPerEpoch() || (end && m_epochSteps > 0)) {
            const Status status = endEpoch(end.has_value());
            if (!status)
                return status.error().code == ErrorCode::Cancelled ? stopped() : status.error();
            end = reasonToEnd();
        }
        if (end)
            return *end;
        if (Status status = oneStep(); !status)
            return status.error();
    }
}

ModelFile Trainer::modelOf(WeightMap weights) const
{
    ModelFile model{m_plan.start.info, std::move(weights)};
    model.info.parent = m_plan.start.tensors.empty() ? "" : m_plan.start.info.hash;
    model.info.hash.clear();
    return model;
}

TrainingOutcome Trainer::outcome(TrainingEnd end)
{
    TrainingOutcome result;
    const bool judged = !m_best.empty();
    result.model = modelOf(judged ? m_best : m_step->currentWeights());
    result.end = end;
    result.steps = m_taken;
    result.bestStep = judged ? m_bestStep : m_taken;
    result.seconds = elapsed();
    result.patchesPerSecond = m_timedSteps > 0 ? m_plan.settings.batch / secondsPerStep() : 0;
    result.before = m_before;
    result.after = m_bestValidation;
    result.model.info.training = trainingText(m_plan, m_schedule.plans(), result, m_step->precision());
    result.model.info.metrics = metricsText(m_plan, result);
    result.warnings = trainingWarnings(m_plan, result);
    return result;
}

Result<TrainingOutcome> Trainer::run()
{
    if (Status status = prepare(); !status)
        return status.error();
    const auto end = loop();
    if (!end)
        return end.error();
    if (!m_best.empty() && !m_bestValidation) { // found by an earlier run
        const auto network = makeNetwork(modelOf(m_best), networkOptions());
        if (!network)
            return network.error();
        auto validation = judge(*network);
        if (!validation)
            return validation.error();
        m_bestValidation = std::move(*validation);
    }
    return outcome(*end);
}

} // namespace

Result<TrainingOutcome> trainModel(const TrainingPlan& plan, NetworkScheduler& scheduler,
    const TrainingControl& control, const TrainingSinks& sinks, const CancelToken& cancel)
{
    return Trainer(plan, scheduler, control, sinks, cancel).run();
}

} // namespace nb
