// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/doubt.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kMadToDeviation = 1.4826; // of a normal distribution
constexpr double kLargestScore = 8;

/// A measurement's usual values with the default model, and the smallest deviation that is believed.
struct Usual {
    Spread spread;
    double leastDeviation;
};
constexpr Usual kLogArea{{3.6, 0.5}, 0.05};
constexpr Usual kSolidity{{0.96, 0.02}, 0.005};
constexpr Usual kCircularity{{0.85, 0.07}, 0.01};
constexpr Usual kInsideMean{{0.65, 0.08}, 0.01};
constexpr Usual kBoundaryConfidence{{0.7, 0.06}, 0.01};

double medianOf(std::vector<double>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Spread spreadOf(std::vector<double> values, const Usual& usual)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.size() < kFewestForScale)
        return usual.spread;
    Spread spread;
    spread.median = medianOf(values);
    for (double& value : values)
        value = std::abs(value - spread.median);
    spread.deviation = std::max(kMadToDeviation * medianOf(values), usual.leastDeviation);
    return spread;
}

double logArea(const NucleusMeasurements& nucleus)
{
    return std::log(nucleus.areaUm2); // not finite where there is no area
}

} // namespace

DoubtScale doubtScaleOf(std::span<const NucleusMeasurements> nuclei)
{
    const auto spread = [&](auto valueOf, const Usual& usual) {
        std::vector<double> values;
        values.reserve(nuclei.size());
        for (const NucleusMeasurements& nucleus : nuclei)
            values.push_back(valueOf(nucleus));
        return spreadOf(std::move(values), usual);
    };
    using M = NucleusMeasurements;
    DoubtScale scale;
    scale.logArea = spread(logArea, kLogArea);
    scale.solidity = spread([](const M& m) { return m.solidity; }, kSolidity);
    scale.circularity = spread([](const M& m) { return m.circularity; }, kCircularity);
    scale.insideMean = spread([](const M& m) { return m.insideMean; }, kInsideMean);
    scale.boundaryConfidence = spread([](const M& m) { return m.boundaryConfidence; }, kBoundaryConfidence);
    scale.nuclei = static_cast<std::int64_t>(nuclei.size());
    return scale;
}

Doubt doubtOf(const NucleusMeasurements& nucleus, const DoubtScale& scale)
{
    const double size = scale.logArea.score(logArea(nucleus));
    struct Part {
        DoubtReason reason;
        double score; // positive: doubtful
        double weight;
    };
    const std::array<Part, 5> parts{{
        {DoubtReason::UnclearBoundary, -scale.boundaryConfidence.score(nucleus.boundaryConfidence), 1.0},
        {DoubtReason::Faint, -scale.insideMean.score(nucleus.insideMean), 0.7},
        {size > 0 ? DoubtReason::UnusuallyLarge : DoubtReason::UnusuallySmall, std::abs(size), 0.8},
        {DoubtReason::Dented, -scale.solidity.score(nucleus.solidity), 0.5},
        {DoubtReason::Irregular, -scale.circularity.score(nucleus.circularity), 0.3},
    }};
    Doubt doubt;
    double most = 1; // what is within the usual spread is no reason
    for (const Part& part : parts) {
        if (!std::isfinite(part.score) || part.score <= 0)
            continue;
        const double amount = part.weight * std::min(part.score, kLargestScore);
        doubt.amount += amount;
        if (amount > most) {
            most = amount;
            doubt.reason = part.reason;
        }
    }
    return doubt;
}

} // namespace nb
