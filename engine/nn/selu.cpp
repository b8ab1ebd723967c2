// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/selu.h"

#include <bit>

// The loops below have no branches, so that the compiler turns them into vector code for each of these processors.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define NB_VECTOR_CLONES __attribute__((target_clones("avx512f", "avx2", "default"), optimize("O3")))
#else
#define NB_VECTOR_CLONES
#endif

namespace nb
{

namespace
{

constexpr float kLambda = 1.0507009873554805F;
constexpr float kLambdaAlpha = 1.0507009873554805F * 1.6732632423543772F;

/// e^x for -87 <= x <= 0: 2^n·2^f with |f| <= 1/2, the latter by its Taylor polynomial.
[[gnu::always_inline]] inline float expOfNegative(float x)
{
    constexpr float kLog2E = 1.44269504088896341F;
    constexpr float kRounder = 12582912.0F; // 1.5·2^23: adding it leaves the nearest whole number in the lowest bits
    const float t = x * kLog2E;
    const float shifted = t + kRounder;
    const float f = t - (shifted - kRounder);
    float p = 1.5403530e-4F;
    p = p * f + 1.3333558e-3F;
    p = p * f + 9.6181291e-3F;
    p = p * f + 5.5504109e-2F;
    p = p * f + 2.4022651e-1F;
    p = p * f + 6.9314718e-1F;
    p = p * f + 1.0F;
    const auto n = std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(kRounder);
    return std::bit_cast<float>(std::bit_cast<std::int32_t>(p) + n * (1 << 23));
}

[[gnu::always_inline]] inline float selu(float x)
{
    constexpr float kLowest = -87.0F; // beyond, e^x adds nothing to -1
    float negative = x < 0.0F ? x : 0.0F;
    negative = negative > kLowest ? negative : kLowest;
    const float below = kLambdaAlpha * (expOfNegative(negative) - 1.0F);
    return x > 0.0F ? kLambda * x : x == x ? below : x; // not a number stays so: it has to be told
}

} // namespace

NB_VECTOR_CLONES void seluInPlace(float* values, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = selu(values[i]);
}

NB_VECTOR_CLONES void seluInPlaceBf16(std::uint16_t* values, std::size_t count)
{
    constexpr std::size_t kBlock = 1024; // in three steps, each of which becomes vector code on processors without AVX512-BW
    float block[kBlock];
    for (std::size_t from = 0; from < count; from += kBlock) {
        const std::size_t n = count - from < kBlock ? count - from : kBlock;
        std::uint16_t* const here = values + from;
        for (std::size_t i = 0; i < n; ++i)
            block[i] = std::bit_cast<float>(static_cast<std::uint32_t>(here[i]) << 16);
        for (std::size_t i = 0; i < n; ++i)
            block[i] = selu(block[i]);
        for (std::size_t i = 0; i < n; ++i) { // what is not a number has no lower half to carry from
            const auto bits = std::bit_cast<std::uint32_t>(block[i]);
            here[i] = static_cast<std::uint16_t>((bits + 0x7FFFU + ((bits >> 16) & 1U)) >> 16);
        }
    }
}

} // namespace nb
