// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nb
{

/// What every reader of plain images has in common: bounds before anything is allocated, and the words for failures.

/// Unreadable: the image is damaged or cut off, with `detail` in brackets.
[[nodiscard]] Error damagedImage(const std::string& path, const std::string& detail);

/// Ok for at most 400 million pixels. Errors: Unreadable (none at all), TooLarge.
[[nodiscard]] Status checkImageSize(std::int64_t width, std::int64_t height, const std::string& path);

/// All bytes of a file of at most 4 GiB. Errors: Unreadable, TooLarge.
[[nodiscard]] Result<std::vector<std::uint8_t>> readImageFile(const std::string& path);

} // namespace nb
