// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/heldoutsamples.h"

#include <algorithm>

namespace nb
{

namespace
{
constexpr int kSamples = 16; // about the time of one step, after each epoch
} // namespace

Result<HeldOutSamples> HeldOutSamples::of(const TrainingPlan& plan)
{
    const TrainingSettings& settings = plan.settings;
    Augmentation inPlace = Augmentation::none();
    inPlace.shift = true;
    const auto maker = std::make_shared<const SampleMaker>(SampleRecipe{
        plan.data.validation, {}, 0, settings.patch, settings.target, inPlace, plan.start.info, settings.seed});
    const int batches = std::max(1, kSamples / settings.batch);
    BatchFeed feed(maker, {settings.batch, batches, 0});
    HeldOutSamples samples;
    for (int i = 0; i < batches; ++i) {
        auto batch = feed.next();
        if (!batch)
            return batch.error();
        samples.m_batches.push_back(std::move(*batch));
    }
    return samples;
}

Result<double> HeldOutSamples::loss(TrainingStep& step, const std::function<void()>& turn) const
{
    double sum = 0;
    for (const TrainingBatch& batch : m_batches) {
        turn();
        const auto loss = step.loss(batch);
        if (!loss)
            return loss.error();
        sum += *loss;
    }
    return sum / static_cast<double>(m_batches.size());
}

} // namespace nb
