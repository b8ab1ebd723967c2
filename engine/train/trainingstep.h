// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/nn/modelfile.h"
#include "engine/train/batchfeed.h"
#include "engine/train/trainingsettings.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace nb
{

using WeightMap = std::map<std::string, WeightTensor>; ///< by layer, as in model files

/// Everything that one step hands on to the next.
struct TrainingState {
    WeightMap weights;
    WeightMap averaged; ///< EMA of the weights; empty where there is none
    WeightMap firstMoment; ///< Adam's
    WeightMap secondMoment;
    std::int64_t steps = 0; ///< taken
};

/// The network in training: loss, gradient, update (Cui et al. 2018, II-C3). The loss of a batch is the softmax
/// cross-entropy of each known pixel, weighted with the weight map (Eq. 3) and its class' weight, as a weighted mean
/// over the batch. One thread at a time.
class TrainingStep
{
public:
    virtual ~TrainingStep() = default;

    /// One update with Adam (β 0.9, 0.999; ε 1e-8). Dropout is a function of `randomSeed` alone. Returns the loss
    /// before the update; where that is not finite nothing is updated. A batch without a known pixel has loss 0 and
    /// changes nothing. Errors: Invalid (a loss or weights that are not finite), OutOfMemory, Internal.
    [[nodiscard]] virtual Result<double> advance(
        const TrainingBatch& batch, double learningRate, std::uint64_t randomSeed)
        = 0;

    /// Called between two layers, forward and back, on the thread that calls `advance`: may block while somebody waits
    /// for the processor. Changes no result.
    virtual void setBetweenLayers(std::function<void()> call) = 0;

    /// The loss as `advance` would use it, without dropout, update and gradient. Changes nothing that a later step
    /// depends on. Errors: as `advance`.
    [[nodiscard]] virtual Result<double> loss(const TrainingBatch& batch) = 0;

    /// Loss and its gradient as `advance` would use them, without dropout and update; for checking.
    struct LossAndGradient {
        double loss = 0;
        WeightMap gradient;
    };
    [[nodiscard]] virtual Result<LossAndGradient> gradient(const TrainingBatch& batch) = 0;

    [[nodiscard]] virtual TrainingState state() const = 0;
    /// `state` has every layer of the network (see checkLayers in the checkpoint's reader).
    virtual void restore(const TrainingState& state) = 0;

    /// What a model made now would hold: the averaged weights, where there are any.
    [[nodiscard]] virtual WeightMap currentWeights() const = 0;

    [[nodiscard]] virtual Precision precision() const = 0;
};

/// A network of `model.info.width` with the model's weights, or, where it has none, Glorot uniform weights and zero
/// biases drawn with the settings' seed. Errors: OutOfMemory, Internal.
[[nodiscard]] Result<std::unique_ptr<TrainingStep>> makeTrainingStep(
    const ModelFile& model, const TrainingSettings& settings);

} // namespace nb
