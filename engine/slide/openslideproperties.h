// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <optional>
#include <string>

struct _openslide;

namespace nb
{

/// What OpenSlide says of an open slide, read with care. Any thread that holds the handle.

/// Empty where the slide has no such property.
[[nodiscard]] std::string slideProperty(_openslide* slide, const char* name);
/// A property that is a finite number > 0.
[[nodiscard]] std::optional<double> slideNumber(_openslide* slide, const char* name);

struct SaidPixelSize {
    std::optional<PixelSize> size; ///< µm per level-0 pixel where the slide says so plausibly
    std::string impossible; ///< SlideInfo::impossiblePixelSize
};
[[nodiscard]] SaidPixelSize saidPixelSize(_openslide* slide);

/// Levels are cut to whole pixels, so the ratio is a little off; where it is near a whole number that is what was
/// meant.
[[nodiscard]] double slideDownsample(double ratio);
/// OpenSlide 3.4 asks libtiff for whole tiles, which today's libtiff cuts to the level's size: the pixels of levels
/// that are narrower or lower than their tiles arrive in the wrong places.
[[nodiscard]] bool garbled(_openslide* slide, int level);
/// OpenSlide holds whole tiles, and ends the process where it cannot.
[[nodiscard]] bool anyTileTooLarge(_openslide* slide);

} // namespace nb
