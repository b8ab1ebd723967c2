// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/staintables.h"

#include "engine/stain/opticaldensity.h"
#include "engine/stain/twostainfit.h"

#include <cmath>

namespace nb
{

namespace
{

constexpr double kLeastAngle = 0.1; // degrees; below it the fit would only amplify noise

bool soundVector(const std::array<double, 3>& v)
{
    return std::all_of(v.begin(), v.end(), [](double x) { return std::isfinite(x) && x >= 0 && x <= 1.001; })
        && v[0] + v[1] + v[2] > 0;
}

} // namespace

bool usable(const StainMatrix& s)
{
    const auto soundP99 = [](double p) { return std::isfinite(p) && p > 1e-6 && p < 1e6; };
    return soundVector(s.haematoxylin) && soundVector(s.eosin) && angleDegrees(s.haematoxylin, s.eosin) >= kLeastAngle
        && soundP99(s.p99[0]) && soundP99(s.p99[1]);
}

FitTable::FitTable(const StainMatrix& stains, double lambda)
{
    if (!soundVector(stains.haematoxylin) || !soundVector(stains.eosin)
        || !(angleDegrees(stains.haematoxylin, stains.eosin) >= kLeastAngle) || !std::isfinite(lambda))
        return;
    const auto h = unitVector(stains.haematoxylin), e = unitVector(stains.eosin);
    const double overlap = h[0] * e[0] + h[1] * e[1] + h[2] * e[2];
    const double scale = 1 / (1 - overlap * overlap);
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        const std::size_t channel = i / 256;
        const double density = densityOfValue()[i % 256];
        const double penalty = channel == 0 ? lambda : 0; // once for each pixel
        const double bh = h[channel] * density - penalty, be = e[channel] * density - penalty;
        m_terms[i] = {static_cast<float>((bh - overlap * be) * scale), static_cast<float>((be - overlap * bh) * scale),
            static_cast<float>(bh), static_cast<float>(be)};
    }
}

ExpTable::ExpTable()
{
    for (std::size_t i = 0; i < m_values.size(); ++i)
        m_values[i] = static_cast<std::uint8_t>(
            std::lround(255 * std::exp(-(static_cast<double>(i) + 0.5) / static_cast<double>(kStepsPerDensity))));
}

} // namespace nb
