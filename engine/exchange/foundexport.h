// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/exchange/runprovenance.h"
#include "engine/segment/nucleusindex.h"

#include <string>

namespace nb
{

/// Writes nuclei that were found and are in no case (there is no room for one) as GeoJSON, as `segment` does; gz by
/// extension. Gives their number. `metadata`: foundNucleusMetadata. Errors: NoSpace, NotWritable, Cancelled; the target
/// is then as it was. Blocks; any thread.
[[nodiscard]] Result<std::int64_t> exportFoundNuclei(const NucleusIndex& nuclei, const MetadataEntries& metadata,
    const std::string& path, const CancelToken& cancel, Progress& progress);

} // namespace nb
