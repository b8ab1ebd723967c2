// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleus.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nb
{

/// Why a nucleus is worth a look before others.
enum class DoubtReason {
    None, ///< like most of the slide, or not measured
    UnclearBoundary, ///< low mean of the largest class probability along the outline
    Faint, ///< low mean of the inside probability: near the threshold
    UnusuallyLarge,
    UnusuallySmall,
    Dented, ///< low solidity: often two nuclei taken for one
    Irregular ///< low circularity
};

/// How a measurement is distributed over the nuclei of one slide.
struct Spread {
    double median = 0;
    double deviation = 1; ///< 1.4826 · median absolute deviation, and no less than what measuring can tell apart; > 0

    /// Robust z-score of a value.
    [[nodiscard]] double score(double value) const { return (value - median) / deviation; }
};

/// What is usual on this slide.
struct DoubtScale {
    Spread logArea; ///< natural logarithm of µm²
    Spread solidity;
    Spread circularity;
    Spread insideMean;
    Spread boundaryConfidence;
    std::int64_t nuclei = 0; ///< looked at
};

struct Doubt {
    double amount = 0; ///< 0: nothing odd; unbounded by definition, below 30 by the limits of its parts
    DoubtReason reason = DoubtReason::None; ///< what contributes most
};

/// The scale of these nuclei. What was not measured (NaN, no area) is left out; with fewer than kFewestForScale values
/// a measurement is judged by what is usual for the default model.
[[nodiscard]] DoubtScale doubtScaleOf(std::span<const NucleusMeasurements> nuclei);
inline constexpr std::size_t kFewestForScale = 30;

/// The weighted sum of the scores that point the doubtful way, each limited, so that one absurd value does not hide the
/// rest. Measurements that are missing add nothing. Pure; any thread.
[[nodiscard]] Doubt doubtOf(const NucleusMeasurements& nucleus, const DoubtScale& scale);

} // namespace nb
