// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace nb
{

/// What the engine says in English, in the person's language where that sentence has been translated.
[[nodiscard]] QString engineText(const std::string& text);

} // namespace nb
