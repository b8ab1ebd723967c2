// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace nb::test
{

/// Pale ground with dark blobs, many of them touching, and a white band without tissue.
inline RgbImage blobPicture(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    RgbImage picture(width, height, 235);
    for (auto& v : picture.pixels)
        v = static_cast<std::uint8_t>(190 + random() % 30);
    for (int n = 0; n < width * height / 1800; ++n) {
        const int cx = static_cast<int>(random() % static_cast<unsigned>(width)),
                  cy = static_cast<int>(random() % static_cast<unsigned>(height));
        const int rx = 4 + static_cast<int>(random() % 14), ry = 4 + static_cast<int>(random() % 14);
        for (int y = std::max(0, cy - ry); y < std::min(height, cy + ry + 1); ++y)
            for (int x = std::max(0, cx - rx); x < std::min(width, cx + rx + 1); ++x) {
                const double d
                    = std::pow((x - cx) / static_cast<double>(rx), 2) + std::pow((y - cy) / static_cast<double>(ry), 2);
                if (d > 1)
                    continue;
                const auto dark = static_cast<std::uint8_t>((d > 0.6 ? 95 : 20) + random() % 30);
                for (int c = 0; c < 3; ++c)
                    picture.row(y)[3 * x + c] = std::min(picture.row(y)[3 * x + c], dark);
            }
    }
    return picture;
}

} // namespace nb::test
