// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/macenko.h"

#include "engine/stain/twostainfit.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace nb
{

namespace
{

constexpr std::size_t kLeastPixels = 100;
constexpr double kLeastAngle = 1; // degrees between the stains below which there is only one

Error noStains(const char* what)
{
    return {ErrorCode::Invalid, what, "", "Choose no normalisation, or a slide with more stained tissue"};
}

cv::Matx33d covariance(std::span<const OpticalDensity> tissue)
{
    cv::Vec3d mean;
    for (const auto& v : tissue)
        mean += cv::Vec3d(v[0], v[1], v[2]);
    mean *= 1 / static_cast<double>(tissue.size());
    cv::Matx33d sum = cv::Matx33d::zeros();
    for (const auto& v : tissue) {
        const cv::Vec3d d = cv::Vec3d(v[0], v[1], v[2]) - mean;
        sum += d * d.t();
    }
    return sum * (1 / static_cast<double>(tissue.size() - 1));
}

/// The direction at `quantile` of the angles in the plane, non-negative and of length 1.
std::array<double, 3> direction(
    std::vector<float>& angles, double quantile, const cv::Vec3d& first, const cv::Vec3d& second)
{
    const auto at = angles.begin() + static_cast<std::ptrdiff_t>(quantile * static_cast<double>(angles.size() - 1));
    std::nth_element(angles.begin(), at, angles.end());
    const cv::Vec3d v = first * std::cos(static_cast<double>(*at)) + second * std::sin(static_cast<double>(*at));
    return unitVector({std::max(v[0], 0.0), std::max(v[1], 0.0), std::max(v[2], 0.0)});
}

} // namespace

Result<StainMatrix> estimateMacenko(std::span<const OpticalDensity> tissue)
try {
    if (tissue.size() < kLeastPixels)
        return noStains("There is too little tissue to estimate stains from");
    cv::Vec3d values;
    cv::Matx33d vectors;
    if (!cv::eigen(covariance(tissue), values, vectors))
        return noStains("The stains could not be estimated");
    cv::Vec3d first(vectors(0, 0), vectors(0, 1), vectors(0, 2)), second(vectors(1, 0), vectors(1, 1), vectors(1, 2));
    if (first[0] + first[1] + first[2] < 0)
        first = -first;
    std::vector<float> angles;
    angles.reserve(tissue.size());
    for (const auto& v : tissue) {
        const cv::Vec3d density(v[0], v[1], v[2]);
        angles.push_back(static_cast<float>(std::atan2(density.dot(second), density.dot(first))));
    }
    StainMatrix stains;
    stains.haematoxylin = direction(angles, 0.01, first, second);
    stains.eosin = direction(angles, 0.99, first, second);
    if (stains.haematoxylin[0] < stains.eosin[0])
        std::swap(stains.haematoxylin, stains.eosin);
    if (!(angleDegrees(stains.haematoxylin, stains.eosin) >= kLeastAngle))
        return noStains("The tissue has only one colour, so two stains cannot be told apart");
    stains.p99 = concentrationP99(tissue, TwoStainFit(stains.haematoxylin, stains.eosin, 0));
    if (!(stains.p99[0] > 0 && stains.p99[1] > 0))
        return noStains("The tissue has only one stain");
    return stains;
} catch (const std::exception& e) {
    return Error{ErrorCode::OutOfMemory, std::string("The stains could not be estimated (") + e.what() + ")", "",
        "Close other programs and try again"};
}

} // namespace nb
