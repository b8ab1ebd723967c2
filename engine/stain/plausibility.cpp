// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/plausibility.h"

#include "engine/stain/twostainfit.h"

#include <cmath>
#include <numbers>

namespace nb
{

namespace
{

using Vector = std::array<double, 3>;

constexpr Vector kHaematoxylin{0.651, 0.701, 0.290};
constexpr Vector kPinkEosin{0.216, 0.801, 0.558};
constexpr Vector kMagentaEosin{0.072, 0.990, 0.105};

// Measured with Vahadane's estimate on 20 TCGA fields of seven organs, two other scanners' H&E and a skin slide (all
// H&E) against 71 single-stain purple fields:                          H&E           single stain
constexpr double kMostHaematoxylinOff
    = 20; // degrees  7.8 to 15.3    4.7 to 16.5 (21.6 and more: three fields of mostly blood)
constexpr double kMostEosinOff = 10; // degrees  4.3 to 7.0    11.9 to 27.1
constexpr double kLeastApart = 5; // degrees  7.9 to 37      7.9 to 27
constexpr double kLeastBalance = 0.45; //          0.75 to 1.95   0.17 to 0.63, two 0.70 and 1.31

Vector cross(const Vector& a, const Vector& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dot(const Vector& a, const Vector& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// The angle in degrees between a unit vector and the great-circle arc from a to b.
double offArc(const Vector& v, const Vector& a, const Vector& b)
{
    const Vector normal = unitVector(cross(a, b));
    const bool between = dot(cross(normal, a), v) > 0 && dot(cross(b, normal), v) > 0;
    if (between)
        return std::asin(std::min(std::abs(dot(normal, v)), 1.0)) * 180 / std::numbers::pi;
    return std::min(angleDegrees(v, a), angleDegrees(v, b));
}

} // namespace

Plausibility judgePlausibility(const StainMatrix& stains)
{
    Plausibility p;
    p.haematoxylinOff = angleDegrees(stains.haematoxylin, kHaematoxylin);
    p.eosinOff = offArc(unitVector(stains.eosin), kPinkEosin, kMagentaEosin);
    p.apart = angleDegrees(stains.haematoxylin, stains.eosin);
    p.balance = stains.p99[1] > 0 ? stains.p99[0] / stains.p99[1] : 0;
    if (!(p.apart >= kLeastApart))
        p.objection = "its two stains have nearly the same colour";
    else if (!(p.eosinOff <= kMostEosinOff))
        p.objection = "its second stain does not have the pink of eosin";
    else if (!(p.haematoxylinOff <= kMostHaematoxylinOff))
        p.objection = "its first stain does not have the blue-purple of haematoxylin";
    else if (!(p.balance >= kLeastBalance))
        p.objection = "there is too little haematoxylin in it beside the other stain";
    return p;
}

} // namespace nb
