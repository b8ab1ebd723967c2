// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/stain/stainmatrix.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

namespace nb::test
{

/// An RGB picture from a file; empty if it cannot be read.
inline RgbImage readPicture(const std::string& path)
{
    const cv::Mat bgr = cv::imread(path, cv::IMREAD_COLOR);
    if (bgr.empty())
        return {};
    RgbImage picture(bgr.cols, bgr.rows);
    cv::Mat rgb(bgr.rows, bgr.cols, CV_8UC3, picture.pixels.data());
    cv::cvtColor(bgr, rgb, cv::COLOR_BGR2RGB);
    return picture;
}

/// The default model's target.
inline StainMatrix modelTarget()
{
    return {{0.465938, 0.765617, 0.443545}, {0.30734, 0.796392, 0.520867}, {2.13394, 1.208994}};
}

/// The colour of these concentrations by Beer-Lambert, rounded.
inline void paint(std::uint8_t* rgb, const StainMatrix& stains, double haematoxylin, double eosin)
{
    for (std::size_t c = 0; c < 3; ++c)
        rgb[c] = static_cast<std::uint8_t>(
            std::lround(255 * std::exp(-stains.haematoxylin[c] * haematoxylin - stains.eosin[c] * eosin)));
}

/// Tissue of two stains: a fifth nuclei (mostly haematoxylin), the rest stroma (mostly eosin) of varying strength.
inline RgbImage tissuePicture(int width, int height, const StainMatrix& stains, std::uint64_t seed = 1)
{
    RgbImage picture(width, height);
    std::mt19937_64 random(seed);
    const auto uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
    for (std::size_t i = 0; i < picture.pixels.size(); i += 3) {
        const bool nucleus = uniform() < 0.2;
        const double h = stains.p99[0] * uniform() * (nucleus ? 1 : 0.02),
                     e = stains.p99[1] * uniform() * (nucleus ? 0.05 : 1);
        paint(&picture.pixels[i], stains, h, e);
    }
    return picture;
}

} // namespace nb::test
