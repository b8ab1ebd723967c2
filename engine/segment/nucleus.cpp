// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/nucleus.h"

#include <cmath>
#include <limits>

namespace nb
{

namespace
{

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kSameScale = 1e-3;

} // namespace

NucleusMeasurements notMeasured()
{
    static_assert(sizeof(NucleusMeasurements) == 14 * sizeof(double), "a new measurement begins as unknown, too");
    return {kUnknown, kUnknown, kUnknown, kUnknown, kUnknown, kUnknown, kUnknown, kUnknown, kUnknown, kUnknown,
        kUnknown, kUnknown, kUnknown, kUnknown};
}

NucleusMeasurements rescaled(NucleusMeasurements measured, double x, double y)
{
    measured.areaUm2 *= x * y;
    const bool keepsShape = std::abs(x - y) <= kSameScale * x;
    const double length = keepsShape ? std::sqrt(x * y) : kUnknown;
    for (double* const value : {&measured.perimeterUm, &measured.majorAxisUm, &measured.minorAxisUm})
        *value *= length;
    if (!keepsShape)
        for (double* const value : {&measured.circularity, &measured.eccentricity, &measured.orientationDeg})
            *value = kUnknown;
    return measured;
}

} // namespace nb
