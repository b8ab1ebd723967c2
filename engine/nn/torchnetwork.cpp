// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/network.h"

#include "engine/nn/nblayers.h"
#include "engine/nn/precisionchoice.h"
#include "engine/nn/stainviewnetwork.h"
#include "engine/nn/torchnbnet.h"

#include <cmath>
#include <new>

namespace nb
{

namespace
{

/// Torch works with one thread on this thread while it lives: workers run side by side instead, and a sum that is split
/// over threads would depend on their number.
class SingleThreaded
{
public:
    SingleThreaded()
        : m_before(at::get_num_threads())
    {
        if (m_before != 1)
            at::set_num_threads(1);
    }
    ~SingleThreaded()
    {
        if (m_before != 1)
            at::set_num_threads(m_before);
    }
    SingleThreaded(const SingleThreaded&) = delete;
    SingleThreaded& operator=(const SingleThreaded&) = delete;

private:
    const int m_before;
};

class TorchNetwork final : public Network
{
public:
    TorchNetwork(const ModelFile& model, torch::Device device, torch::ScalarType type)
        : m_info(model.info)
        , m_net(model.info.width)
        , m_device(device)
        , m_type(type)
    {
        if (m_device.is_cuda()) { // the same picture gives the same bits, and fp32 is fp32
            at::globalContext().setDeterministicCuDNN(true);
            at::globalContext().setBenchmarkCuDNN(false);
            at::globalContext().setAllowTF32CuDNN(false);
        }
        m_net->load(model.tensors);
        m_net->eval();
        if (m_device.is_cpu())
            m_net->useOwnSelu();
        m_net->to(m_device, m_type);
        const torch::NoGradGuard noGrad;
        for (auto& parameter : m_net->parameters())
            if (parameter.dim() == 4)
                parameter.set_data(parameter.contiguous(torch::MemoryFormat::ChannelsLast));
    }

    [[nodiscard]] const ModelInfo& info() const override { return m_info; }
    [[nodiscard]] Precision precision() const override
    {
        return m_type == torch::kBFloat16 ? Precision::Bf16 : Precision::Fp32;
    }
    [[nodiscard]] Device device() const override { return m_device.is_cuda() ? Device::Cuda : Device::Cpu; }

    [[nodiscard]] Status probabilities(
        std::span<const std::uint8_t> rgb, int count, int width, int height, std::span<float> out) const override;

private:
    [[nodiscard]] bool probabilitiesOfOne(const std::uint8_t* rgb, int width, int height, float* out) const;

    const ModelInfo m_info;
    mutable TorchNbNet m_net; ///< in eval mode forward changes nothing
    const torch::Device m_device;
    const torch::ScalarType m_type;
};

bool TorchNetwork::probabilitiesOfOne(const std::uint8_t* rgb, int width, int height, float* out) const
{
    const c10::InferenceMode inference;
    const torch::Tensor pixels
        = torch::from_blob(const_cast<std::uint8_t*>(rgb), {1, height, width, 3}, torch::kUInt8).permute({0, 3, 1, 2});
    const torch::Tensor input = pixels.to(m_device, torch::kFloat32)
                                    .div_(255.0)
                                    .sub_(m_info.inputMean)
                                    .div_(m_info.inputStd)
                                    .to(m_type)
                                    .contiguous(torch::MemoryFormat::ChannelsLast);
    const torch::Tensor result = torch::softmax(m_net->forward(input).to(torch::kFloat32), 1);
    torch::Tensor to = torch::from_blob(out, {1, kNbClasses, height, width}, torch::kFloat32);
    to.copy_(result);
    return torch::isfinite(to).all().item<bool>();
}

Status TorchNetwork::probabilities(
    std::span<const std::uint8_t> rgb, int count, int width, int height, std::span<float> out) const
{
    const std::size_t values
        = static_cast<std::size_t>(std::max(0, width)) * static_cast<std::size_t>(std::max(0, height)) * 3;
    if (count < 1 || values == 0 || width % kNbSideMultiple != 0 || height % kNbSideMultiple != 0
        || rgb.size() != values * static_cast<std::size_t>(count) || out.size() != rgb.size())
        return Error{ErrorCode::Invalid, "The network was given a picture whose sides are not multiples of 16", "", ""};
    try {
        const SingleThreaded single;
        // One by one: a batch is not faster on these sizes, and may change the last bits.
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
            if (!probabilitiesOfOne(rgb.data() + i * values, width, height, out.data() + i * values))
                return Error{ErrorCode::Invalid, "The model's weights give results that are not numbers", m_info.name,
                    "Choose another model"};
        return {};
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory to run the network", "",
            "Close other programs or choose a smaller patch"};
    } catch (const std::exception& error) {
        return Error{ErrorCode::Internal, "The network failed (" + std::string(error.what()) + ")", "", ""};
    }
}

std::shared_ptr<const Network> makeReady(const ModelFile& model, torch::Device device, PrecisionChoice precision)
{
    const auto make = [&](torch::ScalarType type) { return std::make_shared<const TorchNetwork>(model, device, type); };
    if (precision == PrecisionChoice::Bf16)
        return make(torch::kBFloat16);
    auto exact = make(torch::kFloat32);
    if (precision == PrecisionChoice::Fp32 || device.is_cuda() || !processorHasBf16())
        return exact;
    auto half = make(torch::kBFloat16);
    return isFaster(*half, *exact) ? half : exact;
}

} // namespace

Result<std::shared_ptr<const Network>> makeNetwork(const ModelFile& model, const NetworkOptions& options)
{
    const bool cuda = options.device != DeviceChoice::Cpu && torch::cuda::is_available();
    if (options.device == DeviceChoice::Cuda && !cuda)
        return Error{ErrorCode::Unsupported, "No graphics card that can run the network was found", "",
            "Use --device cpu, or install a CUDA build of LibTorch"};
    if (options.precision == PrecisionChoice::Bf16 && !cuda && !processorHasBf16())
        return Error{
            ErrorCode::Unsupported, "This processor cannot calculate in bf16", "", "Use --precision fp32 or auto"};
    try {
        const SingleThreaded single; // or torch's own threads start here and spin beside the workers
        auto network = makeReady(model, cuda ? torch::kCUDA : torch::kCPU, options.precision);
        if (model.info.input == ModelInput::Haematoxylin)
            return std::shared_ptr<const Network>(std::make_shared<StainViewNetwork>(std::move(network)));
        return network;
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory for the model", model.info.name, "Close other programs"};
    } catch (const std::exception& error) {
        return Error{ErrorCode::Internal, "The model cannot be made ready (" + std::string(error.what()) + ")",
            model.info.name, ""};
    }
}

Result<std::shared_ptr<const Network>> loadNetwork(const std::string& path, const NetworkOptions& options)
{
    const auto model = readModelFile(path);
    if (!model)
        return model.error();
    return makeNetwork(*model, options);
}

} // namespace nb
