// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/validation.h"

#include <cstdint>
#include <optional>

namespace nb
{

enum class TrainingVerdict { Better, NoClearDifference, Worse };

/// Whether a new model beats the old one on the same held-out pictures by more than chance. The gain is that of
/// Validation::score. `changed`: nuclei that only one of the two got right; a gain that they would give in one of
/// twenty tosses of a coin (1.645 times the square root of their number, over the nuclei of the truth: the normal
/// approximation of McNemar's test), or one of 0.01 or less, is no clear difference, and neither is one for which F1 or
/// AJI falls by more than 0.01 or Dice by more than 0.02. Unknown: a tenth of the truth's nuclei, the usual measure
/// between a model and its child.
[[nodiscard]] TrainingVerdict compareValidations(
    const Validation& before, const Validation& after, std::optional<std::int64_t> changed = {});

} // namespace nb
