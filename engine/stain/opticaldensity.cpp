// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/opticaldensity.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nb
{

const std::array<float, 256>& densityOfValue()
{
    static const auto table = [] {
        std::array<float, 256> densities{};
        for (std::size_t i = 0; i < densities.size(); ++i)
            densities[i] = static_cast<float>(-std::log(std::max(static_cast<double>(i), 1.0) / 255));
        return densities;
    }();
    return table;
}

OpticalDensity densityOf(const std::uint8_t* rgb)
{
    const auto& table = densityOfValue();
    return {table[rgb[0]], table[rgb[1]], table[rgb[2]]};
}

bool isTissue(const OpticalDensity& d)
{
    return (static_cast<double>(d[0]) + d[1] + d[2]) / 3 > kTissueDensity;
}

std::vector<OpticalDensity> tissueDensities(const RgbImage& image)
{
    std::vector<OpticalDensity> tissue;
    for (std::size_t i = 0; i + 2 < image.pixels.size(); i += 3)
        if (const auto density = densityOf(&image.pixels[i]); isTissue(density))
            tissue.push_back(density);
    return tissue;
}

} // namespace nb
