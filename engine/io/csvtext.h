// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nb
{

// Cells of a table of comma-separated values (RFC 4180), appended to `out` without the comma.

/// In quotes where it has to be. A text that a spreadsheet would take for a formula (it begins with = + - @, or with a
/// tab or a return before which some drop) gets an apostrophe in front, so that it stays text.
void appendCsvText(std::string& out, std::string_view text);

/// With a dot and at most `digits` significant digits, whatever the language; an empty cell where it is not finite.
void appendCsvNumber(std::string& out, double value, int digits = 7);

} // namespace nb
