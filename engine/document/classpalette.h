// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace nb
{

/// 0xRRGGBB of the classes that every new case begins with, in their order. Lime, orange, blue, straw, black and brown:
/// none is near what H&E itself shows (purple nuclei, pink ground, white glass), and they differ in lightness as much as
/// in hue, so that they stay apart for people who do not see red or green (tst_classpalette simulates both).
inline constexpr std::array<std::uint32_t, 6> kClassPalette{0x50ff00, 0xe65000, 0x0060ff, 0xffe08c, 0x101010, 0x7a2e00};

} // namespace nb
