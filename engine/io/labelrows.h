// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace nb
{

/// A label image from its first row to its last, so that a TIFF of a whole slide takes no more memory than one row of
/// its tiles (at most 400 million pixels), and a PNG that of its compressed bytes; an interlaced PNG is held whole (at
/// most 400 million pixels). The files that are taken, and the errors, are those of
/// readLabelImage. One thread at a time.
class LabelRows
{
public:
    /// A TIFF may have sides of a million pixels: compare them with what they should be before asking for rows.
    [[nodiscard]] static Result<std::unique_ptr<LabelRows>> open(const std::string& path);
    virtual ~LabelRows() = default;

    [[nodiscard]] virtual int width() const = 0;
    [[nodiscard]] virtual int height() const = 0;
    /// The next row, `width` labels; they stand until the next call. Not to be called more often than there are rows.
    /// Errors: Unreadable (damaged, cut off), Invalid (negative labels), OutOfMemory.
    [[nodiscard]] virtual Result<std::span<const std::uint32_t>> next() = 0;
};

} // namespace nb
