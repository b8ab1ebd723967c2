// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/overwhite.h"

#include <opencv2/imgproc.hpp>

#include <bit>
#include <climits>

namespace nb
{

static_assert(std::endian::native == std::endian::little, "0xAARRGGBB lies in memory as B, G, R, A");

namespace
{

/// Nothing shines through: nearly always.
bool allOpaque(const std::uint32_t* argb, std::size_t count)
{
    std::uint32_t all = 0xff000000;
    for (std::size_t i = 0; i < count; ++i)
        all &= argb[i];
    return all == 0xff000000;
}

} // namespace

void overWhite(const std::uint32_t* argb, std::size_t count, std::uint8_t* rgb)
{
    if (count <= INT_MAX && allOpaque(argb, count)) {
        const int columns = static_cast<int>(count);
        const cv::Mat from(1, columns, CV_8UC4, const_cast<std::uint32_t*>(argb));
        cv::Mat to(1, columns, CV_8UC3, rgb);
        cv::cvtColor(from, to, cv::COLOR_BGRA2RGB);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t pixel = argb[i], white = 255 - (pixel >> 24);
        rgb[3 * i] = static_cast<std::uint8_t>(((pixel >> 16) & 255) + white);
        rgb[3 * i + 1] = static_cast<std::uint8_t>(((pixel >> 8) & 255) + white);
        rgb[3 * i + 2] = static_cast<std::uint8_t>((pixel & 255) + white);
    }
}

void overWhiteInPlace(std::uint32_t* argb, std::size_t count)
{
    if (allOpaque(argb, count))
        return;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t pixel = argb[i], white = 255 - (pixel >> 24);
        const auto channel = [&](int shift) { return ((((pixel >> shift) & 255) + white) & 255) << shift; };
        argb[i] = 0xff000000 | channel(16) | channel(8) | channel(0);
    }
}

} // namespace nb
