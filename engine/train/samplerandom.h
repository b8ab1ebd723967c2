// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>

namespace nb
{

/// Random numbers that depend on their key alone, on every machine (SplitMix64, Steele et al. 2014). Not for secrets.
class SampleRandom
{
public:
    explicit SampleRandom(std::initializer_list<std::uint64_t> key)
    {
        for (const std::uint64_t part : key) {
            m_state ^= part;
            m_state = next();
        }
    }
    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; } ///< [0, 1)
    double uniform(double from, double to) { return from + (to - from) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }

private:
    std::uint64_t m_state = 0x243f6a8885a308d3ULL;
};

} // namespace nb
