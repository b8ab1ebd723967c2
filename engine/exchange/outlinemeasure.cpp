// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/outlinemeasure.h"

#include "engine/annotation/measureshape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace nb
{

namespace
{

constexpr double kMpp = 0.25; // µm per pixel, the default model's

using M = NucleusMeasurements;
constexpr std::array kOfTheOutline{&M::areaUm2, &M::perimeterUm, &M::circularity, &M::solidity, &M::eccentricity,
    &M::majorAxisUm, &M::minorAxisUm, &M::orientationDeg};

} // namespace

void measureWhatLacks(NucleusMeasurements& measured, const MultiPolygon& shape, const PixelSize& pixelSize)
{
    if (std::none_of(kOfTheOutline.begin(), kOfTheOutline.end(),
            [&measured](double M::*value) { return std::isnan(measured.*value); }))
        return;
    MeasureGround ground;
    ground.mpp = std::numeric_limits<double>::quiet_NaN(); // so are all that go by it
    if (pixelSize.plausible()) {
        ground.scaleX = kMpp / pixelSize.x;
        ground.scaleY = kMpp / pixelSize.y;
        ground.mpp = kMpp;
    }
    const M form = measureShape(shape, ground);
    for (double M::*const value : kOfTheOutline)
        if (std::isnan(measured.*value))
            measured.*value = form.*value;
}

} // namespace nb
