// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/network.h"

#include <atomic>
#include <functional>

namespace nb::test
{

/// A network without weights: dark is inside, middling is boundary, bright is background. As a real one it sees the
/// edge of its patch: what it answers there differs with the patch, so that a seam would show.
class FakeNetwork : public Network
{
public:
    FakeNetwork()
    {
        m_info.width = 16;
        m_info.mpp = 0.25;
        m_info.hash = std::string(64, 'b');
        m_info.maxExtentPx = 64;
        m_info.stainTarget = {{0.65, 0.70, 0.29}, {0.07, 0.99, 0.11}, {1.5, 1.0}};
    }
    [[nodiscard]] const ModelInfo& info() const override { return m_info; }
    [[nodiscard]] Precision precision() const override { return Precision::Fp32; }
    [[nodiscard]] Device device() const override { return Device::Cpu; }

    [[nodiscard]] Status probabilities(
        std::span<const std::uint8_t> rgb, int count, int width, int height, std::span<float> out) const override
    {
        ++m_calls;
        if (onCall)
            onCall();
        const std::size_t plane = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
        for (std::size_t n = 0; n < static_cast<std::size_t>(count); ++n) {
            for (std::size_t i = 0; i < plane; ++i) {
                const std::size_t x = i % static_cast<std::size_t>(width);
                const float edge = x < 24 ? 0.01F * static_cast<float>(24 - x) : 0.0F;
                const float dark = 1.0F - static_cast<float>(rgb[3 * (n * plane + i)]) / 255.0F;
                const float inside = std::min(1.0F, std::max(0.0F, dark * (1.0F - edge)));
                const float boundary = (1.0F - inside) * std::min(1.0F, dark * 1.2F);
                float* const to = out.data() + 3 * n * plane + i;
                to[0] = 1.0F - inside - boundary;
                to[plane] = boundary;
                to[2 * plane] = inside;
            }
        }
        return {};
    }

    [[nodiscard]] int calls() const { return m_calls; }
    std::function<void()> onCall; ///< called on the worker before each patch

private:
    ModelInfo m_info;
    mutable std::atomic<int> m_calls{0};
};

} // namespace nb::test
