// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/cpubudget.h"
#include "engine/nn/precisionchoice.h"
#include "engine/nn/torchnbnet.h"
#include "engine/segment/weightmap.h"
#include "engine/train/trainingstep.h"

#include <cmath>
#include <new>

namespace nb
{

namespace
{

constexpr double kBeta1 = 0.9; // Adam (Kingma and Ba 2015): their recommendations
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;
constexpr auto kEncoder = "enc";

using Tensors = std::map<std::string, torch::Tensor>;

torch::Tensor tensorOf(const WeightTensor& from)
{
    return torch::from_blob(const_cast<float*>(from.values.data()), from.shape, torch::kFloat32).clone(); // only read
}

WeightMap copied(const Tensors& tensors)
{
    WeightMap out;
    for (const auto& [name, tensor] : tensors) {
        const torch::Tensor values = tensor.detach().to(torch::kFloat32).contiguous();
        out[name] = {values.sizes().vec(), {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()}};
    }
    return out;
}

void channelsLast(torch::nn::Module& module)
{
    const torch::NoGradGuard noGrad;
    for (auto& parameter : module.parameters())
        if (parameter.dim() == 4)
            parameter.set_data(parameter.contiguous(torch::MemoryFormat::ChannelsLast));
}

/// bf16 halves the time of a step where the processor multiplies it (measured: ARCHITECTURE.md, "Training"), and costs
/// elsewhere.
torch::ScalarType activationType(PrecisionChoice choice)
{
    if (choice == PrecisionChoice::Fp32)
        return torch::kFloat32;
    return choice == PrecisionChoice::Bf16 || processorHasBf16() ? torch::kBFloat16 : torch::kFloat32;
}

/// Glorot and Bengio 2010: uniform in ±sqrt(6 / (fan in + fan out)). Drawn by our own generator, so that a seed means
/// the same with every LibTorch.
void initialize(torch::nn::Module& module, std::uint64_t seed)
{
    const torch::NoGradGuard noGrad;
    SampleRandom random({seed, 0x676c6f726f74});
    for (auto& item : module.named_parameters()) {
        torch::Tensor values = torch::zeros(item.value().sizes());
        if (values.dim() == 4) {
            const auto kernel = static_cast<double>(values.size(2) * values.size(3));
            const double bound = std::sqrt(6 / (kernel * static_cast<double>(values.size(0) + values.size(1))));
            float* const data = values.data_ptr<float>();
            for (std::int64_t i = 0; i < values.numel(); ++i)
                data[i] = static_cast<float>(random.uniform(-bound, bound));
        }
        item.value().copy_(values);
    }
}

class TorchTrainingStep final : public TrainingStep
{
public:
    TorchTrainingStep(const ModelFile& model, const TrainingSettings& settings);

    [[nodiscard]] Result<double> advance(
        const TrainingBatch& batch, double learningRate, std::uint64_t randomSeed) override;
    void setBetweenLayers(std::function<void()> call) override;
    [[nodiscard]] Result<double> loss(const TrainingBatch& batch) override;
    [[nodiscard]] Result<LossAndGradient> gradient(const TrainingBatch& batch) override;
    [[nodiscard]] TrainingState state() const override;
    void restore(const TrainingState& state) override;
    [[nodiscard]] WeightMap currentWeights() const override
    {
        return copied(m_averaged.empty() ? m_trained : m_averaged);
    }
    [[nodiscard]] Precision precision() const override
    {
        return m_type == torch::kBFloat16 ? Precision::Bf16 : Precision::Fp32;
    }

private:
    void prepareThread() const;
    [[nodiscard]] torch::Tensor input(const TrainingBatch& batch) const;
    [[nodiscard]] torch::Tensor lossOf(const TrainingBatch& batch);
    [[nodiscard]] torch::Tensor distance(
        const torch::Tensor& logProbabilities, const torch::Tensor& pixels, const torch::Tensor& target) const;
    void update(double learningRate);

