// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/weightmap.h"

#include <algorithm>
#include <cmath>

namespace nb {

Plane<float> weightMap(int width, int height)
{
    std::vector<double> weights(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const double centreX = width / 2.0, centreY = height / 2.0;
    double sum = 0;
    std::size_t i = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x, ++i) {
            const double px = x + 0.5, py = y + 0.5;
            const double edge = std::min({px, py, width - px, height - py});
            const double centre = std::hypot(px - centreX, py - centreY);
            weights[i] = edge / (centre + edge);
            sum += weights[i];
        }
    }
    const double alpha = static_cast<double>(weights.size()) / sum;
    Plane<float> map(width, height);
    std::transform(weights.begin(), weights.end(), map.pixels.begin(),
                   [alpha](double w) { return static_cast<float>(alpha * w); });
    return map;
}

} // namespace nb
