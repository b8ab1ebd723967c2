// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/csvtext.h"

#include <charconv>
#include <cmath>

namespace nb
{

void appendCsvText(std::string& out, std::string_view text)
{
    const bool computed = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
    const bool quoted = text.find_first_of(",;\"\r\n\t") != std::string_view::npos;
    if (quoted)
        out += '"';
    if (computed)
        out += '\'';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    if (quoted)
        out += '"';
}

void appendCsvNumber(std::string& out, double value)
{
    if (!std::isfinite(value))
        return;
    char text[40];
    out.append(text, std::to_chars(text, text + sizeof text, value).ptr);
}

} // namespace nb
