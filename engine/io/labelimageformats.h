// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/io/labelrows.h"

#include <memory>
#include <string>

namespace nb
{

/// Whole, to 400 million pixels. May throw std::bad_alloc.
[[nodiscard]] Result<LabelImage> readPngLabels(const std::string& path);
/// Row by row; null where a PNG is interlaced, so that it has to be read whole. May throw std::bad_alloc; its `next` does
/// not.
[[nodiscard]] Result<std::unique_ptr<LabelRows>> openPngLabels(const std::string& path);
[[nodiscard]] Result<std::unique_ptr<LabelRows>> openTiffLabels(const std::string& path);

/// Unsupported: `why` the file is no label image.
[[nodiscard]] Error notALabelImage(const std::string& path, const std::string& why);

} // namespace nb
