// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <memory>
#include <string>

struct tiff;

namespace nb
{

struct CloseTiff {
    void operator()(tiff* file) const;
};
using TiffFile = std::unique_ptr<tiff, CloseTiff>;

/// Keeps libtiff from printing, in the whole process: what went wrong shows in the results.
void silenceTiff();

/// A TIFF open for reading, or null where it is none. Nothing is printed.
[[nodiscard]] TiffFile openTiff(const std::string& path);

/// libtiff decodes whole tiles, however little of them the picture covers. Errors: TooLarge (a tile of over 64 Mpx, or
/// one far larger than the picture), Unreadable.
[[nodiscard]] Status checkTiffTiles(tiff* file, const std::string& path);

/// Unreadable: the TIFF is damaged or cut off.
[[nodiscard]] Error damagedTiff(const std::string& path);

} // namespace nb
