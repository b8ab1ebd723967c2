// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/stain/stainmatrix.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace nb
{

/// The two concentrations of a pixel, non-negative.
struct Concentrations {
    float haematoxylin = 0;
    float eosin = 0;
};

/// TwoStainFit by tables: everything in it but the choice of the active stains is a sum over the three channels, so
/// each 8-bit value of each channel has its four terms ready. 12 KiB, immutable. Stains that are not finite, or
/// parallel, give concentrations of 0.
class FitTable
{
public:
    FitTable(const StainMatrix& stains, double lambda);

    [[nodiscard]] Concentrations operator()(const std::uint8_t* rgb) const
    {
        const Terms &r = m_terms[rgb[0]], &g = m_terms[256U + rgb[1]], &b = m_terms[512U + rgb[2]];
        const float bothH = r[0] + g[0] + b[0], bothE = r[1] + g[1] + b[1];
        const float aloneH = r[2] + g[2] + b[2], aloneE = r[3] + g[3] + b[3];
        const float h = bothE < 0 ? aloneH : bothH; // selections, not branches: neighbouring pixels differ
        const float e = bothH < 0 ? aloneE : bothE;
        return {bothH < 0 ? 0.0F : std::max(h, 0.0F), bothH >= 0 && bothE < 0 ? 0.0F : std::max(e, 0.0F)};
    }

private:
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
    [[nodiscard]] std::uint8_t operator()(float steps) const
    {
        return m_values[static_cast<std::size_t>(static_cast<int>(std::clamp(steps, 0.0F, kLast)))];
    }

private:
    static constexpr float kLast = 8191;
    std::array<std::uint8_t, 8192> m_values{};
};

/// True if the matrix holds two finite, non-negative stains that are not parallel, and positive P99.
[[nodiscard]] bool usable(const StainMatrix& stains);

} // namespace nb
