// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/exchange/casechoice.h"

#include <string>

namespace nb
{

/// Writes the chosen nuclei as a table of comma-separated values (writeNucleusCsv; gz by extension). Gives the number
/// of lines. Errors: those of CaseReader, NoSpace, NotWritable, Cancelled; the target is then as it was. Blocks; the
/// reader's thread.
[[nodiscard]] Result<std::int64_t> exportCsv(CaseReader& reader, const CaseChoice& choice, const std::string& path,
    const CancelToken& cancel, Progress& progress);

/// Writes the chosen nuclei as a label image (LabelTiffWriter) of the whole slide, or, where `choice` takes only
/// regions, of the box around them: the n-th nucleus, in the order in which they were stored, is n. Nuclei are cut off
/// at the frame. Gives the number of nuclei. Errors: as exportCsv, and Invalid (a size that no label image can have).
[[nodiscard]] Result<std::int64_t> exportLabels(CaseReader& reader, const CaseChoice& choice, const std::string& path,
    const CancelToken& cancel, Progress& progress);

} // namespace nb
