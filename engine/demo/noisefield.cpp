// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/noisefield.h"

#include "engine/demo/positionhash.h"

#include <array>
#include <cmath>
#include <vector>

namespace nb
{

namespace
{

using Weights = std::array<float, 4>;

// Even values in ±1 have variance 1/3; a cubic B-spline's squared weights sum to 0.479 on average along each axis.
constexpr float kToUnitDeviation = 3.616F;

Weights splineWeights(float t)
{
    const float u = 1 - t;
    return {u * u * u / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * u * u * u - 6 * u * u + 4) / 6, t * t * t / 6};
}

std::vector<Weights> weightsOfScale(int scalePx)
{
    std::vector<Weights> weights;
    for (int i = 0; i < scalePx; ++i)
        weights.push_back(splineWeights((static_cast<float>(i) + 0.5F) / static_cast<float>(scalePx)));
    return weights;
}

float latticeValue(std::uint64_t seed, std::int64_t x, std::int64_t y)
{
    return 2 * unitFloat(positionHash(seed, x, y)) - 1;
}

} // namespace

float noiseAt(std::uint64_t seed, double x, double y, double scalePx)
{
    const double gx = x / scalePx, gy = y / scalePx;
    const double fx = std::floor(gx), fy = std::floor(gy);
    const auto ix = static_cast<std::int64_t>(fx), iy = static_cast<std::int64_t>(fy);
    const auto ease = [](float t) { return t * t * t * (t * (t * 6 - 15) + 10); };
    const float tx = ease(static_cast<float>(gx - fx)), ty = ease(static_cast<float>(gy - fy));
    const float a = latticeValue(seed, ix, iy), b = latticeValue(seed, ix + 1, iy);
    const float c = latticeValue(seed, ix, iy + 1), d = latticeValue(seed, ix + 1, iy + 1);
    const float top = a + (b - a) * tx, bottom = c + (d - c) * tx;
    return top + (bottom - top) * ty;
}

Plane<float> splineNoise(std::uint64_t seed, int scalePx, const Rect& area)
{
    const std::vector<Weights> weights = weightsOfScale(scalePx);
    const std::int64_t left = latticeIndex(area.x, scalePx) - 1, top = latticeIndex(area.y, scalePx) - 1;
    const auto columns = static_cast<int>(latticeIndex(area.right() - 1, scalePx) + 3 - left);
    const auto rows = static_cast<int>(latticeIndex(area.bottom() - 1, scalePx) + 3 - top);
    Plane<float> lattice(columns, rows);
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x)
            lattice.at(x, y) = kToUnitDeviation * latticeValue(seed, left + x, top + y);

    Plane<float> noise(static_cast<int>(area.width), static_cast<int>(area.height));
    std::vector<float> line(static_cast<std::size_t>(columns));
    for (int y = 0; y < noise.height; ++y) {
        const std::int64_t cell = latticeIndex(area.y + y, scalePx);
        const Weights& w = weights[static_cast<std::size_t>(area.y + y - cell * scalePx)];
        const auto first = static_cast<int>(cell - 1 - top);
        for (int x = 0; x < columns; ++x)
            line[static_cast<std::size_t>(x)] = w[0] * lattice.at(x, first) + w[1] * lattice.at(x, first + 1)
                + w[2] * lattice.at(x, first + 2) + w[3] * lattice.at(x, first + 3);
        const std::int64_t leftCell = latticeIndex(area.x, scalePx);
        auto phase = static_cast<std::size_t>(area.x - leftCell * scalePx);
        const float* at = line.data() + (leftCell - 1 - left);
        float* out = noise.row(y);
        for (int x = 0; x < noise.width; ++x) {
            const Weights& v = weights[phase];
            out[x] = v[0] * at[0] + v[1] * at[1] + v[2] * at[2] + v[3] * at[3];
            if (++phase == weights.size()) {
                phase = 0;
                ++at;
            }
        }
    }
    return noise;
}

} // namespace nb
