// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/vahadane.h"

#include "engine/stain/twostainfit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <exception>
#include <utility>

namespace nb
{

namespace
{

using Column = std::array<double, 3>;

constexpr std::size_t kLeastPixels = 100;
constexpr double kLeastAngle = 1; // degrees between the stains below which there is only one
constexpr double kStandsStill = 1e-4; // degrees that W moves in one round
constexpr int kMostRounds = 500;
constexpr int kBlockUpdates = 10; // of W for each fit of H: they cost nothing, the fit does
constexpr double kMostLambda = 10;
constexpr Column kStartHaematoxylin{0.65, 0.70, 0.29}; // Ruifrok and Johnston 2001
constexpr Column kStartEosin{0.07, 0.99, 0.11};

Error noStains(const char* what)
{
    return {ErrorCode::Invalid, what, "", "Choose no normalisation, or a slide with more stained tissue"};
}

/// What the update of W needs of H: A = H·Ht (2x2, symmetric) and B = V·Ht (3x2).
struct Moments {
    double hh = 0, he = 0, ee = 0;
    Column vh{}, ve{};
};

Moments momentsOf(std::span<const OpticalDensity> tissue, const TwoStainFit& fit)
{
    Moments m;
    for (const auto& v : tissue) {
        const auto [h, e] = fit(v);
        m.hh += h * h;
        m.he += h * e;
        m.ee += e * e;
        for (std::size_t c = 0; c < 3; ++c) {
            m.vh[c] += h * v[c];
            m.ve[c] += e * v[c];
        }
    }
    return m;
}

/// One column's minimum with the other one fixed, projected onto the non-negative unit vectors.
Column updated(const Column& column, const Column& target, const Column& other, double own, double cross)
{
    if (own <= 0)
        return column; // the stain is not used: leave it where it is
    Column next{};
    for (std::size_t c = 0; c < 3; ++c)
        next[c] = std::max((target[c] - cross * other[c]) / own, 0.0);
    const bool vanished = next[0] + next[1] + next[2] <= 0;
    return vanished ? column : unitVector(next);
}

std::pair<Column, Column> factorise(std::span<const OpticalDensity> tissue, double lambda)
{
    Column h = unitVector(kStartHaematoxylin), e = unitVector(kStartEosin);
    for (int round = 0; round < kMostRounds; ++round) {
        const Moments m = momentsOf(tissue, TwoStainFit(h, e, lambda));
        const Column beforeH = h, beforeE = e;
        for (int i = 0; i < kBlockUpdates; ++i) {
            h = updated(h, m.vh, e, m.hh, m.he);
            e = updated(e, m.ve, h, m.ee, m.he);
        }
        if (angleDegrees(h, beforeH) < kStandsStill && angleDegrees(e, beforeE) < kStandsStill)
            break;
    }
    return h[0] >= e[0] ? std::pair(h, e) : std::pair(e, h);
}

} // namespace

Result<StainMatrix> estimateVahadane(std::span<const OpticalDensity> tissue, double lambda)
try {
    if (!(lambda >= 0 && lambda <= kMostLambda))
        return Error{
            ErrorCode::Invalid, "The sparsity of the stain estimate (lambda) is not between 0 and 10", "", "Use 0.1"};
    if (tissue.size() < kLeastPixels)
        return noStains("There is too little tissue to estimate stains from");
    const auto [h, e] = factorise(tissue, lambda);
    if (!(angleDegrees(h, e) >= kLeastAngle))
        return noStains("The tissue has only one colour, so two stains cannot be told apart");
    const StainMatrix stains{h, e, concentrationP99(tissue, TwoStainFit(h, e, lambda))};
    if (!(stains.p99[0] > 0 && stains.p99[1] > 0))
        return noStains("The tissue has only one stain");
    return stains;
} catch (const std::exception& error) {
    return Error{ErrorCode::OutOfMemory, std::string("The stains could not be estimated (") + error.what() + ")", "",
        "Close other programs and try again"};
}

} // namespace nb
