// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/torchnbnet.h"

#include "engine/nn/nblayers.h"
#include "engine/nn/selu.h"

#include <ATen/Parallel.h>

namespace nb
{

namespace
{

/// In the input's precision: the weights stay fp32, for the optimiser, and are rounded on the way.
torch::Tensor convolved(const torch::nn::Conv2d& layer, const torch::Tensor& input)
{
    const auto type = input.scalar_type();
    const auto padding = layer->weight.size(2) / 2;
    return torch::conv2d(input, layer->weight.to(type), layer->bias.to(type), 1, padding);
}

/// 0 with probability `dropped`/256, else what keeps the mean. Values depend on `seed` and their place alone.
template <class T> void fillMask(T* to, std::int64_t count, std::uint64_t seed, unsigned dropped)
{
    const T kept(256.0F / static_cast<float>(256 - dropped)), none(0.0F);
    const auto octet = [=](std::int64_t i, std::int64_t values) {
        std::uint64_t z = seed + 0x9e3779b97f4a7c15ULL * static_cast<std::uint64_t>(i + 1); // SplitMix64
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        z ^= z >> 31;
        for (std::int64_t k = 0; k < values; ++k)
            to[8 * i + k] = ((z >> (8 * k)) & 0xFF) >= dropped ? kept : none;
    };
    at::parallel_for(0, count / 8, 1 << 16, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i)
            octet(i, 8);
    });
    octet(count / 8, count % 8);
}

/// Dropout (Srivastava et al. 2014). Torch's own draws each unit's number from one serial generator, and that takes
/// half of a training step. The probability is rounded to 1/256.
torch::Tensor droppedOut(const torch::Tensor& input, double probability)
{
    if (!input.is_cpu())
        return torch::dropout(input, probability, true);
    const auto seed = static_cast<std::uint64_t>(torch::randint(1LL << 62, {1}, torch::kLong).item<std::int64_t>());
    const auto dropped = static_cast<unsigned>(std::lround(probability * 256));
    torch::Tensor mask = torch::empty_like(input.detach());
    if (mask.scalar_type() == torch::kBFloat16)
        fillMask(mask.data_ptr<at::BFloat16>(), mask.numel(), seed, dropped);
    else
        fillMask(mask.data_ptr<float>(), mask.numel(), seed, dropped);
    return input * mask;
}

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
    if (!is_training() && m_ownSelu && input.is_cpu() && input.is_non_overlapping_and_dense()) {
        const auto count = static_cast<std::size_t>(input.numel());
        if (input.scalar_type() == torch::kBFloat16)
            seluInPlaceBf16(reinterpret_cast<std::uint16_t*>(input.data_ptr<at::BFloat16>()), count);
        else
            seluInPlace(input.data_ptr<float>(), count);
        return input;
    }
    if (!is_training())
        return torch::selu_(input); // in place: half of the memory traffic, and nobody reads the input again
    const torch::Tensor active = torch::selu(input);
    return m_dropout > 0 ? droppedOut(active, m_dropout) : active;
}

/// Lets others in now, and again when the gradient comes by here.
torch::Tensor TorchNbNetImpl::passed(torch::Tensor output) const
{
    if (!m_betweenLayers)
        return output;
    m_betweenLayers();
    if (output.requires_grad())
        output.register_hook([call = m_betweenLayers](const torch::Tensor&) { call(); });
    return output;
}

torch::Tensor TorchNbNetImpl::block(const std::string& name, const torch::Tensor& input)
{
    const torch::Tensor between = passed(activate(convolved(m_layers.at(name + ".conv1"), input)));
    return passed(activate(convolved(m_layers.at(name + ".conv2"), between)));
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
    return convolved(m_layers.at("head"), x);
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
