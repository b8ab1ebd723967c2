// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/exchange/casechoice.h"

#include <cstdint>
#include <string>

namespace nb
{

struct CaseExportSummary {
    std::int64_t nuclei = 0; ///< written
    std::int64_t regions = 0;
    std::int64_t repaired = 0; ///< outlines that had to be mended
    std::int64_t dropped = 0; ///< outlines with no area
};

/// Writes a case, or a part of it, as QuPath's GeoJSON (.gz by extension): regions first, then nuclei, as the case is
/// at this moment whatever is edited meanwhile. Nuclei of the model are detections, what a person corrected or drew is
/// an annotation; `asAnnotations` makes all of them annotations. importGeoJson gives the same case again. Memory: eight
/// bytes a nucleus. `progress` counts nuclei. Errors: CaseReader's, NoSpace, NotWritable, Cancelled; the target is then
/// as it was. Blocks; the reader's thread.
[[nodiscard]] Result<CaseExportSummary> exportGeoJson(CaseReader& reader, const CaseChoice& choice,
    const std::string& path, bool asAnnotations, const CancelToken& cancel, Progress& progress);

} // namespace nb
