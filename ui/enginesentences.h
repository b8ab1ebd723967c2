// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace nb
{

/// What the engine, which knows no Qt, says and the window can say in other languages: the English, for translators and
/// to look up. %1 to %9, numbered in their order, stand for what the engine fills in. Messages of the command line
/// alone are not among them.
[[nodiscard]] std::span<const char* const> engineSentences();

/// The same for what to do about a failure (Error::remedy). None of them is filled in.
[[nodiscard]] std::span<const char* const> engineRemedies();

} // namespace nb
