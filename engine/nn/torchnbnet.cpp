// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/torchnbnet.h"

#include "engine/nn/nblayers.h"

namespace nb
{

namespace
{

std::string level(const char* block, int number)
{
    return block + std::to_string(number);
}

} // namespace

TorchNbNetImpl::TorchNbNetImpl(int width, double dropout)
    : m_dropout(dropout)
{
    std::map<std::string, std::shared_ptr<torch::nn::Module>> blocks;
    for (const NbLayer& layer : nbLayers(width)) {
        const auto options = torch::nn::Conv2dOptions(layer.in, layer.out, layer.kernel).padding(layer.kernel / 2);
        const torch::nn::Conv2d convolution(options);
        m_layers.emplace(layer.name, convolution);
        const auto dot = layer.name.find('.');
        if (dot == std::string::npos) {
            register_module(layer.name, convolution);
            continue;
        }
        auto& block = blocks[layer.name.substr(0, dot)];
        if (!block)
            block = register_module(layer.name.substr(0, dot), std::make_shared<torch::nn::Module>());
        block->register_module(layer.name.substr(dot + 1), convolution);
    }
}

torch::Tensor TorchNbNetImpl::activate(torch::Tensor input) const
{
    if (!is_training())
        return torch::selu_(input); // in place: half of the memory traffic, and nobody reads the input again
    const torch::Tensor active = torch::selu(input);
    return m_dropout > 0 ? torch::dropout(active, m_dropout, true) : active;
}

torch::Tensor TorchNbNetImpl::block(const std::string& name, const torch::Tensor& input)
{
    const torch::Tensor between = activate(m_layers.at(name + ".conv1")->forward(input));
    return activate(m_layers.at(name + ".conv2")->forward(between));
}

torch::Tensor TorchNbNetImpl::forward(const torch::Tensor& input)
{
    std::vector<torch::Tensor> skips;
    torch::Tensor x = input;
    for (int i = 1; i <= kNbLevels; ++i) {
        skips.push_back(block(level("enc", i), x));
        x = torch::max_pool2d(skips.back(), 2);
    }
    x = block("bottleneck", x);
    for (int i = kNbLevels; i >= 1; --i) {
        const torch::Tensor& skip = skips[static_cast<std::size_t>(i) - 1];
        const torch::Tensor up = torch::upsample_nearest2d(x, {skip.size(2), skip.size(3)});
        x = block(level("dec", i), torch::cat({up, skip}, 1));
    }
    return m_layers.at("head")->forward(x);
}

void TorchNbNetImpl::load(const std::map<std::string, WeightTensor>& tensors)
{
    const torch::NoGradGuard noGrad;
    for (auto& item : named_parameters()) {
        const WeightTensor& from = tensors.at(item.key());
        item.value().copy_(
            torch::from_blob(const_cast<float*>(from.values.data()), from.shape, torch::kFloat32)); // only read
    }
}

std::map<std::string, WeightTensor> TorchNbNetImpl::weights() const
{
    std::map<std::string, WeightTensor> tensors;
    for (const auto& item : named_parameters()) {
        const torch::Tensor values = item.value().detach().to(torch::kCPU, torch::kFloat32).contiguous();
        WeightTensor& to = tensors[item.key()];
        to.shape.assign(values.sizes().begin(), values.sizes().end());
        to.values.assign(values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
    }
    return tensors;
}

} // namespace nb
