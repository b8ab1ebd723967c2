// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/ternarymap.h"

#include <algorithm>
#include <limits>

namespace nb {

Plane<std::uint8_t> ternaryMap(const LabelImage& labels, int erosionSteps) { return ternaryMap(labels, {}, erosionSteps); }

Plane<std::uint8_t> ternaryMap(const LabelImage& labels, const Plane<std::uint8_t>& known, int erosionSteps)
{
    constexpr int kFar = std::numeric_limits<int>::max() / 2;
    Plane<int> distance(labels.width, labels.height, kFar);
    const auto relax = [&](int x, int y, int nx, int ny) {
        if (nx < 0 || ny < 0 || nx >= labels.width || ny >= labels.height)
            return;
        if (!known.empty() && known.at(nx, ny) == 0 && labels.at(nx, ny) == 0)
            return;
        const int through = labels.at(nx, ny) == labels.at(x, y) ? distance.at(nx, ny) + 1 : 1;
        distance.at(x, y) = std::min(distance.at(x, y), through);
    };
    // Two sweeps are exact for the taxicab metric.
    for (int y = 0; y < labels.height; ++y) {
        for (int x = 0; x < labels.width; ++x) {
            relax(x, y, x - 1, y);
            relax(x, y, x, y - 1);
        }
    }
    for (int y = labels.height - 1; y >= 0; --y) {
        for (int x = labels.width - 1; x >= 0; --x) {
            relax(x, y, x + 1, y);
            relax(x, y, x, y + 1);
        }
    }
    Plane<std::uint8_t> ternary(labels.width, labels.height);
    for (std::size_t i = 0; i < ternary.pixels.size(); ++i)
        if (labels.pixels[i] != 0)
            ternary.pixels[i] = distance.pixels[i] > erosionSteps ? 2 : 1;
    return ternary;
}

} // namespace nb
