// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/document/casereader.h"

#include <span>
#include <string>

namespace nb
{

/// Writes these nuclei of a case, in this order, as a table of comma-separated values (UTF-8, dot as decimal sign):
/// id, class, origin, centre of its box (level-0 pixels) and every measurement by its identifier with the unit in it
/// (area_um2, …); a cell is empty where nothing was measured. Texts that a spreadsheet would run are neutralised
/// (appendCsvText). Streams; `progress` counts rows. The file appears when it is whole (AtomicFile), gzipped where its
/// name ends in .gz. Returns how many were written: rows that are gone are left out. Errors: Cancelled, those of
/// CaseReader and AtomicFile. Takes the reader for itself meanwhile.
[[nodiscard]] Result<std::int64_t> writeNucleusCsv(const std::string& path, CaseReader& reader,
    std::span<const NucleusRow> rows, std::span<const ClassRecord> classes, const CancelToken& cancel,
    Progress& progress);

} // namespace nb
