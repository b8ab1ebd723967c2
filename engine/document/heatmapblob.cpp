// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/heatmapblob.h"

#include <algorithm>
#include <array>
#include <zlib.h>

namespace nb
{

namespace
{

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHeader
    = 6; // version, reduction, width and height of the cell in model pixels (two bytes each, low one first)
constexpr int kLargestCell = 4096; // model pixels; a stride is 2048 at most
constexpr std::int64_t kMostBytes = 768LL << 20;
constexpr int kLevel = 1; // level 6 takes three times as long for a tenth less

int reduced(int length, int reduction)
{
    return (length + reduction - 1) / reduction;
}

/// Averages, rounded; what is kept is the difference to the pixel on the left, which deflates better.
void append(std::vector<std::uint8_t>& to, const Plane<std::uint8_t>& plane, int reduction)
{
    for (int y = 0; y < plane.height; y += reduction) {
        std::uint8_t left = 0;
        for (int x = 0; x < plane.width; x += reduction) {
            const int right = std::min(x + reduction, plane.width), bottom = std::min(y + reduction, plane.height);
            int sum = 0;
            for (int v = y; v < bottom; ++v)
                for (int u = x; u < right; ++u)
                    sum += plane.at(u, v);
            const int count = (right - x) * (bottom - y);
            const auto mean = static_cast<std::uint8_t>((sum + count / 2) / count);
            to.push_back(static_cast<std::uint8_t>(mean - left));
            left = mean;
        }
    }
}

Plane<std::uint8_t> take(const std::vector<std::uint8_t>& from, std::size_t& at, int width, int height)
{
    Plane<std::uint8_t> plane(width, height);
    for (int y = 0; y < height; ++y) {
        std::uint8_t left = 0;
        for (int x = 0; x < width; ++x)
            plane.at(x, y) = left = static_cast<std::uint8_t>(left + from[at++]);
    }
    return plane;
}

} // namespace

int heatmapReduction(const Rect& area)
{
    int reduction = 4;
    while (reduction < 128 && 3 * (area.width / reduction) * (area.height / reduction) > kMostBytes)
        reduction *= 2;
    return reduction;
}

std::vector<std::uint8_t> packHeatmap(const MapCell& cell, int reduction)
{
    std::vector<std::uint8_t> planes;
    for (const auto* plane : {&cell.background, &cell.boundary, &cell.inside})
        append(planes, *plane, reduction);
    const auto low = [](std::int64_t v) { return static_cast<std::uint8_t>(v & 255); };
    uLongf size = compressBound(static_cast<uLong>(planes.size()));
    std::vector<std::uint8_t> out(kHeader + size);
    const std::array<std::uint8_t, kHeader> header{kVersion, static_cast<std::uint8_t>(reduction), low(cell.area.width),
        low(cell.area.width >> 8), low(cell.area.height), low(cell.area.height >> 8)};
    std::copy(header.begin(), header.end(), out.begin());
    compress2(out.data() + kHeader, &size, planes.data(), static_cast<uLong>(planes.size()),
        kLevel); // the bound is enough, so it cannot fail
    out.resize(kHeader + size);
    return out;
}

std::optional<StoredHeatmap> unpackHeatmap(std::span<const std::uint8_t> bytes, std::int64_t x, std::int64_t y)
{
    if (bytes.size() < kHeader || bytes[0] != kVersion || bytes[1] == 0)
        return {};
    const int reduction = bytes[1], width = bytes[2] + 256 * bytes[3], height = bytes[4] + 256 * bytes[5];
    if (width <= 0 || height <= 0 || width > kLargestCell || height > kLargestCell)
        return {};
    const int w = reduced(width, reduction), h = reduced(height, reduction);
    std::vector<std::uint8_t> planes(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3);
    uLongf size = static_cast<uLongf>(planes.size());
    if (uncompress(planes.data(), &size, bytes.data() + kHeader, static_cast<uLong>(bytes.size() - kHeader)) != Z_OK
        || size != planes.size())
        return {};
    std::size_t at = 0;
    StoredHeatmap map{{x, y, width, height}, reduction, {}, {}, {}};
    for (auto* plane : {&map.background, &map.boundary, &map.inside})
        *plane = take(planes, at, w, h);
    return map;
}

} // namespace nb
