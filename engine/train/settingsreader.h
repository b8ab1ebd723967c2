// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainingsettings.h"

namespace nb
{

/// The settings that `settingsText` wrote; what the text does not hold (precision, threads) keeps its default. The text
/// may be hostile. Errors: Invalid.
[[nodiscard]] Result<TrainingSettings> settingsFromText(const std::string& text);

} // namespace nb
