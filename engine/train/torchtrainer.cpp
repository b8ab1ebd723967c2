// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/torchtrainer.h"

#include "engine/train/trainingcheckpoint.h"
#include "engine/train/trainingrecord.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

namespace nb
{

namespace
{

double since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

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
    m_step->setBetweenLayers([this] { letOthersIn(); });
    m_judge = std::make_unique<TrainingJudge>(m_plan, m_scheduler, m_cancel, m_step->precision());
    if (m_plan.resume)
        if (Status status = resume(); !status)
            return status;
    m_maker
        = std::make_shared<SampleMaker>(SampleRecipe{m_plan.data.train, m_plan.data.rehearsal, settings.rehearsalShare,
            settings.patch, settings.target, settings.augmentation, m_plan.start.info, settings.seed});
    m_feed = std::make_unique<BatchFeed>(
        m_maker, BatchFeed::Layout{settings.batch, m_schedule.stepsPerEpoch(), m_taken}, 1,
        [this](const CancelToken& ends) { m_scheduler.yieldTo(Priority::Training, ends); }, m_cancel);
    const Status judged = m_judge->judgeStart();
    m_clock.setValidation(m_judge->secondsPerJudgement());
    return judged ? reportStart() : judged;
}

Status Trainer::reportStart()
{
    if (!m_judge->canJudge())
        return {};
    auto samples = HeldOutSamples::of(m_plan);
    if (!samples)
        return samples.error();
    m_heldOut = std::move(*samples);
    const auto loss = validationLoss();
    if (!loss)
        return loss.error();
    if (m_sinks.start)
        m_sinks.start({m_judge->before(), **loss});
    return {};
}

/// Of the weights as they are trained, not of their average, so that it can be compared with the training's loss.
Result<std::optional<double>> Trainer::validationLoss() const
{
    if (!m_heldOut)
        return std::optional<double>();
    const auto loss = m_heldOut->loss(*m_step, [this] { m_scheduler.yieldTo(Priority::Training, m_cancel); });
    return loss ? Result<std::optional<double>>(*loss) : astray(loss.error());
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
    m_clock.addEarlier(checkpoint->seconds);
    m_epoch.steps = checkpoint->epochSteps;
    m_epoch.loss = checkpoint->epochLoss;
    m_judge->goOnWith(
        {std::move(checkpoint->best), checkpoint->bestScore, checkpoint->bestStep, checkpoint->epochsWithoutProgress});
    return {};
}

void Trainer::planByTime()
{
    if (m_clock.planDue())
        m_schedule.replan(m_taken, m_taken + m_clock.planSteps(m_schedule.stepsPerEpoch()));
}

void Trainer::waitForTurn()
{
    constexpr std::chrono::milliseconds kLook(20);
    const auto start = Clock::now();
    while (m_control.paused && !m_control.finish && !m_cancel.cancelled())
        std::this_thread::sleep_for(kLook);
    m_clock.addPause(since(start));
    m_scheduler.yieldTo(Priority::Training, m_cancel);
}

/// Between two layers: a step takes a second on a small computer, and nobody should wait so long for what they look at.
void Trainer::letOthersIn()
{
    const auto start = Clock::now();
    m_scheduler.yieldTo(Priority::Training, m_cancel);
    m_waited += since(start);
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
    m_waited = 0;
    const auto batch = m_feed->next();
    if (!batch)
        return batch.error();
    const double rate = m_schedule.learningRate(m_taken);
    const auto random = SampleRandom({m_plan.settings.seed, static_cast<std::uint64_t>(m_taken), 0x64726f70}).next();
    const auto loss = m_step->advance(*batch, rate, random);
    if (!loss)
        return astray(loss.error());
    const double seconds = since(start) - m_waited;
    ++m_taken;
    ++m_epoch.steps;
    ++m_epoch.stepsHere;
    m_epoch.loss += *loss;
    m_clock.addStep(seconds);
    planByTime();
    if (m_sinks.step) {
        m_sinks.step({m_taken, m_schedule.totalSteps(), (m_taken - 1) / m_schedule.stepsPerEpoch(), *loss, rate,
            m_plan.settings.batch / seconds, m_clock.secondsLeft(m_schedule.totalSteps() - m_taken)});
    }
    return {};
}

Status Trainer::endEpoch(bool last)
{
    const double seconds = since(m_epoch.start);
    EpochReport report;
    report.epoch = (m_taken - 1) / m_schedule.stepsPerEpoch();
    report.step = m_taken;
    report.loss = m_epoch.loss / static_cast<double>(m_epoch.steps);
    report.learningRate = m_schedule.learningRate(m_taken - 1);
    report.patchesPerSecond = static_cast<double>(m_epoch.stepsHere * m_plan.settings.batch) / seconds;
    const auto network = m_judge->network(m_step->currentWeights());
    if (!network)
        return network.error();
    report.network = *network;
    if (m_judge->canJudge()) {
        auto validation = m_judge->judge(*network);
        if (!validation)
            return validation.error();
        report.validation = std::move(*validation);
        auto loss = validationLoss();
        if (!loss)
            return loss.error();
        report.validationLoss = *loss;
        report.best = m_judge->offer(*report.validation, m_step->currentWeights(), m_taken);
        m_clock.setValidation(m_judge->secondsPerJudgement());
    }
    report.seconds = m_clock.elapsed();
    m_epoch = {};
    if (last || m_rhythm.worthIt())
        if (Status status = save(); !status)
            return status;
    if (m_sinks.epoch)
        m_sinks.epoch(report);
    m_epoch.start = Clock::now();
    return {};
}

Status Trainer::save()
{
    if (m_plan.checkpoint.empty())
        return {};
    const auto start = Clock::now();
    const Status status = writeCheckpoint(m_plan.checkpoint,
        {m_fingerprint, m_plan.start.info.width, m_step->state(), m_schedule.plans(),
            m_clock.elapsed() - m_plan.secondsSpent, m_epoch.steps, m_epoch.loss, m_judge->best().epochsSince,
            m_judge->best().score, m_judge->best().step, m_judge->best().weights});
    m_rhythm.wrote(since(start));
    return status;
}

/// Within an epoch, which may last many minutes on a small computer: a crash should cost no more than one.
Status Trainer::saveNowAndThen()
{
    return m_rhythm.due() ? save() : Status();
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
    if (m_plan.settings.patience > 0 && m_judge->best().epochsSince >= m_plan.settings.patience)
        return TrainingEnd::NoProgress;
    if (m_control.finish)
        return TrainingEnd::Finished;
    if (m_clock.outOfTime())
        return TrainingEnd::TimeLimit;
    return {};
}

Result<TrainingEnd> Trainer::loop()
{
    m_epoch.start = Clock::now();
    m_rhythm.begin();
    while (true) {
        waitForTurn();
        if (m_cancel.cancelled())
            return stopped();
        std::optional<TrainingEnd> end = reasonToEnd();
        if (m_epoch.steps >= m_schedule.stepsPerEpoch() || (end && m_epoch.steps > 0)) {
            const Status status = endEpoch(end.has_value());
            if (!status)
                return status.error().code == ErrorCode::Cancelled ? stopped() : status.error();
            end = reasonToEnd();
        }
        if (end)
            return *end;
        if (Status status = oneStep(); !status)
            return status.error();
        if (Status status = saveNowAndThen(); !status)
            return status.error();
    }
}

TrainingOutcome Trainer::outcome(TrainingEnd end)
{
    const BestWeights& best = m_judge->best();
    const bool judged = !best.weights.empty();
    TrainingOutcome result;
    result.model = m_judge->model(judged ? best.weights : m_step->currentWeights());
    result.end = end;
    result.steps = m_taken;
    result.bestStep = judged ? best.step : m_taken;
    result.seconds = m_clock.elapsed();
    result.patchesPerSecond = m_clock.patchesPerSecond();
    result.before = m_judge->before();
    result.after = m_judge->after();
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
    if (Status status = m_judge->judgeBest(); !status)
        return status.error();
    return outcome(*end);
}

Result<TrainingOutcome> trainModel(const TrainingPlan& plan, NetworkScheduler& scheduler,
    const TrainingControl& control, const TrainingSinks& sinks, const CancelToken& cancel)
{
    return Trainer(plan, scheduler, control, sinks, cancel).run();
}

} // namespace nb
