// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/precisionchoice.h"

#include <algorithm>
#include <ctime>
#include <limits>
#include <vector>

namespace nb
{

namespace
{

constexpr int kSide = 256; // large enough to be as fast per pixel as the default patch
constexpr int kPasses = 3; // after one that warms up
// Where both are nearly as fast, chance would decide, and two runs on one machine would find different nuclei.
constexpr double kWorthwhile = 0.8;

/// Processor time of this thread, in seconds: what other programs take does not count.
double threadSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

} // namespace

bool processorHasBf16()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16") != 0;
#else
    return false;
#endif
}

bool isFaster(const Network& candidate, const Network& reference)
{
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(kSide) * kSide * 3);
    for (std::size_t i = 0; i < rgb.size(); ++i)
        rgb[i] = static_cast<std::uint8_t>(i * 2654435761U >> 24U); // any pattern: the time does not depend on it
    std::vector<float> out(rgb.size());
    const auto pass = [&](const Network& network) {
        const double start = threadSeconds();
        const Status status = network.probabilities(rgb, 1, kSide, kSide, out);
        return status ? threadSeconds() - start : std::numeric_limits<double>::infinity();
    };
    (void)pass(candidate);
    (void)pass(reference);
    double best = std::numeric_limits<double>::infinity(), bestReference = best;
    for (int i = 0; i < kPasses; ++i) {
        best = std::min(best, pass(candidate));
        bestReference = std::min(bestReference, pass(reference));
    }
    return best < kWorthwhile * bestReference;
}

} // namespace nb
