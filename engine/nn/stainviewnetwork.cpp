// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/stainviewnetwork.h"

#include <new>
#include <vector>

namespace nb
{

StainViewNetwork::StainViewNetwork(std::shared_ptr<const Network> inside)
    : m_inside(std::move(inside))
    , m_separation(m_inside->info().stainTarget)
{
}

Status StainViewNetwork::probabilities(
    std::span<const std::uint8_t> rgb, int count, int width, int height, std::span<float> out) const
{
    try {
        std::vector<std::uint8_t> view(rgb.begin(), rgb.end());
        m_separation.showOnly(StainSeparation::View::Haematoxylin, view.data(), view.size() / 3);
        return m_inside->probabilities(view, count, width, height, out);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory to run the network", "",
            "Close other programs or choose a smaller patch"};
    }
}

} // namespace nb
