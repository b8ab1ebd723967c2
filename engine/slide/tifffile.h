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

/// A TIFF open for reading, or null where it is none. libtiff prints nothing: what went wrong shows in the results.
[[nodiscard]] TiffFile openTiff(const std::string& path);

/// Unreadable: the TIFF is damaged or cut off.
[[nodiscard]] Error damagedTiff(const std::string& path);

} // namespace nb
