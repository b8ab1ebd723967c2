// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <optional>
#include <string>

struct _openslide;

namespace nb
{

/// A property of a slide that OpenSlide has open; empty where there is none.
[[nodiscard]] std::string slideProperty(_openslide* slide, const char* name);

/// A finite number above 0, or nothing.
[[nodiscard]] std::optional<double> numberOf(const std::string& text);

struct SaidPixelSize {
    std::optional<PixelSize> size;
    std::string impossible; ///< SlideInfo::impossiblePixelSize
};
/// What a slide says of its pixels' size.
[[nodiscard]] SaidPixelSize saidPixelSize(_openslide* slide);

} // namespace nb
