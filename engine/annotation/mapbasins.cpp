// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/mapbasins.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace nb
{

namespace
{

constexpr int kLeastDip = 10; // 8-bit: less is noise of the maps

Plane<std::uint8_t> blurred(const Plane<std::uint8_t>& from)
{
    Plane<std::uint8_t> to(from.width, from.height);
    for (int y = 0; y < from.height; ++y)
        for (int x = 0; x < from.width; ++x) {
            int sum = 0, count = 0;
            for (int py = std::max(0, y - 1); py <= std::min(from.height - 1, y + 1); ++py)
                for (int px = std::max(0, x - 1); px <= std::min(from.width - 1, x + 1); ++px) {
                    sum += from.at(px, py);
                    ++count;
                }
            to.at(x, y) = static_cast<std::uint8_t>((sum + count / 2) / count);
        }
    return to;
}

/// Hills while they are flooded: a forest of basins, each knowing its top.
class Flood
{
public:
    explicit Flood(double passShare)
        : m_passShare(passShare)
    {
    }
    std::uint32_t begin(const MapBasins::Basin& basin)
    {
        m_basins.push_back(basin);
        m_parent.push_back(static_cast<std::uint32_t>(m_parent.size()));
        return m_parent.back();
    }
    std::uint32_t root(std::uint32_t basin)
    {
        while (m_parent[basin] != basin)
            basin = m_parent[basin] = m_parent[m_parent[basin]];
        return basin;
    }
    /// Two hills meet at a pass of height `merit`.
    void meet(std::uint32_t a, std::uint32_t b, int merit)
    {
        if (m_basins[a].top < m_basins[b].top)
            std::swap(a, b);
        const int lower = m_basins[b].top;
        if (merit > m_passShare * lower || lower - merit < kLeastDip)
            m_parent[b] = a;
    }
    [[nodiscard]] const std::vector<MapBasins::Basin>& basins() const { return m_basins; }

private:
    const double m_passShare;
    std::vector<MapBasins::Basin> m_basins;
    std::vector<std::uint32_t> m_parent;
};

/// Pixels from the highest merit down, in reading order among equals.
std::vector<std::size_t> descending(const Plane<std::uint8_t>& merit)
{
    std::vector<std::size_t> order(merit.pixels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return merit.pixels[a] > merit.pixels[b]; });
    return order;
}

} // namespace

Plane<std::uint8_t> insideMerit(const Plane<std::uint8_t>& inside, const Plane<std::uint8_t>& boundary)
{
    Plane<std::uint8_t> merit(inside.width, inside.height);
    for (std::size_t i = 0; i < merit.pixels.size(); ++i)
        merit.pixels[i] = static_cast<std::uint8_t>(inside.pixels[i] * (255 - boundary.pixels[i]) / 255);
    return blurred(blurred(merit));
}

MapBasins basinsOf(const Plane<std::uint8_t>& merit, double passShare)
{
    constexpr std::array<int, 4> kDx{-1, 1, 0, 0}, kDy{0, 0, -1, 1};
    Flood flood(passShare);
    LabelImage flooded(merit.width, merit.height); // basin + 1 as it was when the pixel was reached
    for (const std::size_t pixel : descending(merit)) {
        const int x = static_cast<int>(pixel) % merit.width, y = static_cast<int>(pixel) / merit.width;
        std::uint32_t best = 0;
        for (std::size_t k = 0; k < kDx.size(); ++k) {
            const int nx = x + kDx[k], ny = y + kDy[k];
            if (nx < 0 || ny < 0 || nx >= merit.width || ny >= merit.height || flooded.at(nx, ny) == 0)
                continue;
            const std::uint32_t next = flood.root(flooded.at(nx, ny) - 1);
            if (best == 0) {
                best = next + 1;
            } else if (const std::uint32_t other = flood.root(best - 1); other != next) {
                flood.meet(other, next, merit.pixels[pixel]);
                best = flood.basins()[other].top >= flood.basins()[next].top ? other + 1 : next + 1;
            }
        }
        flooded.pixels[pixel] = best != 0 ? best : flood.begin({x, y, merit.pixels[pixel]}) + 1;
    }
    MapBasins result{LabelImage(merit.width, merit.height), {}};
    std::vector<std::uint32_t> label(flood.basins().size(), 0);
    for (std::size_t i = 0; i < flooded.pixels.size(); ++i) {
        const std::uint32_t basin = flood.root(flooded.pixels[i] - 1);
        if (label[basin] == 0) {
            result.basins.push_back(flood.basins()[basin]);
            label[basin] = static_cast<std::uint32_t>(result.basins.size());
        }
        result.labels.pixels[i] = label[basin];
    }
    return result;
}

} // namespace nb
