// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/twostainfit.h"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace nb
{

double angleDegrees(const std::array<double, 3>& a, const std::array<double, 3>& b)
{
    const std::array<double, 3> cross{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    const double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    return std::atan2(std::hypot(cross[0], cross[1], cross[2]), dot) * 180 / std::numbers::pi;
}

std::array<double, 3> unitVector(const std::array<double, 3>& v)
{
    const double length = std::hypot(v[0], v[1], v[2]);
    return length > 0 ? std::array<double, 3>{v[0] / length, v[1] / length, v[2] / length} : v;
}

namespace
{

double percentile99(std::vector<float>& values)
{
    const double position = 0.99 * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), at, values.end());
    const double low = *at;
    const double high = at + 1 == values.end() ? low : *std::min_element(at + 1, values.end());
    return low + (high - low) * (position - static_cast<double>(below));
}

} // namespace

std::array<double, 2> concentrationP99(std::span<const OpticalDensity> tissue, const TwoStainFit& fit)
{
    std::vector<float> haematoxylin, eosin;
    haematoxylin.reserve(tissue.size());
    eosin.reserve(tissue.size());
    for (const auto& density : tissue) {
        const auto concentration = fit(density);
        haematoxylin.push_back(static_cast<float>(concentration[0]));
        eosin.push_back(static_cast<float>(concentration[1]));
    }
    return {percentile99(haematoxylin), percentile99(eosin)};
}

} // namespace nb
