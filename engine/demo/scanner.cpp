// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/scanner.h"

#include "engine/demo/positionhash.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace nb
{

namespace
{

constexpr std::array<float, 2> kSharpTaps{0.452F, 0.252F}; // centre and neighbours: deviation 0.8 px, with two below
constexpr float kSharpOuter = 0.022F;
constexpr float kWideDeviationPx = 2.0F;

std::array<float, kScannerHaloPx + 1> gaussian(float deviation)
{
    std::array<float, kScannerHaloPx + 1> taps{};
    float sum = 0;
    for (std::size_t i = 0; i < taps.size(); ++i) {
        const auto d = static_cast<float>(i);
        taps[i] = std::exp(-d * d / (2 * deviation * deviation));
        sum += taps[i] * (i == 0 ? 1.0F : 2.0F);
    }
    for (float& tap : taps)
        tap /= sum;
    return taps;
}

/// Symmetric filter of 2·(taps-1)+1 pixels along x and y; what lies outside counts as the nearest inside.
Plane<float> blurred(const Plane<float>& plane, std::span<const float> taps)
{
    const auto reach = static_cast<int>(taps.size()) - 1;
    Plane<float> rows(plane.width, plane.height), both(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        const float* in = plane.row(y);
        float* out = rows.row(y);
        for (int x = reach; x < plane.width - reach; ++x)
            out[x] = taps[0] * in[x];
        for (int k = 1; k <= reach; ++k)
            for (int x = reach; x < plane.width - reach; ++x)
                out[x] += taps[static_cast<std::size_t>(k)] * (in[x - k] + in[x + k]);
    }
    for (int y = reach; y < plane.height - reach; ++y) {
        float* out = both.row(y);
        const float* middle = rows.row(y);
        for (int x = 0; x < plane.width; ++x)
            out[x] = taps[0] * middle[x];
        for (int k = 1; k <= reach; ++k) {
            const float *above = rows.row(y - k), *below = rows.row(y + k);
            for (int x = 0; x < plane.width; ++x)
                out[x] += taps[static_cast<std::size_t>(k)] * (above[x] + below[x]);
        }
    }
    return both;
}

Plane<float> light(const Absorbers& absorbers, const StainSet& stains, std::size_t channel)
{
    Plane<float> intensity(absorbers.eosin.width, absorbers.eosin.height);
    const float h = stains.haematoxylin[channel] * stains.haematoxylinStrength;
    const float e = stains.eosin[channel] * stains.eosinStrength, b = stains.blood[channel];
    for (std::size_t i = 0; i < intensity.pixels.size(); ++i)
        intensity.pixels[i] = stains.white[channel]
            * std::exp(-(
                h * absorbers.haematoxylin.pixels[i] + e * absorbers.eosin.pixels[i] + b * absorbers.blood.pixels[i]));
    return intensity;
}

/// How much of the wide blur each pixel takes: below 0 it is sharpened, above it is out of focus.
Plane<float> focus(const StainSet& stains, std::uint64_t seed, const Rect& area)
{
    Plane<float> drift = splineNoise(seed + 520, 520, area);
    for (float& value : drift.pixels)
        value = -stains.sharpening + (0.55F + stains.sharpening) * smoothStep(0.5F, 2.2F, value);
    return drift;
}

/// Bell-shaped noise of deviation 1 for three channels, from one hash.
std::array<float, 3> pixelNoise(std::uint64_t seed, std::int64_t x, std::int64_t y)
{
    const std::uint64_t bits = positionHash(seed, x, y);
    const auto bell = [bits](int shift) {
        const auto sum = ((bits >> shift) & 0x7fU) + ((bits >> (shift + 7)) & 0x7fU) + ((bits >> (shift + 14)) & 0x7fU);
        return (static_cast<float>(sum) - 190.5F) * (1.0F / 64.0F);
    };
    return {bell(0), bell(21), bell(42)};
}

} // namespace

RgbImage scan(const Absorbers& absorbers, const StainSet& stains, std::uint64_t seed)
{
    const Rect area = absorbers.area.grown(-kScannerHaloPx);
    RgbImage picture(static_cast<int>(area.width), static_cast<int>(area.height));
    const Plane<float> defocus = focus(stains, seed, area);
    const auto wideTaps = gaussian(kWideDeviationPx);
    const std::array<float, 3> sharpTaps{kSharpTaps[0], kSharpTaps[1], kSharpOuter};
    std::array<Plane<float>, 3> sharp, wide;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const Plane<float> ideal = light(absorbers, stains, channel);
        sharp[channel] = blurred(ideal, sharpTaps);
        wide[channel] = blurred(ideal, wideTaps);
    }
    for (int y = 0; y < picture.height; ++y) {
        std::uint8_t* out = picture.row(y);
        for (int x = 0; x < picture.width; ++x) {
            const auto noise = pixelNoise(seed + 999, area.x + x, area.y + y);
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const float s = sharp[channel].at(x + kScannerHaloPx, y + kScannerHaloPx);
                const float w = wide[channel].at(x + kScannerHaloPx, y + kScannerHaloPx);
                const float value
                    = s + defocus.at(x, y) * (w - s) + stains.noise * (0.5F + 0.0025F * s) * noise[channel];
                *out++ = static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
            }
        }
    }
    return picture;
}

} // namespace nb
