// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/io/bytesource.h"

#include <cstddef>
#include <string>

namespace nb
{

/// Walks over JSON text of any size by its brackets, quotes and commas alone, and copies single values out, so that a
/// parser sees one feature at a time and memory is bounded by the largest. What is inside of a value is not checked
/// except for its brackets. One thread at a time.
class JsonSplitter
{
public:
    explicit JsonSplitter(ByteSource& source);

    /// The next character that is no white space, without taking it; 0 at the end of the text and after a failure.
    [[nodiscard]] char peek();
    void take() { ++m_at; } ///< what `peek` showed

    enum class Copied {
        Whole,
        TooLarge, ///< passed over; `out` is empty
        TooDeep, ///< passed over; `out` is empty
        Broken ///< brackets do not match, or the text ends in it
    };
    /// Appends the value that begins at `peek()` to `out`: an object, array, string or bare word.
    [[nodiscard]] Copied copyValue(std::string& out, std::size_t mostBytes);

    [[nodiscard]] bool atEnd() const { return m_ended; } ///< the text ended (or failed) before something needed
    [[nodiscard]] const Status& failure() const { return m_failure; } ///< of reading the file

private:
    [[nodiscard]] bool refill();
    [[nodiscard]] Copied copyNested(std::string& out, std::size_t mostBytes);
    [[nodiscard]] Copied copyString(std::string& out, std::size_t mostBytes);
    [[nodiscard]] Copied copyWord(std::string& out, std::size_t mostBytes);

    ByteSource& m_source;
    std::string m_piece;
    std::size_t m_at = 0;
    bool m_ended = false;
    Status m_failure;
};

} // namespace nb
