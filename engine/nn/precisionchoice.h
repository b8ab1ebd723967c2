// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/network.h"

namespace nb
{

/// Whether the processor multiplies bf16 numbers itself (AVX512-BF16; every processor with AMX has it, too). Others
/// only imitate it, slower than fp32.
[[nodiscard]] bool processorHasBf16();

/// Whether `candidate` needs clearly less of the processor's time (a fifth or more) than `reference` for the same patch:
/// the best of a few passes of each, taken in turn, so that other programs do not decide. Takes a few tenths of a second.
[[nodiscard]] bool isFaster(const Network& candidate, const Network& reference);

} // namespace nb
