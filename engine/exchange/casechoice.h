// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/document/casereader.h"

#include <functional>
#include <optional>
#include <string>
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

/// Calls `visitor` for each of them; make a snapshot of the reader first, so that they are of one moment. Memory: eight
/// bytes a nucleus. `progress` counts nuclei. Errors: CaseReader's; the visitor's; Cancelled, which names `path`.
[[nodiscard]] Status visitChosen(CaseReader& reader, const CaseChoice& choice, const std::string& path,
    const CancelToken& cancel, Progress& progress, const std::function<Status(const NucleusRecord&)>& visitor);

} // namespace nb
