// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/evaluate/evaluation.h"
#include "engine/nn/network.h"
#include "engine/segment/networkscheduler.h"
#include "engine/train/trainingsource.h"

#include <memory>
#include <vector>

namespace nb
{

/// How a model does on pictures whose truth is known.
struct Validation {
    std::vector<EvaluationCounts> pictures; ///< in the order of the pictures
    EvaluationCounts pooled;
    EvaluationRates rates; ///< of the pooled counts
    /// What models are compared by: detection and shape count alike, (F1 + AJI)/2.
    [[nodiscard]] double score() const { return (rates.f1 + rates.aji) / 2; }
};

/// What a model finds in one picture, and how that compares with the truth.
struct JudgedPicture {
    LabelImage found; ///< where the truth is known; label i+1 is the i-th nucleus found
    EvaluationCounts counts;
    Matching matching; ///< of `found` with the picture's labels
};

/// Runs the full pipeline (patches, vote, nuclei) on a picture and compares what it finds with the truth, where that is
/// known. A picture that was cut from a slide is judged in its place there, so that the nuclei are those that a run
/// over the slide finds, also where the edge of what is known cuts them. Blocks; errors: as validate.
[[nodiscard]] Result<JudgedPicture> judgePicture(const std::shared_ptr<const Network>& network,
    const std::shared_ptr<const TrainingPicture>& picture, NetworkScheduler& scheduler, const CancelToken& cancel);

/// Runs the full pipeline (patches, vote, nuclei) on each picture and compares what it finds with the truth, where that
/// is known. Blocks the calling thread; the network runs on the scheduler's. Errors: Cancelled, OutOfMemory, Invalid
/// (weights that give no numbers).
[[nodiscard]] Result<Validation> validate(const std::shared_ptr<const Network>& network,
    const TrainingPictures& pictures, NetworkScheduler& scheduler, const CancelToken& cancel);

} // namespace nb
