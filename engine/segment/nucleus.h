// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <array>
#include <cstdint>
#include <string>

namespace nb {

/// 16 bytes of a UUID, in the order they are printed.
using Uuid = std::array<std::uint8_t, 16>;

/// Measured per nucleus. Lengths in µm, areas in µm², angles in degrees, optical densities by natural logarithm.
struct NucleusMeasurements {
    double areaUm2 = 0;
    double perimeterUm = 0;
    double circularity = 0;       ///< 4π·area/perimeter², 0..1
    double solidity = 0;          ///< area / area of the convex hull, 0..1
    double eccentricity = 0;      ///< of the ellipse with the same second moments, 0..1
    double majorAxisUm = 0;       ///< full length of that ellipse's axes
    double minorAxisUm = 0;
    double orientationDeg = 0;    ///< of the major axis, counter-clockwise from +x as seen on the screen, [0, 180)
    double haematoxylinMean = 0;  ///< optical density of the stain over the nucleus
    double haematoxylinStd = 0;
    double eosinMean = 0;
    double eosinStd = 0;
    double insideMean = 0;        ///< mean inside probability over the nucleus, 0..1
    double boundaryConfidence = 0; ///< mean over the outline's pixels of the largest class probability, 0..1
};

/// All NaN.
[[nodiscard]] NucleusMeasurements notMeasured();

/// The same nucleus where pixels turn out to be `x` times as wide and `y` times as high as they were taken for. Where the
/// two differ (by more than 0.1%) its lengths and what is made of them are other ones that nobody measured: NaN. Stains
/// and probabilities stay, and the solidity, which no stretching changes.
[[nodiscard]] NucleusMeasurements rescaled(NucleusMeasurements measured, double x, double y);

/// A nucleus as the model found it.
struct Nucleus {
    Uuid id{};               ///< UUIDv5 of slide hash, model hash and first inside pixel
    Ring contour;            ///< level-0 pixels, along pixel edges, not repeated at the end, valid, no holes
    std::int64_t firstX = 0; ///< first inside pixel in reading order, model pixels of the slide
    std::int64_t firstY = 0;
    NucleusMeasurements measurements;
};

} // namespace nb
