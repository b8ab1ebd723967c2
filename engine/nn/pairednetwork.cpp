// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/pairednetwork.h"

#include "engine/base/sha256.h"

#include <new>
#include <vector>

namespace nb
{

Result<std::shared_ptr<const Network>> PairedNetwork::create(
    std::shared_ptr<const Network> nucleus, std::shared_ptr<const Network> boundary)
{
    const ModelInfo &a = nucleus->info(), &b = boundary->info();
    const bool sameStain = a.stainMethod == b.stainMethod && a.stainTarget.haematoxylin == b.stainTarget.haematoxylin
        && a.stainTarget.eosin == b.stainTarget.eosin && a.stainTarget.p99 == b.stainTarget.p99;
    if (a.mpp != b.mpp || !sameStain || a.targetErosionSteps != b.targetErosionSteps)
        return Error{ErrorCode::Invalid,
            "The nucleus model and the boundary model were made for different pixel sizes, stains or boundaries",
            b.name, "Choose two models that come from the same training data"};
    return std::shared_ptr<const Network>(new PairedNetwork(std::move(nucleus), std::move(boundary)));
}

PairedNetwork::PairedNetwork(std::shared_ptr<const Network> nucleus, std::shared_ptr<const Network> boundary)
    : m_nucleus(std::move(nucleus))
    , m_boundary(std::move(boundary))
    , m_info(m_nucleus->info())
{
    Sha256 hash;
    hash.add(m_info.hash + m_boundary->info().hash);
    m_info.hash = hash.hex();
    m_info.name += " + " + m_boundary->info().name;
}

Status PairedNetwork::probabilities(
    std::span<const std::uint8_t> rgb, int count, int width, int height, std::span<float> out) const
{
    try {
        std::vector<float> boundary(out.size());
        if (Status status = m_boundary->probabilities(rgb, count, width, height, boundary); !status)
            return status;
        if (Status status = m_nucleus->probabilities(rgb, count, width, height, out); !status)
            return status;
        const std::size_t plane = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
        for (std::size_t start = 0; start < out.size(); start += 3 * plane)
            for (std::size_t i = start; i < start + plane; ++i) {
                const float n = 1 - out[i], b = boundary[i + plane];
                out[i] = (1 - b) * (1 - n);
                out[i + plane] = b;
                out[i + 2 * plane] = (1 - b) * n;
            }
        return {};
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory to run two networks", "",
            "Close other programs or choose a smaller patch"};
    }
}

} // namespace nb
