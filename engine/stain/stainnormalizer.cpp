// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/stainnormalizer.h"

#include "engine/stain/opticaldensity.h"
#include "engine/stain/staintables.h"
#include "engine/stain/twostainfit.h"

#include <cmath>

namespace nb
{

namespace
{

constexpr double kMostFactor
    = 1000; // a stain that would be strengthened more than this is none; keeps steps within an int

/// A stain's colour for a concentration of 1, in steps of the exponential's table.
using Steps = std::array<float, 3>;

Steps stepsOf(const std::array<double, 3>& stain, double factor)
{
    const double scale = factor * static_cast<double>(ExpTable::kStepsPerDensity);
    return {static_cast<float>(stain[0] * scale), static_cast<float>(stain[1] * scale),
        static_cast<float>(stain[2] * scale)};
}

} // namespace

struct StainNormalizer::Tables {
    FitTable fit;
    ExpTable exponential;
    Steps haematoxylin;
    Steps eosin;
};

StainNormalizer::StainNormalizer(const SlideStain& stain)
{
    if (stain.method == StainMethod::None || !usable(stain.source) || !usable(stain.target))
        return; // no tables: pixels stay as they are
    const StainMatrix &from = stain.source, &to = stain.target;
    if (std::max(to.p99[0] / from.p99[0], to.p99[1] / from.p99[1]) > kMostFactor)
        return;
    const double lambda = stain.method == StainMethod::Vahadane ? stain.lambda : 0;
    m_tables = std::make_unique<const Tables>(Tables{FitTable(from, lambda), ExpTable(),
        stepsOf(to.haematoxylin, to.p99[0] / from.p99[0]), stepsOf(to.eosin, to.p99[1] / from.p99[1])});
}

StainNormalizer::~StainNormalizer() = default;
StainNormalizer::StainNormalizer(StainNormalizer&&) noexcept = default;
StainNormalizer& StainNormalizer::operator=(StainNormalizer&&) noexcept = default;

void StainNormalizer::apply(std::uint8_t* rgb, std::size_t count) const
{
    if (!m_tables)
        return;
    const Tables& t = *m_tables;
    const Steps h = t.haematoxylin, e = t.eosin; // copies: bytes written through rgb cannot change them
    for (const std::uint8_t* end = rgb + count * 3; rgb != end; rgb += 3) {
        const Concentrations c = t.fit(rgb);
        rgb[0] = t.exponential(h[0] * c.haematoxylin + e[0] * c.eosin);
        rgb[1] = t.exponential(h[1] * c.haematoxylin + e[1] * c.eosin);
        rgb[2] = t.exponential(h[2] * c.haematoxylin + e[2] * c.eosin);
    }
}

struct StainSeparation::Tables {
    FitTable fit;
    ExpTable exponential;
    Steps haematoxylin;
    Steps eosin;
    std::array<float, 256> steps; // optical density of each 8-bit value, in steps
};

StainSeparation::StainSeparation(const StainMatrix& stains)
{
    Tables tables{FitTable(stains, 0), ExpTable(), stepsOf(unitVector(stains.haematoxylin), 1),
        stepsOf(unitVector(stains.eosin), 1), {}};
    std::transform(densityOfValue().begin(), densityOfValue().end(), tables.steps.begin(),
        [](float density) { return density * ExpTable::kStepsPerDensity; });
    m_tables = std::make_unique<const Tables>(tables);
}

StainSeparation::~StainSeparation() = default;
StainSeparation::StainSeparation(StainSeparation&&) noexcept = default;
StainSeparation& StainSeparation::operator=(StainSeparation&&) noexcept = default;

void StainSeparation::densities(const std::uint8_t* rgb, std::size_t count, float* haematoxylin, float* eosin) const
{
    for (std::size_t i = 0; i < count; ++i) {
        const Concentrations c = m_tables->fit(rgb + i * 3);
        haematoxylin[i] = c.haematoxylin;
        eosin[i] = c.eosin;
    }
}

void StainSeparation::showOnly(View view, std::uint8_t* rgb, std::size_t count) const
{
    const Tables& t = *m_tables;
    const bool residual = view == View::Residual;
    const float keepH = view == View::Haematoxylin ? 1.0F : residual ? -1.0F : 0.0F;
    const float keepE = view == View::Eosin ? 1.0F : residual ? -1.0F : 0.0F;
    for (std::size_t i = 0; i < count; ++i, rgb += 3) {
        const Concentrations c = t.fit(rgb);
        for (std::size_t k = 0; k < 3; ++k) {
            const float stains = keepH * t.haematoxylin[k] * c.haematoxylin + keepE * t.eosin[k] * c.eosin;
            rgb[k] = t.exponential(residual ? t.steps[rgb[k]] + stains : stains);
        }
    }
}

} // namespace nb
