// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"

#include <string>

namespace nb
{

/// Writes a picture as PNG or, where the name ends in .tif or .tiff, as TIFF, both without loss; beside its target and
/// renamed when whole. Errors: Unsupported (another ending), OutOfMemory, NoSpace, NotWritable. Any thread.
[[nodiscard]] Status writePicture(const std::string& path, const RgbImage& picture);

} // namespace nb
