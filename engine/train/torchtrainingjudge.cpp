// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/torchtrainingjudge.h"

#include <chrono>

namespace nb
{

TrainingJudge::TrainingJudge(
    const TrainingPlan& plan, NetworkScheduler& scheduler, CancelToken cancel, Precision precision)
    : m_plan(plan)
    , m_scheduler(scheduler)
    , m_cancel(std::move(cancel))
    , m_options{precision == Precision::Bf16 ? PrecisionChoice::Bf16 : PrecisionChoice::Fp32, DeviceChoice::Cpu}
{
}

ModelFile TrainingJudge::model(WeightMap weights) const
{
    ModelFile model{m_plan.start.info, std::move(weights)};
    model.info.parent = m_plan.start.tensors.empty() ? "" : m_plan.start.info.hash;
    model.info.hash.clear();
    return model;
}

Result<std::shared_ptr<const Network>> TrainingJudge::network(WeightMap weights) const
{
    return makeNetwork(model(std::move(weights)), m_options);
}

Result<Validation> TrainingJudge::judge(const std::shared_ptr<const Network>& network)
{
    const auto start = std::chrono::steady_clock::now();
    auto validation = validate(network, m_plan.data.validation, m_scheduler, m_cancel);
    m_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return validation;
}

Status TrainingJudge::judgeStart()
{
    if (m_plan.start.tensors.empty() || !canJudge())
        return {};
    const auto ready = network(m_plan.start.tensors);
    if (!ready)
        return ready.error();
    auto validation = judge(*ready);
    if (!validation)
        return validation.error();
    m_before = std::move(*validation);
    return {};
}

bool TrainingJudge::offer(const Validation& validation, WeightMap weights, std::int64_t step)
{
    if (validation.score() <= m_best.score) {
        ++m_best.epochsSince;
        return false;
    }
    m_best = {std::move(weights), validation.score(), step, 0};
    m_after = validation;
    return true;
}

Status TrainingJudge::judgeBest()
{
    if (m_best.weights.empty() || m_after)
        return {};
    const auto ready = network(m_best.weights);
    if (!ready)
        return ready.error();
    auto validation = judge(*ready);
    if (!validation)
        return validation.error();
    m_after = std::move(*validation);
    return {};
}

} // namespace nb
