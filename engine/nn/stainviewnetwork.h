// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/network.h"
#include "engine/stain/stainnormalizer.h"

namespace nb
{

/// A network that was taught on the picture of haematoxylin alone (ModelInput::Haematoxylin): makes that picture, by
/// the model's stain target, before it asks the network inside. Immutable; any thread.
class StainViewNetwork : public Network
{
public:
    explicit StainViewNetwork(std::shared_ptr<const Network> inside);

    [[nodiscard]] const ModelInfo& info() const override { return m_inside->info(); }
    [[nodiscard]] Precision precision() const override { return m_inside->precision(); }
    [[nodiscard]] Device device() const override { return m_inside->device(); }
    [[nodiscard]] Status probabilities(
        std::span<const std::uint8_t> rgb, int count, int width, int height, std::span<float> out) const override;

private:
    const std::shared_ptr<const Network> m_inside;
    const StainSeparation m_separation;
};

} // namespace nb
