// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/modelfile.h"

#include <torch/torch.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace nb
{

/// The NB network (Cui et al. 2018, II-C1; layer by layer in shared/vectors/model/README.md) as a LibTorch module, for
/// training and for CUDA. Input float [N][3][H][W], (I/255 - mean)/std, sides multiples of 16; output logits
/// [N][3][H][W]. Computes in the input's type, fp32 or bf16, whatever the weights'. In train mode each SELU is followed
/// by dropout with probability `dropout`. Not thread-safe in train mode.
class TorchNbNetImpl : public torch::nn::Module
{
public:
    explicit TorchNbNetImpl(int width, double dropout = 0);

    torch::Tensor forward(const torch::Tensor& input);

    /// In eval mode on the processor: SELU by selu.h instead of torch's, which is several times slower.
    void useOwnSelu() { m_ownSelu = true; }

    /// Called after each activation, forward and back, on the thread that runs the network; may block. Changes no
    /// result.
    void setBetweenLayers(std::function<void()> call) { m_betweenLayers = std::move(call); }

    /// Copies the weights of a model file that fits this width (readModelFile has checked that).
    void load(const std::map<std::string, WeightTensor>& tensors);
    /// The weights as a model file has them.
    [[nodiscard]] std::map<std::string, WeightTensor> weights() const;

private:
    [[nodiscard]] torch::Tensor block(const std::string& name, const torch::Tensor& input);
    [[nodiscard]] torch::Tensor activate(torch::Tensor input) const;
    [[nodiscard]] torch::Tensor passed(torch::Tensor output) const;

    const double m_dropout;
    bool m_ownSelu = false;
    std::function<void()> m_betweenLayers;
    std::map<std::string, torch::nn::Conv2d> m_layers; ///< by the names that model files use
};
TORCH_MODULE(TorchNbNet);

} // namespace nb
