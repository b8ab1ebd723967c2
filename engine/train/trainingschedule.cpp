// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingschedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nb
{

TrainingSchedule::TrainingSchedule(const TrainingSettings& settings)
    : TrainingSchedule(settings, {})
{
    m_plans.push_back({0, 0, settings.epochs * m_stepsPerEpoch});
}

TrainingSchedule::TrainingSchedule(const TrainingSettings& settings, std::vector<Plan> plans)
    : m_rate(settings.learningRate)
    , m_cosine(settings.cosine)
    , m_warmUp(settings.warmUpSteps)
    , m_stepsPerEpoch((settings.patchesPerEpoch + settings.batch - 1) / settings.batch)
    , m_plans(std::move(plans))
{
}

double TrainingSchedule::done(std::int64_t step) const
{
    const auto next = std::find_if(m_plans.begin(), m_plans.end(), [step](const Plan& p) { return p.fromStep > step; });
    const Plan& plan = next == m_plans.begin() ? m_plans.front() : *std::prev(next);
    const auto ahead = static_cast<double>(std::max<std::int64_t>(1, plan.totalSteps - plan.fromStep));
    return std::clamp(
        plan.fromDone + (1 - plan.fromDone) * static_cast<double>(step - plan.fromStep) / ahead, 0.0, 1.0);
}

double TrainingSchedule::learningRate(std::int64_t step) const
{
    const double rising
        = m_warmUp > 0 ? std::min(1.0, static_cast<double>(step + 1) / static_cast<double>(m_warmUp)) : 1;
    const double falling
        = m_cosine ? 0.5 * (1 + std::cos(std::numbers::pi * done(step))) : 1; // Loshchilov and Hutter 2017
    return m_rate * rising * falling;
}

void TrainingSchedule::replan(std::int64_t step, std::int64_t totalSteps)
{
    const Plan plan{step, done(step), std::max(step, totalSteps)};
    if (m_plans.back().fromStep == step)
        m_plans.back() = plan;
    else
        m_plans.push_back(plan);
}

} // namespace nb
