// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/areasummary.h"

#include <string>

namespace nb
{

/// A line for each area: its name (`wholeSlide` for the slide), area in mm², nuclei, nuclei per mm², the share of each
/// class (0..1), and the medians by the measurements' identifiers. As writeNucleusCsv in all else. Errors:
/// AtomicFile's.
[[nodiscard]] Status writeAreaSummaryCsv(const std::string& path, std::span<const AreaSummary> summaries,
    std::span<const ClassRecord> classes, const std::vector<std::string>& columns, const std::string& wholeSlide);

} // namespace nb