    const ModelInfo m_info;
    const TrainingSettings m_settings;
    const torch::ScalarType m_type;
    TorchNbNet m_net;
    mutable TorchNbNet m_parent{nullptr}; ///< only for distillation; in eval mode forward changes nothing
    Tensors m_trained; ///< parameters of m_net, all of them
    Tensors m_averaged;
    Tensors m_firstMoment;
    Tensors m_secondMoment;
    torch::Tensor m_weightMap; ///< [1][patch][patch], made for the batch's size
    std::int64_t m_steps = 0;
};

TorchTrainingStep::TorchTrainingStep(const ModelFile& model, const TrainingSettings& settings)
    : m_info(model.info)
    , m_settings(settings)
    , m_type(activationType(settings.precision))
    , m_net(model.info.width, settings.dropout)
{
    if (model.tensors.empty())
        initialize(*m_net, settings.seed);
    else
        m_net->load(model.tensors);
    channelsLast(*m_net);
    if (settings.distillation > 0 && !model.tensors.empty()) {
        m_parent = TorchNbNet(model.info.width);
        m_parent->load(model.tensors);
        m_parent->eval();
        channelsLast(*m_parent);
    }
    for (auto& item : m_net->named_parameters()) {
        torch::Tensor& parameter = item.value();
        if (settings.freezeEncoder && item.key().starts_with(kEncoder))
            parameter.set_requires_grad(false);
        const torch::Tensor values = parameter.detach();
        m_trained[item.key()] = parameter;
        m_firstMoment[item.key()] = torch::zeros_like(values);
        m_secondMoment[item.key()] = torch::zeros_like(values);
        if (settings.averaging > 0)
            m_averaged[item.key()] = values.clone();
    }
}

void TorchTrainingStep::prepareThread() const
{
    const int threads = m_settings.threads > 0 ? m_settings.threads : cpuBudget();
    if (at::get_num_threads() != threads)
        at::set_num_threads(threads);
}

torch::Tensor TorchTrainingStep::input(const TrainingBatch& batch) const
{
    const torch::Tensor pixels = torch::from_blob(
        const_cast<std::uint8_t*>(batch.rgb.data()), {batch.count, batch.patch, batch.patch, 3}, torch::kUInt8);
    return pixels.permute({0, 3, 1, 2})
        .to(torch::kFloat32)
        .div_(255.0)
        .sub_(m_info.inputMean)
        .div_(m_info.inputStd)
        .to(m_type);
}

/// Kullback-Leibler divergence of the model from its parent, per pixel, where the truth is unknown or the parent has it
/// right: elsewhere the person has just said that the parent is wrong (Hinton et al. 2015; Li and Hoiem 2016).
torch::Tensor TorchTrainingStep::distance(
    const torch::Tensor& logProbabilities, const torch::Tensor& pixels, const torch::Tensor& target) const
{
    torch::Tensor parent;
    {
        const torch::NoGradGuard noGrad;
        parent = torch::log_softmax(m_parent->forward(pixels).to(torch::kFloat32), 1);
    }
    const torch::Tensor trusted = target.eq(kUnknownTarget).logical_or(parent.argmax(1).eq(target)).to(torch::kFloat32);
    const torch::Tensor divergence = (parent.exp() * (parent - logProbabilities)).sum(1);
    return (divergence * trusted * m_weightMap).mean();
}

torch::Tensor TorchTrainingStep::lossOf(const TrainingBatch& batch)
{
    if (!m_weightMap.defined() || m_weightMap.size(1) != batch.patch) {
        const Plane<float> weights
            = m_settings.weightMap ? weightMap(batch.patch, batch.patch) : Plane<float>(batch.patch, batch.patch, 1.0F);
        m_weightMap = tensorOf({{1, batch.patch, batch.patch}, weights.pixels});
    }
    const torch::Tensor pixels = input(batch);
    const torch::Tensor target = torch::from_blob(
        const_cast<std::uint8_t*>(batch.target.data()), {batch.count, batch.patch, batch.patch}, torch::kUInt8)
                                     .to(torch::kLong);
    const torch::Tensor logProbabilities = torch::log_softmax(m_net->forward(pixels).to(torch::kFloat32), 1);
    const torch::Tensor known = target.ne(kUnknownTarget);
    const torch::Tensor classes = target.masked_fill(known.logical_not(), 0);
    const auto& w = m_settings.classWeights;
    const torch::Tensor perClass
        = torch::tensor({static_cast<float>(w[0]), static_cast<float>(w[1]), static_cast<float>(w[2])});
    const torch::Tensor weight = perClass.index_select(0, classes.flatten()).view_as(classes) * known * m_weightMap;
    const torch::Tensor entropy = -logProbabilities.gather(1, classes.unsqueeze(1)).squeeze(1);
    torch::Tensor result = (weight * entropy).sum() / weight.sum().clamp_min(1e-6);
    if (!m_parent.is_empty())
        result = result + m_settings.distillation * distance(logProbabilities, pixels, target);
    return result;
}

void TorchTrainingStep::update(double learningRate)
{
    const torch::NoGradGuard noGrad;
    ++m_steps;
    const auto n = static_cast<double>(m_steps);
    const double correction1 = 1 - std::pow(kBeta1, n), correction2 = 1 - std::pow(kBeta2, n);
    const double keep = std::min(m_settings.averaging, (1 + n) / (10 + n));
    for (auto& [name, parameter] : m_trained) {
        const torch::Tensor& gradient = parameter.grad();
        if (!gradient.defined())
            continue;
        torch::Tensor& first = m_firstMoment[name];
        torch::Tensor& second = m_secondMoment[name];
        first.mul_(kBeta1).add_(gradient, 1 - kBeta1);
        second.mul_(kBeta2).addcmul_(gradient, gradient, 1 - kBeta2);
        const torch::Tensor divisor = (second / correction2).sqrt_().add_(kEpsilon);
        parameter.addcdiv_(first, divisor, -learningRate / correction1);
        if (!m_averaged.empty())
            m_averaged[name].lerp_(parameter, 1 - keep);
    }
}

/// Runs what calls torch; what it throws becomes an Error.
template <class Work> auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory to train", "",
            "Choose a smaller batch or patch, or close other programs"};
    } catch (const std::exception& error) {
        const std::string what = error.what();
        if (what.find("alloc") != std::string::npos) // torch's own allocator throws no bad_alloc
            return Error{ErrorCode::OutOfMemory, "Not enough memory to train", "",
                "Choose a smaller batch or patch, or close other programs"};
        return Error{ErrorCode::Internal, "The training failed (" + what.substr(0, what.find('\n')) + ")", "", ""};
    }
}

