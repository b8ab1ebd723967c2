// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/slide/slidesource.h"

#include <optional>
#include <string>

namespace nb
{

/// A plain image, decoded: 8-bit RGB as stored (EXIF orientation is not applied, so that coordinates are those of every
/// other program that reads pixels); grey, palette, 16 bits and CMYK are converted, transparent parts lie on white.
struct DecodedImage {
    std::string format; ///< "png", "jpeg", "bmp", "tiff"
    RgbImage pixels;
    std::optional<PixelSize> pixelSize; ///< where a TIFF's resolution is a microscope's and not a printer's
};

/// Decodes PNG, JPEG, BMP and TIFF, told apart by their first bytes. The size is read from the header and bounded (400
/// million pixels) before anything is allocated. Errors: Unsupported (none of these), TooLarge, Unreadable (damaged or
/// cut off), OutOfMemory. Nothing is printed. Any thread.
[[nodiscard]] Result<DecodedImage> decodeImage(const std::string& path);

} // namespace nb
