// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/measureshape.h"

#include "engine/annotation/maskshape.h"
#include "engine/document/caserecords.h"
#include "engine/geometry/polygon.h"
#include "engine/measure/nucleusmeasure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nb
{

namespace
{

constexpr double kFinePixels = 0.125; // of a model pixel, for shapes that hold hardly a pixel's centre
constexpr int kFewPixels = 4;
constexpr double kThin = 0.1; // of the area, by which pixels and outline may differ
constexpr std::int64_t kMostPixels = 1 << 24; // no nucleus is larger; of such a shape only the area is measured

template <class T> Plane<T> cut(const Plane<T>& from, const Rect& area)
{
    Plane<T> part(static_cast<int>(area.width), static_cast<int>(area.height));
    for (int y = 0; y < part.height; ++y)
        std::copy_n(from.row(static_cast<int>(area.y) + y) + area.x, part.width, part.row(y));
    return part;
}

std::int64_t countOf(const Plane<std::uint8_t>& mask)
{
    return std::count_if(mask.pixels.begin(), mask.pixels.end(), [](std::uint8_t v) { return v != 0; });
}

Plane<std::uint8_t> maskIn(const MultiPolygon& shape, const Rect& area, double scaleX, double scaleY)
{
    const PixelFrame frame{
        {static_cast<double>(area.x) * scaleX, static_cast<double>(area.y) * scaleY}, scaleX, scaleY};
    return maskOfShape(shape, frame, static_cast<int>(area.width), static_cast<int>(area.height));
}

/// In pixels from the area's corner; the ring itself where it is so thin that its pixels do not hang together.
Ring fineOutline(const Ring& shell, const Rect& area, double scaleX, double scaleY)
{
    Ring own = shell;
    for (Point& p : own)
        p = {p.x / scaleX - static_cast<double>(area.x), p.y / scaleY - static_cast<double>(area.y)};
    Ring fine = outlinesOf(maskIn({Polygon{shell, {}}}, area, scaleX, scaleY)).fine;
    const double wanted = std::abs(signedArea(own));
    return std::abs(std::abs(signedArea(fine)) - wanted) < kThin * wanted ? fine : own;
}

/// The smoothed outlines of each part's own pixels, as the pipeline measures lengths on.
struct Lengths {
    double perimeter = 0; ///< model pixels
    double area = 0;
    Ring points;
};

Lengths lengthsOf(const MultiPolygon& shape, const Rect& area, double scaleX, double scaleY)
{
    Lengths lengths;
    for (const Polygon& part : shape) {
        const Ring fine = fineOutline(part.shell, area, scaleX, scaleY);
        lengths.perimeter += perimeterOf(fine);
        lengths.area += std::abs(signedArea(fine));
        lengths.points.insert(lengths.points.end(), fine.begin(), fine.end());
    }
    return lengths;
}

/// Shape, on pixels of `mpp` µm.
void measureForm(
    const MultiPolygon& shape, const Rect& area, double scaleX, double scaleY, double mpp, NucleusMeasurements& out)
{
    const Plane<std::uint8_t> mask = maskIn(shape, area, scaleX, scaleY);
    const Plane<float> none(mask.width, mask.height);
    const Plane<std::uint8_t> zero(mask.width, mask.height);
    const NucleusMeasurements ellipse = measureNucleus({mask, none, none, zero, zero, zero, mpp}, {});
    out.eccentricity = ellipse.eccentricity;
    out.majorAxisUm = ellipse.majorAxisUm;
    out.minorAxisUm = ellipse.minorAxisUm;
    out.orientationDeg = ellipse.orientationDeg;
    const Lengths lengths = lengthsOf(shape, area, scaleX, scaleY);
    out.perimeterUm = lengths.perimeter * mpp;
    if (lengths.perimeter > 0)
        out.circularity = std::min(1.0, 4 * std::numbers::pi * lengths.area / (lengths.perimeter * lengths.perimeter));
    if (const double hull = std::abs(signedArea(convexHull(lengths.points))); hull > 0)
        out.solidity = std::min(1.0, lengths.area / hull);
}

/// Stains and probabilities over the mask, which lies at `area`.
void measureGround(
    const Plane<std::uint8_t>& mask, const Rect& area, const MeasureGround& ground, NucleusMeasurements& out)
{
    const MapWindow& window = *ground.window;
    const Rect at{area.x - window.area.x, area.y - window.area.y, area.width, area.height};
    Plane<float> haematoxylin(mask.width, mask.height), eosin(mask.width, mask.height);
    if (ground.separation)
        for (int y = 0; y < mask.height; ++y)
            ground.separation->densities(window.rgb.row(static_cast<int>(at.y) + y) + at.x * 3,
                static_cast<std::size_t>(mask.width), haematoxylin.row(y), eosin.row(y));
    const auto background = cut(window.background, at), boundary = cut(window.boundary, at),
               inside = cut(window.inside, at);
    const NucleusMeasurements all
        = measureNucleus({mask, haematoxylin, eosin, background, boundary, inside, ground.mpp}, {});
    if (ground.separation) {
        out.haematoxylinMean = all.haematoxylinMean;
        out.haematoxylinStd = all.haematoxylinStd;
        out.eosinMean = all.eosinMean;
        out.eosinStd = all.eosinStd;
    }
    if (ground.mapsKnown) {
        out.insideMean = all.insideMean;
        out.boundaryConfidence = all.boundaryConfidence;
    }
}

} // namespace

Rect measureArea(const MultiPolygon& shape, double scaleX, double scaleY)
{
    const Rect box = boundsOf(shape);
    const auto left = static_cast<std::int64_t>(std::floor(static_cast<double>(box.x) / scaleX));
    const auto top = static_cast<std::int64_t>(std::floor(static_cast<double>(box.y) / scaleY));
    const auto right = static_cast<std::int64_t>(std::ceil(static_cast<double>(box.right()) / scaleX));
    const auto bottom = static_cast<std::int64_t>(std::ceil(static_cast<double>(box.bottom()) / scaleY));
    return {left, top, right - left, bottom - top};
}

NucleusMeasurements measureShape(const MultiPolygon& shape, const MeasureGround& ground)
{
    NucleusMeasurements out = notMeasured();
    const Rect area = measureArea(shape, ground.scaleX, ground.scaleY);
    if (area.empty())
        return out;
    out.areaUm2 = areaOf(shape) / (ground.scaleX * ground.scaleY) * ground.mpp * ground.mpp;
    if (area.width > kMostPixels / area.height)
        return out;
    const Plane<std::uint8_t> mask = maskIn(shape, area, ground.scaleX, ground.scaleY);
    const std::int64_t pixels = countOf(mask);
    const double step = pixels < kFewPixels ? kFinePixels : 1;
    const Rect formArea = measureArea(shape, ground.scaleX * step, ground.scaleY * step);
    measureForm(shape, formArea, ground.scaleX * step, ground.scaleY * step, ground.mpp * step, out);
    if (pixels > 0 && ground.window && ground.window->area.contains(area))
        measureGround(mask, area, ground, out);
    return out;
}

} // namespace nb
