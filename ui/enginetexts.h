// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace nb
{

/// What the engine says in English, in the person's language where that sentence has been translated (see
/// engineSentences()); else as it is. What the engine filled in (numbers, names) is kept, unless it is such a sentence
/// itself. Any thread.
[[nodiscard]] QString engineText(const std::string& text);

} // namespace nb
