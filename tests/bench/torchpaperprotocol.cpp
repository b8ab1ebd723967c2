// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/torchpaperprotocol.h"

#include "engine/nn/torchnbnet.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace nb::bench
{

namespace
{

constexpr int kWidth = 32;
constexpr int kPatch = 128;
constexpr int kStride = 64;
constexpr std::size_t kBatch = 16;

std::vector<int> starts(int side)
{
    std::vector<int> all;
    for (int at = 0; at + kPatch < side; at += kStride)
        all.push_back(at);
    all.push_back(side - kPatch); // the last one ends with the picture
    return all;
}

} // namespace

struct PaperProtocol::Net {
    TorchNbNet module{kWidth};
};

PaperProtocol::PaperProtocol(int threads, Threading threading)
    : m_threads(threads)
    , m_threading(threading)
    , m_net(std::make_unique<Net>())
{
    m_net->module->eval();
    const torch::NoGradGuard noGrad;
    for (auto& parameter : m_net->module->parameters())
        if (parameter.dim() == 4)
            parameter.set_data(parameter.contiguous(torch::MemoryFormat::ChannelsLast));
}

PaperProtocol::~PaperProtocol() = default;

void PaperProtocol::run(const RgbImage& picture) const
{
    std::vector<std::pair<int, int>> patches;
    for (const int y : starts(picture.height))
        for (const int x : starts(picture.width))
            patches.emplace_back(x, y);
    const torch::Tensor pixels = torch::from_blob(
        const_cast<std::uint8_t*>(picture.pixels.data()), {picture.height, picture.width, 3}, torch::kUInt8);
    const auto runBatch = [&](std::size_t first) {
        const c10::InferenceMode inference;
        std::vector<torch::Tensor> batch;
        for (std::size_t i = first; i < std::min(first + kBatch, patches.size()); ++i)
            batch.push_back(
                pixels.narrow(0, patches[i].second, kPatch).narrow(1, patches[i].first, kPatch).permute({2, 0, 1}));
        const torch::Tensor input = torch::stack(batch)
                                        .to(torch::kFloat32)
                                        .div_(255.0)
                                        .sub_(0.7)
                                        .div_(0.25)
                                        .contiguous(torch::MemoryFormat::ChannelsLast);
        torch::softmax(m_net->module->forward(input), 1);
    };
    const int before = at::get_num_threads();
    if (m_threading == Threading::WithinBatch) {
        at::set_num_threads(m_threads);
        for (std::size_t first = 0; first < patches.size(); first += kBatch)
            runBatch(first);
    } else {
        at::set_num_threads(1);
        std::atomic<std::size_t> next{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < m_threads; ++t)
            threads.emplace_back([&] {
                at::set_num_threads(1);
                for (std::size_t first = next.fetch_add(kBatch); first < patches.size(); first = next.fetch_add(kBatch))
                    runBatch(first);
            });
        for (auto& thread : threads)
            thread.join();
    }
    at::set_num_threads(before);
}

} // namespace nb::bench
