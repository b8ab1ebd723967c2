// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/nn/network.h"
#include "engine/train/augmentation.h"
#include "engine/train/trainingtarget.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace nb
{

/// Everything that decides a training besides data and start. The defaults are for a person's own processor;
/// `paperSettings` are Cui et al.'s.
struct TrainingSettings {
    int patch = 192; ///< model pixels, a multiple of 16, 32..1024
    int batch = 8; ///< patches a step, 1..256
    int epochs = 20; ///< 1..100000; where there is a time limit that decides instead
    std::int64_t patchesPerEpoch = 800; ///< 1..10 million; rounded up to whole batches
    std::optional<double> timeLimitMinutes; ///< of wall time, validations included
    double learningRate = 1e-3; ///< of Adam, > 0, <= 1
    std::int64_t warmUpSteps = 50; ///< rising linearly; 0: none
    bool cosine = true; ///< falling to 0 over the whole training
    double dropout = 0.1; ///< after each activation, 0..0.9
    std::array<double, 3> classWeights{1, 2, 1}; ///< background, boundary, inside; each > 0, <= 100
    bool weightMap = true; ///< Eq. 3 in the loss
    double averaging
        = 0.999; ///< EMA of the weights, 0 (none)..0.99999; shorter at the beginning: min(this, (1+n)/(10+n))
    bool freezeEncoder = false;
    double distillation
        = 0; ///< 0..10: how much the model is held to its parent where the truth is not known or the parent is right
    double rehearsalShare = 0.2; ///< 0..0.9 of the samples, where there are pictures to rehearse
    int patience = 0; ///< epochs without a better validation until it stops; 0: never
    TargetKind target = TargetKind::Nb;
    Augmentation augmentation;
    std::uint64_t seed = 0;
    PrecisionChoice precision = PrecisionChoice::Auto; ///< of activations; weights and their updates are always fp32
    int threads = 0; ///< of the network; 0: all that the process may use
};

/// The paper's choices (II-C, III) and, where its text is silent, its authors' published configuration.
[[nodiscard]] TrainingSettings paperSettings();

/// Errors: Invalid (which setting and what would make sense).
[[nodiscard]] Status checkSettings(const TrainingSettings& settings);

/// All settings as one JSON object, for the model's record and to see on resuming whether they are the same.
[[nodiscard]] std::string settingsText(const TrainingSettings& settings);

} // namespace nb
