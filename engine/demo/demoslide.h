// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/demo/demotissue.h"

#include <string>

namespace nb
{

/// Writes the tissue as a pyramidal tiled TIFF (JPEG, 0.25 µm/px) that OpenSlide reads. Paints on as many threads as
/// the process has processors, besides the calling one, which writes; memory is bounded whatever the size. `progress`
/// counts tiles. The file appears when it is whole. Errors: NotWritable, NoSpace, Cancelled, OutOfMemory.
[[nodiscard]] Status writeDemoSlide(
    const DemoTissue& tissue, const std::string& path, const CancelToken& cancel, Progress& progress);

/// Writes all nuclei of the tissue as GeoJSON for QuPath (gz by extension), in a fixed order. Memory is bounded. Errors
/// as above.
[[nodiscard]] Status writeDemoTruth(const DemoTissue& tissue, const std::string& path, const CancelToken& cancel);

/// Writes both. Neither file is there before both are whole. Errors as above.
[[nodiscard]] Status writeDemo(const DemoTissue& tissue, const std::string& slidePath, const std::string& truthPath,
    const CancelToken& cancel, Progress& progress);

} // namespace nb
