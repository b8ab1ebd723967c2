// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/slide/slidesource.h"

#include <cstdint>
#include <optional>
#include <string>

namespace nb
{

struct TiffSize {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::optional<PixelSize>
        pixelSize; ///< from resolution per centimetre finer than 5 µm/px; printers' values are not believed
};

/// The first picture's size, from the header alone. Errors: Unreadable. libtiff's messages go into the error, not to
/// the screen.
[[nodiscard]] Result<TiffSize> readTiffSize(const std::string& path);

/// The first picture as RGB, transparent parts on white. The caller has bounded its size. Errors: Unreadable,
/// Unsupported.
[[nodiscard]] Result<RgbImage> readTiffPixels(const std::string& path);

} // namespace nb
