// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/wand.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

namespace nb
{

namespace
{

constexpr int kNoiseReach = 5; // pixels around the point that its noise is measured in
constexpr double kLeastNoise = 2; // of 255: flat colours have none

using Colour = std::array<double, 3>;

/// Mean of the (2·reach+1)² pixels around, of those in the picture; and the mean of their squares.
Colour meanAround(const RgbImage& image, int x, int y, int reach, Colour* squares = nullptr)
{
    Colour sum{}, sumOfSquares{};
    double count = 0;
    for (int py = std::max(0, y - reach); py <= std::min(image.height - 1, y + reach); ++py)
        for (int px = std::max(0, x - reach); px <= std::min(image.width - 1, x + reach); ++px) {
            const std::uint8_t* rgb = image.row(py) + static_cast<std::ptrdiff_t>(px) * 3;
            for (std::size_t c = 0; c < 3; ++c) {
                sum[c] += rgb[c];
                sumOfSquares[c] += static_cast<double>(rgb[c]) * rgb[c];
            }
            ++count;
        }
    for (std::size_t c = 0; c < 3; ++c) {
        sum[c] /= count;
        sumOfSquares[c] /= count;
    }
    if (squares)
        *squares = sumOfSquares;
    return sum;
}

Plane<std::uint8_t> alike(const RgbImage& image, int reach, const Colour& colour, const Colour& tolerance)
{
    Plane<std::uint8_t> mask(image.width, image.height);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const Colour here = meanAround(image, x, y, reach);
            mask.at(x, y) = std::abs(here[0] - colour[0]) <= tolerance[0]
                && std::abs(here[1] - colour[1]) <= tolerance[1] && std::abs(here[2] - colour[2]) <= tolerance[2];
        }
    return mask;
}

} // namespace

Result<MultiPolygon> wandRegion(
    const RgbImage& image, const PixelFrame& frame, const Point& at, const WandSettings& settings)
{
    const Point pixel = frame.toPixels(at);
    if (!(pixel.x >= 0 && pixel.y >= 0 && pixel.x < image.width && pixel.y < image.height))
        return Error{ErrorCode::OutOfRange, "The wand was used outside of the picture", "", "Click on the slide"};
    const int x = static_cast<int>(pixel.x), y = static_cast<int>(pixel.y), reach = settings.exact ? 0 : 1;
    const Colour colour = meanAround(image, x, y, reach);
    Colour tolerance{};
    if (!settings.exact) {
        Colour squares{};
        const Colour mean = meanAround(image, x, y, kNoiseReach, &squares);
        for (std::size_t c = 0; c < 3; ++c)
            tolerance[c] = settings.sensitivity
                * std::max(kLeastNoise, std::sqrt(std::max(0.0, squares[c] - mean[c] * mean[c])));
    }
    return shapeOfMask(componentAt(alike(image, reach, colour, tolerance), x, y), frame);
}

} // namespace nb
