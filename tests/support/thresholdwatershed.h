// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/demo/stainset.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <queue>
#include <tuple>
#include <utility>
#include <vector>

namespace nb::test
{

/// The haematoxylin of a demo picture, as 8 bits: optical densities taken apart with the very stains that it was made
/// with (which is more than a real slide tells).
inline cv::Mat haematoxylinOf(const RgbImage& picture, const StainSet& stains)
{
    const auto& h = stains.haematoxylin;
    const auto& e = stains.eosin;
    const float hh = h[0] * h[0] + h[1] * h[1] + h[2] * h[2], ee = e[0] * e[0] + e[1] * e[1] + e[2] * e[2];
    const float he = h[0] * e[0] + h[1] * e[1] + h[2] * e[2];
    cv::Mat amount(picture.height, picture.width, CV_8U);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            float hd = 0, ed = 0;
            for (std::size_t c = 0; c < 3; ++c) {
                const float value = std::max<float>(1, picture.row(y)[3 * x + static_cast<int>(c)]);
                const float density = -std::log(value / stains.white[c]);
                hd += h[c] * density;
                ed += e[c] * density;
            }
            const float found = (hd * ee - ed * he) / (hh * ee - he * he);
            amount.at<std::uint8_t>(y, x) = cv::saturate_cast<std::uint8_t>(100 * found);
        }
    }
    return amount;
}

/// Watershed by flooding from the markers (> 0), highest distance first, over all pixels of positive distance. OpenCV's
/// own takes differences of colour for heights, not the distances.
inline void floodDownhill(cv::Mat& markers, const cv::Mat& distance)
{
    using Step = std::tuple<float, int, int, int>; // height, older first, place
    std::priority_queue<Step> open;
    int age = 0;
    const auto add = [&](int y, int x) { open.emplace(distance.at<float>(y, x), -age++, y, x); };
    for (int y = 0; y < markers.rows; ++y)
        for (int x = 0; x < markers.cols; ++x)
            if (markers.at<int>(y, x) > 0)
                add(y, x);
    while (!open.empty()) {
        const auto [height, order, y, x] = open.top();
        open.pop();
        for (const auto& [dy, dx] : {std::pair{0, 1}, {1, 0}, {0, -1}, {-1, 0}}) {
            const int ny = y + dy, nx = x + dx;
            if (ny < 0 || nx < 0 || ny >= markers.rows || nx >= markers.cols || markers.at<int>(ny, nx) != 0
                || distance.at<float>(ny, nx) <= 0.5F)
                continue;
            markers.at<int>(ny, nx) = markers.at<int>(y, x);
            add(ny, nx);
        }
    }
}

/// What people did before networks: Otsu's threshold on haematoxylin, opening, watershed on the distance transform from
/// its smoothed maxima, specks dropped.
inline LabelImage thresholdWatershed(const RgbImage& picture, const StainSet& stains)
{
    cv::Mat haematoxylin, mask;
    cv::GaussianBlur(haematoxylinOf(picture, stains), haematoxylin, {}, 1.5);
    cv::threshold(haematoxylin, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    const cv::Mat disc = cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5});
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, disc);
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, disc);
    cv::Mat distance, highest;
    cv::distanceTransform(mask, distance, cv::DIST_L2, 5);
    cv::GaussianBlur(distance, distance, {}, 1.5);
    cv::dilate(distance, highest, cv::getStructuringElement(cv::MORPH_ELLIPSE, {15, 15}));
    const cv::Mat peaks = (distance >= highest) & (distance > 3);
    cv::Mat markers;
    const int count = cv::connectedComponents(peaks, markers);
    distance.setTo(0, mask == 0);
    floodDownhill(markers, distance);
    std::vector<int> area(static_cast<std::size_t>(count) + 1);
    for (const int label : cv::Mat_<int>(markers))
        if (label > 0)
            ++area[static_cast<std::size_t>(label)];
    LabelImage labels(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (const int label = markers.at<int>(y, x); label > 0 && area[static_cast<std::size_t>(label)] >= 60)
                labels.at(x, y) = static_cast<std::uint32_t>(label);
    return labels;
}

} // namespace nb::test
