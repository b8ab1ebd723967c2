// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/jsontext.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <simdjson.h>

namespace nb
{

namespace
{

/// The length of the well-formed UTF-8 character at the beginning of `text`; 0 where there is none.
std::size_t characterLength(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const bool good = length > 0 && length <= text.size() && simdjson::validate_utf8(text.data(), length);
    return good ? length : 0;
}

void appendEscaped(std::string& out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\t':
        out += "\\t";
        break;
    case '\r':
        out += "\\r";
        break;
    default:
        char code[8];
        std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += code;
    }
}

} // namespace

void appendJsonString(std::string& out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        const auto c = static_cast<unsigned char>(text.front());
        std::size_t length = 1;
        if (c < 0x20 || c == '"' || c == '\\')
            appendEscaped(out, text.front());
        else if (c < 0x80)
            out += text.front();
        else if (const std::size_t character = characterLength(text); character > 0)
            out += text.substr(0, length = character);
        else
            out += "\xEF\xBF\xBD";
        text.remove_prefix(length);
    }
    out += '"';
}

void appendJsonNumber(std::string& out, double value, int significantDigits)
{
    if (!std::isfinite(value)) {
        out += std::isnan(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        return;
    }
    char text[40];
    const auto end = significantDigits > 0
        ? std::to_chars(text, text + sizeof text, value, std::chars_format::general, significantDigits)
        : std::to_chars(text, text + sizeof text, value);
    out.append(text, end.ptr);
}

void appendCoordinate(std::string& out, double value)
{
    auto hundredths = static_cast<std::int64_t>(std::llround(value * 100));
    if (hundredths < 0) {
        out += '-';
        hundredths = -hundredths;
    }
    char text[32];
    char* end = std::to_chars(text, text + sizeof text, hundredths / 100).ptr;
    const auto rest = static_cast<int>(hundredths % 100);
    if (rest != 0) {
        *end++ = '.';
        *end++ = static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0)
            *end++ = static_cast<char>('0' + rest % 10);
    }
    out.append(text, end);
}

void appendJsonRing(std::string& out, const Ring& ring)
{
    const auto point = [&out](const Point& p) {
        out += '[';
        appendCoordinate(out, p.x);
        out += ',';
        appendCoordinate(out, p.y);
        out += ']';
    };
    out += '[';
    for (const Point& p : ring) {
        point(p);
        out += ',';
    }
    if (!ring.empty())
        point(ring.front());
    out += ']';
}

void appendJsonPolygon(std::string& out, const Polygon& polygon)
{
    out += '[';
    appendJsonRing(out, polygon.shell);
    for (const Ring& hole : polygon.holes) {
        out += ',';
        appendJsonRing(out, hole);
    }
    out += ']';
}

void appendJsonMultiPolygon(std::string& out, const MultiPolygon& shape)
{
    out += '[';
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (i > 0)
            out += ',';
        appendJsonPolygon(out, shape[i]);
    }
    out += ']';
}

} // namespace nb