Error astray()
{
    return {ErrorCode::Invalid, "The training went astray: its loss is not a number any more", "",
        "Train again with a lower learning rate"};
}

Result<double> TorchTrainingStep::advance(const TrainingBatch& batch, double learningRate, std::uint64_t randomSeed)
{
    return guarded([&]() -> Result<double> {
        prepareThread();
        if (m_settings.dropout > 0)
            torch::manual_seed(randomSeed);
        m_net->train();
        m_net->zero_grad();
        const torch::Tensor result = lossOf(batch);
        const double value = result.item<double>();
        if (!std::isfinite(value))
            return astray();
        result.backward();
        update(learningRate);
        return value;
    });
}

void TorchTrainingStep::setBetweenLayers(std::function<void()> call)
{
    if (!m_parent.is_empty())
        m_parent->setBetweenLayers(call);
    m_net->setBetweenLayers(std::move(call));
}

Result<double> TorchTrainingStep::loss(const TrainingBatch& batch)
{
    return guarded([&]() -> Result<double> {
        const torch::NoGradGuard noGrad;
        prepareThread();
        m_net->eval();
        const double value = lossOf(batch).item<double>();
        if (!std::isfinite(value))
            return astray();
        return value;
    });
}

Result<TrainingStep::LossAndGradient> TorchTrainingStep::gradient(const TrainingBatch& batch)
{
    return guarded([&]() -> Result<LossAndGradient> {
        prepareThread();
        m_net->eval();
        m_net->zero_grad();
        const torch::Tensor result = lossOf(batch);
        result.backward();
        Tensors gradients;
        for (const auto& [name, parameter] : m_trained)
            if (parameter.grad().defined())
                gradients[name] = parameter.grad();
        return LossAndGradient{result.item<double>(), copied(gradients)};
    });
}

TrainingState TorchTrainingStep::state() const
{
    return {copied(m_trained), copied(m_averaged), copied(m_firstMoment), copied(m_secondMoment), m_steps};
}

void TorchTrainingStep::restore(const TrainingState& state)
{
    const torch::NoGradGuard noGrad;
    const auto put = [](Tensors& to, const WeightMap& from) {
        for (auto& [name, tensor] : to)
            tensor.copy_(tensorOf(from.at(name)));
    };
    put(m_trained, state.weights);
    put(m_averaged, state.averaged);
    put(m_firstMoment, state.firstMoment);
    put(m_secondMoment, state.secondMoment);
    m_steps = state.steps;
}

} // namespace

Result<std::unique_ptr<TrainingStep>> makeTrainingStep(const ModelFile& model, const TrainingSettings& settings)
{
    return guarded([&]() -> Result<std::unique_ptr<TrainingStep>> {
        return std::unique_ptr<TrainingStep>(std::make_unique<TorchTrainingStep>(model, settings));
    });
}

} // namespace nb
