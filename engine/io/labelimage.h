// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"

#include <string>

namespace nb
{

/// Reads a label image: one channel of whole numbers, 0 background, each other number a nucleus. PNG (grey or palette
/// index, to 16 bits) and TIFF (8, 16 or 32 bits, strips or tiles), told apart by their first bytes; values are taken
/// as stored. The size is bounded (400 million pixels) before anything is allocated. Errors: NotFound, Unreadable
/// (damaged, cut off, a folder), Unsupported (colour, other formats, masks of 1 bit, fractions), Invalid (negative
/// labels), TooLarge, OutOfMemory. Nothing is printed. Any thread.
[[nodiscard]] Result<LabelImage> readLabelImage(const std::string& path);

} // namespace nb
