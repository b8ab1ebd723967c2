// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/csvtext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace nb
{

void appendCsvText(std::string& out, std::string_view text)
{
    std::string cell;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        cell += '\'';
    cell += text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        out += c;
        if (c == '"')
            out += c;
    }
    out += '"';
}

void appendCsvNumber(std::string& out, double value, int digits)
{
    if (!std::isfinite(value))
        return;
    std::array<char, 64> text{};
    const auto end
        = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits).ptr;
    out.append(text.data(), end);
}

} // namespace nb
