// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingclock.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr std::int64_t kWarmSteps = 2;
constexpr std::int64_t kProbeSteps = 8; // after which the speed is known well enough for a first plan
constexpr double kPlanEvery = 0.05; // of the limit
constexpr double kForget = 0.05; // weight of a step in the running mean

std::optional<double> secondsOf(const std::optional<double>& minutes)
{
    return minutes ? std::optional(*minutes * 60) : std::nullopt;
}

} // namespace

TrainingClock::TrainingClock(const TrainingSettings& settings, double secondsSpent)
    : m_limit(secondsOf(settings.timeLimitMinutes))
    , m_batch(settings.batch)
    , m_earlier(secondsSpent)
{
}

void TrainingClock::addStep(double seconds)
{
    if (++m_steps <= kWarmSteps)
        return;
    m_stepSeconds += seconds;
    const double weight = std::max(kForget, 1.0 / static_cast<double>(m_steps - kWarmSteps));
    m_recent += weight * (seconds - m_recent);
}

double TrainingClock::elapsed() const
{
    return m_earlier + std::chrono::duration<double>(Clock::now() - m_start).count() - m_paused;
}

double TrainingClock::secondsPerStep() const
{
    return m_recent;
}

double TrainingClock::patchesPerSecond() const
{
    return m_stepSeconds > 0 ? m_batch * static_cast<double>(m_steps - kWarmSteps) / m_stepSeconds : 0;
}

double TrainingClock::secondsLeft(std::int64_t steps) const
{
    const double estimate = m_recent * static_cast<double>(steps);
    if (!m_limit)
        return estimate;
    const double budget = std::max(0.0, *m_limit - elapsed());
    return m_plannedAt < 0 ? budget : std::min(estimate, budget); // before the plan the steps are only a guess
}

bool TrainingClock::outOfTime() const
{
    return m_limit && elapsed() + m_validation + m_recent >= *m_limit;
}

bool TrainingClock::planDue() const
{
    if (!m_limit || m_steps < kWarmSteps + kProbeSteps)
        return false;
    return m_plannedAt < 0 || elapsed() - m_plannedAt > kPlanEvery * *m_limit;
}

std::int64_t TrainingClock::planSteps(std::int64_t stepsPerEpoch)
{
    m_plannedAt = elapsed();
    const double perStep = m_recent + m_validation / static_cast<double>(stepsPerEpoch);
    return static_cast<std::int64_t>(std::max(0.0, *m_limit - m_plannedAt - m_validation) / perStep);
}

} // namespace nb
