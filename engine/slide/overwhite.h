// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace nb
{

/// `count` pixels of OpenSlide's premultiplied ARGB (0xAARRGGBB), laid over white, as interleaved RGB (3 bytes each).
/// Any thread.
void overWhite(const std::uint32_t* argb, std::size_t count, std::uint8_t* rgb);

/// The same in place, as a screen takes it: 0xffRRGGBB. Any thread.
void overWhiteInPlace(std::uint32_t* argb, std::size_t count);

} // namespace nb
