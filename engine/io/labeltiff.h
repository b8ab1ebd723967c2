// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/geometry/shapes.h"
#include "engine/slide/slidesource.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nb
{

/// Writes a label image of the whole slide: one channel of 32-bit unsigned, tiled, deflate, BigTIFF where it may pass
/// 4 GB. Pixel (i,j) is n where the n-th ring (counted from 1; level-0 pixels) contains its centre (i+0.5, j+0.5), by
/// the even-odd rule; where rings overlap the earlier has it; 0 elsewhere. Parts of rings outside of the picture are
/// cut off. Memory: a tile and 8 bytes per ring and tile that it touches. The file appears when it is whole. Errors:
/// Invalid (size), NotWritable, NoSpace. Any thread.
[[nodiscard]] Status writeLabelTiff(const std::string& path, std::int64_t width, std::int64_t height,
    const PixelSize& pixelSize, const std::vector<Ring>& rings);

} // namespace nb
