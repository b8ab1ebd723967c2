// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/jsonsplitter.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace nb
{

namespace
{

constexpr std::size_t kDeepest = 100; // a feature has 8 levels, each generation of child objects adds 4

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\x1e'; // 1e: between texts of a GeoJSON sequence
}

constexpr auto kStructural = [] {
    std::array<bool, 256> table{};
    for (const char c : {'"', '{', '}', '[', ']'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

/// Appends while there is room; what is too large is passed over and forgotten.
class Copy
{
public:
    Copy(std::string& out, std::size_t most)
        : m_out(out)
        , m_before(out.size())
        , m_most(most)
    {
    }
    void add(const char* from, std::size_t count)
    {
        if (m_tooLarge)
            return;
        m_tooLarge = m_out.size() - m_before + count > m_most;
        if (m_tooLarge)
            m_out.resize(m_before);
        else
            m_out.append(from, count);
    }
    void drop() { m_out.resize(m_before), m_tooLarge = true; }
    [[nodiscard]] bool tooLarge() const { return m_tooLarge; }

private:
    std::string& m_out;
    const std::size_t m_before;
    const std::size_t m_most;
    bool m_tooLarge = false;
};

} // namespace

JsonSplitter::JsonSplitter(ByteSource& source)
    : m_source(source)
{
}

bool JsonSplitter::refill()
{
    if (m_ended)
        return false;
    m_at = 0;
    m_failure = m_source.next(m_piece);
    if (!m_failure)
        m_piece.clear();
    m_ended = m_piece.empty();
    return !m_ended;
}

char JsonSplitter::peek()
{
    for (;;) {
        while (m_at < m_piece.size() && isSpace(m_piece[m_at]))
            ++m_at;
        if (m_at < m_piece.size())
            return m_piece[m_at];
        if (!refill())
            return 0;
    }
}

JsonSplitter::Copied JsonSplitter::copyValue(std::string& out, std::size_t mostBytes)
{
    switch (peek()) {
    case '{':
    case '[':
        return copyNested(out, mostBytes);
    case '"':
        return copyString(out, mostBytes);
    default:
        return copyWord(out, mostBytes);
    }
}

/// A string, from its first quote to its last.
JsonSplitter::Copied JsonSplitter::copyString(std::string& out, std::size_t mostBytes)
{
    Copy copy(out, mostBytes);
    copy.add(m_piece.data() + m_at++, 1);
    bool escaped = false;
    for (;;) {
        const std::size_t from = m_at;
        while (m_at < m_piece.size() && (escaped || m_piece[m_at] != '"')) {
            escaped = !escaped && m_piece[m_at] == '\\';
            ++m_at;
        }
        const bool closed = m_at < m_piece.size();
        m_at += closed ? 1 : 0;
        copy.add(m_piece.data() + from, m_at - from);
        if (closed)
            return copy.tooLarge() ? Copied::TooLarge : Copied::Whole;
        if (!refill())
            return Copied::Broken;
    }
}

JsonSplitter::Copied JsonSplitter::copyWord(std::string& out, std::size_t mostBytes)
{
    Copy copy(out, mostBytes);
    std::size_t length = 0;
    for (;;) {
        const std::size_t from = m_at;
        const auto isEnd
            = [](char c) { return isSpace(c) || c == ',' || c == ':' || kStructural[static_cast<unsigned char>(c)]; };
        while (m_at < m_piece.size() && !isEnd(m_piece[m_at]))
            ++m_at;
        copy.add(m_piece.data() + from, m_at - from);
        length += m_at - from;
        if (m_at < m_piece.size() || !refill())
            break;
    }
    return length == 0 ? Copied::Broken : copy.tooLarge() ? Copied::TooLarge : Copied::Whole;
}

/// An object or an array. The open brackets are kept down to kDeepest; below only their number is.
JsonSplitter::Copied JsonSplitter::copyNested(std::string& out, std::size_t mostBytes)
{
    Copy copy(out, mostBytes);
    std::array<char, kDeepest> closers{};
    std::size_t depth = 0;
    bool tooDeep = false;
    for (;;) {
        const std::size_t from = m_at;
        while (m_at < m_piece.size() && !kStructural[static_cast<unsigned char>(m_piece[m_at])])
            ++m_at;
        copy.add(m_piece.data() + from, m_at - from);
        if (m_at == m_piece.size()) {
            if (!refill())
                return Copied::Broken;
            continue;
        }
        const char c = m_piece[m_at];
        if (c == '"') {
            const Copied string = copy.tooLarge() ? [&] {
                std::string forgotten;
                return copyString(forgotten, 0);
            }() : copyString(out, mostBytes);
            if (string == Copied::Broken)
                return string;
            if (string == Copied::TooLarge && !copy.tooLarge())
                copy.drop();
            continue;
        }
        copy.add(&c, 1);
        ++m_at;
        if (c == '{' || c == '[') {
            if (depth < kDeepest)
                closers[depth] = c == '{' ? '}' : ']';
            else if (!tooDeep)
                tooDeep = true, copy.drop();
            ++depth;
            continue;
        }
        --depth;
        if (depth < kDeepest && closers[depth] != c)
            return Copied::Broken;
        if (depth == 0)
            return tooDeep ? Copied::TooDeep : copy.tooLarge() ? Copied::TooLarge : Copied::Whole;
    }
}

} // namespace nb
