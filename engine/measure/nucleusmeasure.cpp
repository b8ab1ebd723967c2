// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/measure/nucleusmeasure.h"

#include "engine/geometry/polygon.h"

#include <cmath>
#include <numbers>

namespace nb {

namespace {

/// Sums over the mask's pixels.
struct Sums {
    double count = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    double haematoxylin = 0, haematoxylin2 = 0, eosin = 0, eosin2 = 0, inside = 0;
    double outline = 0, confidence = 0;
};

bool onOutline(const Plane<std::uint8_t>& mask, int x, int y)
{
    return x == 0 || y == 0 || x == mask.width - 1 || y == mask.height - 1 || mask.at(x - 1, y) == 0
        || mask.at(x + 1, y) == 0 || mask.at(x, y - 1) == 0 || mask.at(x, y + 1) == 0;
}

Sums sumsOver(const NucleusPixels& pixels)
{
    Sums s;
    for (int y = 0; y < pixels.mask.height; ++y) {
        for (int x = 0; x < pixels.mask.width; ++x) {
            if (pixels.mask.at(x, y) == 0)
                continue;
            const double h = static_cast<double>(pixels.haematoxylin.at(x, y)), e = static_cast<double>(pixels.eosin.at(x, y));
            s.count += 1;
            s.x += x;
            s.y += y;
            s.xx += static_cast<double>(x) * x;
            s.yy += static_cast<double>(y) * y;
            s.xy += static_cast<double>(x) * y;
            s.haematoxylin += h;
            s.haematoxylin2 += h * h;
            s.eosin += e;
            s.eosin2 += e * e;
            s.inside += pixels.inside.at(x, y);
            if (!onOutline(pixels.mask, x, y))
                continue;
            s.outline += 1;
            s.confidence += std::max({ pixels.background.at(x, y), pixels.boundary.at(x, y), pixels.inside.at(x, y) });
        }
    }
    return s;
}

double deviation(double sum, double sumOfSquares, double count)
{
    const double mean = sum / count;
    return std::sqrt(std::max(0.0, sumOfSquares / count - mean * mean));
}

/// The ellipse with the mask's second moments; each pixel is a unit square, which adds 1/12.
void measureEllipse(const Sums& s, double mpp, NucleusMeasurements& out)
{
    const double mx = s.x / s.count, my = s.y / s.count;
    const double xx = s.xx / s.count - mx * mx + 1.0 / 12, yy = s.yy / s.count - my * my + 1.0 / 12, xy = s.xy / s.count - mx * my;
    const double half = (xx + yy) / 2, spread = std::hypot((xx - yy) / 2, xy);
    const double large = half + spread, small = std::max(0.0, half - spread);
    out.majorAxisUm = 4 * std::sqrt(large) * mpp;
    out.minorAxisUm = 4 * std::sqrt(small) * mpp;
    out.eccentricity = std::sqrt(std::max(0.0, 1 - small / large));
    // y runs down on the screen, the angle runs counter-clockwise
    const double angle = spread > 0 ? 0.5 * std::atan2(-2 * xy, xx - yy) * 180 / std::numbers::pi : 0.0;
    out.orientationDeg = angle < 0 ? angle + 180 : angle;
    if (out.orientationDeg >= 180)
        out.orientationDeg -= 180;
}

} // namespace

NucleusMeasurements measureNucleus(const NucleusPixels& pixels, const Outline& outline)
{
    NucleusMeasurements out;
    const Sums s = sumsOver(pixels);
    if (s.count == 0)
        return out;
    out.areaUm2 = s.count * pixels.mpp * pixels.mpp;
    const double perimeter = perimeterOf(outline.fine), area = std::abs(signedArea(outline.fine));
    out.perimeterUm = perimeter * pixels.mpp;
    if (perimeter > 0)
        out.circularity = std::min(1.0, 4 * std::numbers::pi * area / (perimeter * perimeter));
    if (const double hull = std::abs(signedArea(convexHull(outline.fine))); hull > 0)
        out.solidity = std::min(1.0, area / hull);
    measureEllipse(s, pixels.mpp, out);
    out.haematoxylinMean = s.haematoxylin / s.count;
    out.haematoxylinStd = deviation(s.haematoxylin, s.haematoxylin2, s.count);
    out.eosinMean = s.eosin / s.count;
    out.eosinStd = deviation(s.eosin, s.eosin2, s.count);
    out.insideMean = s.inside / (255 * s.count);
    out.boundaryConfidence = s.outline > 0 ? s.confidence / (255 * s.outline) : 0;
    return out;
}

} // namespace nb
