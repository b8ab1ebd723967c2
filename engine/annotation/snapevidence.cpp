// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/snapevidence.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace nb
{

namespace
{

constexpr double kColourSigma = 1.0;
constexpr double kMapSigma = 0.7;

void smooth(Plane<float>& plane, double sigma)
{
    cv::Mat pixels(plane.height, plane.width, CV_32F, plane.pixels.data());
    cv::GaussianBlur(pixels, pixels, {}, sigma);
}

Plane<float> probability(const Plane<std::uint8_t>& map, bool inverse)
{
    Plane<float> plane(map.width, map.height);
    std::transform(map.pixels.begin(), map.pixels.end(), plane.pixels.begin(),
        [inverse](std::uint8_t v) { return static_cast<float>(inverse ? 255 - v : v) / 255.0F; });
    return plane;
}

} // namespace

SnapEvidence snapEvidence(const MapWindow& window, Plane<std::uint8_t> taken)
{
    SnapEvidence evidence;
    evidence.red = Plane<float>(window.inside.width, window.inside.height);
    for (std::size_t i = 0; i < evidence.red.pixels.size(); ++i)
        evidence.red.pixels[i] = -std::log(static_cast<float>(window.rgb.pixels[3 * i] + 1) / 256.0F);
    evidence.nuclear = probability(window.background, true);
    evidence.boundary = probability(window.boundary, false);
    evidence.inside = probability(window.inside, false);
    smooth(evidence.red, kColourSigma);
    smooth(evidence.nuclear, kMapSigma);
    smooth(evidence.boundary, kMapSigma);
    evidence.taken = std::move(taken);
    return evidence;
}

float sampled(const Plane<float>& plane, double x, double y)
{
    const double px = std::clamp(x - 0.5, 0.0, static_cast<double>(plane.width - 1));
    const double py = std::clamp(y - 0.5, 0.0, static_cast<double>(plane.height - 1));
    const int left = static_cast<int>(px), top = static_cast<int>(py);
    const int right = std::min(left + 1, plane.width - 1), bottom = std::min(top + 1, plane.height - 1);
    const auto fx = static_cast<float>(px - left), fy = static_cast<float>(py - top);
    return (plane.at(left, top) * (1 - fx) + plane.at(right, top) * fx) * (1 - fy)
        + (plane.at(left, bottom) * (1 - fx) + plane.at(right, bottom) * fx) * fy;
}

} // namespace nb
