// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/shapes.h"

#include <cstdint>
#include <map>

namespace nb
{

/// The smallest rectangle around each label other than 0; pixels of the picture.
[[nodiscard]] std::map<std::uint32_t, Rect> labelBoxes(const LabelImage& labels);

} // namespace nb
