// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"

#include <string>

namespace nb
{

/// The two halves of readLabelImage. They may throw std::bad_alloc, which it turns into an Error.
[[nodiscard]] Result<LabelImage> readPngLabels(const std::string& path);
[[nodiscard]] Result<LabelImage> readTiffLabels(const std::string& path);

/// Unsupported: `why` the file is no label image.
[[nodiscard]] Error notALabelImage(const std::string& path, const std::string& why);

} // namespace nb
