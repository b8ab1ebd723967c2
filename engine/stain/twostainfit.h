// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/stain/opticaldensity.h"
#include "engine/stain/stainmatrix.h"

#include <algorithm>
#include <array>
#include <span>

namespace nb
{

/// The concentrations (haematoxylin, eosin; >= 0) that minimise 1/2·|v - W·h|² + lambda·(h0 + h1) for a pixel's optical
/// density v. W's columns are non-negative unit vectors that are not parallel, so the two-variable problem has a closed
/// form: the unconstrained solution of the normal equations, or, where that has a negative part, the other stain alone
/// (Karush-Kuhn-Tucker).
class TwoStainFit
{
public:
    TwoStainFit(const std::array<double, 3>& haematoxylin, const std::array<double, 3>& eosin, double lambda)
        : m_h(haematoxylin)
        , m_e(eosin)
        , m_lambda(lambda)
        , m_overlap(dot(haematoxylin, eosin))
        , m_scale(1 / std::max(1 - m_overlap * m_overlap, 1e-12))
    {
    }

    [[nodiscard]] std::array<double, 2> operator()(const OpticalDensity& v) const
    {
        const double bh = m_h[0] * v[0] + m_h[1] * v[1] + m_h[2] * v[2] - m_lambda;
        const double be = m_e[0] * v[0] + m_e[1] * v[1] + m_e[2] * v[2] - m_lambda;
        const double h = (bh - m_overlap * be) * m_scale;
        const double e = (be - m_overlap * bh) * m_scale;
        if (h < 0)
            return {0, std::max(be, 0.0)};
        if (e < 0)
            return {std::max(bh, 0.0), 0};
        return {h, e};
    }

private:
    static double dot(const std::array<double, 3>& a, const std::array<double, 3>& b)
    {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    std::array<double, 3> m_h;
    std::array<double, 3> m_e;
    double m_lambda;
    double m_overlap; // cosine between the stains
    double m_scale;
};

/// The angle between two vectors in degrees, 0..180; 0 where one of them is zero.
[[nodiscard]] double angleDegrees(const std::array<double, 3>& a, const std::array<double, 3>& b);

/// The vector at length 1; zero stays zero.
[[nodiscard]] std::array<double, 3> unitVector(const std::array<double, 3>& v);

/// 99th percentile (linear between order statistics, as NumPy) of each stain's concentration over `tissue`, which is
/// not empty.
[[nodiscard]] std::array<double, 2> concentrationP99(std::span<const OpticalDensity> tissue, const TwoStainFit& fit);

} // namespace nb
