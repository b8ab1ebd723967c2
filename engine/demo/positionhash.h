// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nb
{

/// The lattice cell of `spacing` px that a pixel lies in; exact for negative ones too.
[[nodiscard]] constexpr std::int64_t latticeIndex(std::int64_t px, std::int64_t spacing)
{
    return px >= 0 ? px / spacing : -((-px + spacing - 1) / spacing);
}

/// SplitMix64's finaliser (Steele, Lea and Flood 2014): every bit of the result depends on every bit of `value`.
[[nodiscard]] constexpr std::uint64_t mixBits(std::uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

/// A number that looks random and depends on seed and lattice point alone: the reason why any part of the demo
/// tissue can be made on its own.
[[nodiscard]] constexpr std::uint64_t positionHash(std::uint64_t seed, std::int64_t x, std::int64_t y)
{
    return mixBits(mixBits(seed) + static_cast<std::uint64_t>(x) * 0x9e3779b97f4a7c15ULL
        + static_cast<std::uint64_t>(y) * 0xc2b2ae3d27d4eb4fULL);
}

/// [0, 1) from the upper 24 bits.
[[nodiscard]] constexpr float unitFloat(std::uint64_t hash)
{
    return static_cast<float>(hash >> 40) * (1.0F / 16777216.0F);
}

/// The random numbers that belong to one lattice point, in a fixed order.
class PositionRandom
{
public:
    explicit constexpr PositionRandom(std::uint64_t state)
        : m_state(state)
    {
    }

    [[nodiscard]] constexpr std::uint64_t bits() { return mixBits(m_state += 0x9e3779b97f4a7c15ULL); }
    [[nodiscard]] constexpr float unit() { return unitFloat(bits()); } ///< [0, 1)
    [[nodiscard]] constexpr float within(float low, float high) { return low + (high - low) * unit(); }
    /// Bell-shaped, mean 0, deviation 1, within ±3.5 (the sum of four even ones).
    [[nodiscard]] constexpr float bell()
    {
        const std::uint64_t b = bits();
        float sum = -2.0F;
        for (int part = 0; part < 4; ++part)
            sum += static_cast<float>((b >> (16 * part)) & 0xffffU) * (1.0F / 65536.0F);
        return sum * 1.7320508F;
    }

private:
    std::uint64_t m_state;
};

} // namespace nb
