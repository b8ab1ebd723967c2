// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/document/casereader.h"

#include <optional>
#include <vector>

namespace nb
{

/// What of a case goes into a file, as values, so that a worker can read it beside the document thread.
struct CaseChoice {
    std::vector<ClassRecord> classes; ///< all of the case
    std::vector<RegionRecord> regions; ///< to be written, and with `onlyRegions` to take nuclei from
    bool onlyRegions = false; ///< nuclei whose box's centre lies in one of `regions`
    std::optional<std::vector<NucleusRow>> onlyRows; ///< nuclei that were chosen; overrides `onlyRegions`
    SlideIdentity slide;
};

/// The present nuclei that are meant, in the order in which they were stored, each once. Errors: CaseReader's.
[[nodiscard]] Result<std::vector<NucleusRow>> chosenRows(CaseReader& reader, const CaseChoice& choice);

} // namespace nb
