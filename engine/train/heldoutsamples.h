// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/batchfeed.h"
#include "engine/train/trainer.h"
#include "engine/train/trainingstep.h"

#include <functional>
#include <vector>

namespace nb
{

/// Samples of the pictures that were held out, the same in every run, to take the validation loss on: from anywhere in
/// them, but neither turned nor varied. At most 32 MiB or so. Immutable.
class HeldOutSamples
{
public:
    /// `plan` has something to validate on. Errors: those of SampleMaker. Blocks; any thread.
    [[nodiscard]] static Result<HeldOutSamples> of(const TrainingPlan& plan);
    [[nodiscard]] const std::vector<TrainingBatch>& batches() const { return m_batches; } ///< at least one
    /// Mean over all samples; `turn` is called before each batch, and may wait. Errors: those of TrainingStep::loss.
    [[nodiscard]] Result<double> loss(TrainingStep& step, const std::function<void()>& turn) const;

private:
    std::vector<TrainingBatch> m_batches;
};

} // namespace nb
