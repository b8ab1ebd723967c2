// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/network.h"

namespace nb
{

/// A nucleus model and a boundary model side by side, as one network: the way of separate models that Cui et al.
/// compare theirs with (Fig. 12). Boundary is what the boundary model says, b; the rest is shared by the nucleus
/// model's word on nuclei, n (its inside and boundary together): inside (1-b)·n, background (1-b)·(1-n). Immutable; any
/// thread.
class PairedNetwork : public Network
{
public:
    /// Errors: Invalid (µm/px, stain target or way of growing differ, so that no one recipe holds for both).
    [[nodiscard]] static Result<std::shared_ptr<const Network>> create(
        std::shared_ptr<const Network> nucleus, std::shared_ptr<const Network> boundary);

    [[nodiscard]] const ModelInfo& info() const override { return m_info; }
    [[nodiscard]] Precision precision() const override { return m_nucleus->precision(); }
    [[nodiscard]] Device device() const override { return m_nucleus->device(); }
    [[nodiscard]] Status probabilities(
        std::span<const std::uint8_t> rgb, int count, int width, int height, std::span<float> out) const override;

private:
    PairedNetwork(std::shared_ptr<const Network> nucleus, std::shared_ptr<const Network> boundary);

    const std::shared_ptr<const Network> m_nucleus;
    const std::shared_ptr<const Network> m_boundary;
    ModelInfo m_info; ///< the nucleus model's, with a hash of both
};

} // namespace nb
