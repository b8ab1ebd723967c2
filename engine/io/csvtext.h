// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nb
{

/// Begins a CSV file: spreadsheets take a file for UTF-8 only with this mark, and would show µm as Âµm.
inline constexpr std::string_view kCsvBegin = "\xEF\xBB\xBF";

/// Appends `text` as a cell (RFC 4180), in quotes where it has to be. A text that begins with = + - @, a tab or a line
/// break would be computed by spreadsheets: it gets an apostrophe before it, which they take for "this is text".
void appendCsvText(std::string& out, std::string_view text);

/// Appends the shortest number that reads back as `value`, always with a dot; nothing for what is not finite.
void appendCsvNumber(std::string& out, double value);

} // namespace nb
