// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/stain/stainmatrix.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace nb
{

/// The two concentrations of a pixel, non-negative.
struct Concentrations {
    float haematoxylin = 0;
    float eosin = 0;
};

/// TwoStainFit by tables: all terms are sums over the three channels, so each 8-bit value of each channel has its four
/// ready. With g the cosine between the stains, h_both = h_alone - g·e_both: where both stains are there, h_both is the
/// smaller, where e_both is negative (no eosin), h_alone is; so max(0, min(h_both, h_alone)) is the fit, without a case
/// distinction. 12 KiB, immutable. Stains that are not finite, or parallel, give concentrations of 0; none exceeds 10.
class FitTable
{
public:
    FitTable(const StainMatrix& stains, double lambda);

    [[nodiscard]] Concentrations operator()(const std::uint8_t* rgb) const
    {
        const Terms &r = m_terms[rgb[0]], &g = m_terms[256U + rgb[1]], &b = m_terms[512U + rgb[2]];
        Terms sum;
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] = r[i] + g[i] + b[i];
        return {positivePart(std::min(sum[0], sum[2])), positivePart(std::min(sum[1], sum[3]))};
    }

private:
    /// max(x, 0), exactly; the compiler makes a branch of that, which neighbouring pixels mispredict.
    static float positivePart(float x) { return 0.5F * (x + std::abs(x)); }

    using Terms = std::array<float, 4>; // of h and e together, of h alone, of e alone
    alignas(16) std::array<Terms, 768> m_terms{};
};

/// 255·exp(-density), rounded, for densities >= 0: 8192 steps, so at most 0.6 grey levels from the exact value.
/// Immutable.
class ExpTable
{
public:
    /// Table steps for each unit of density: multiply stain vectors by it once instead of each density.
    static constexpr float kStepsPerDensity = 1300;

    ExpTable();
    /// `steps` below 2^31 in size.
    [[nodiscard]] std::uint8_t operator()(float steps) const
    {
        const int index = static_cast<int>(steps); // clamped as a whole number: no branch
        return m_values[static_cast<std::size_t>(std::min(std::max(index, 0), kLast))];
    }

private:
    static constexpr int kLast = 8191;
    std::array<std::uint8_t, 8192> m_values{};
};

/// True if the matrix holds two finite, non-negative stains that are not parallel, and positive P99.
[[nodiscard]] bool usable(const StainMatrix& stains);

} // namespace nb
