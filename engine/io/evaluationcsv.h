// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/areaevaluation.h"

namespace nb
{

/// A line for each area and one for all ("all", or "all, overlaps once" where areas overlap): counts, the paper's
/// criteria, AJI and PQ. As writeNucleusCsv in all else. Errors: AtomicFile's.
[[nodiscard]] Status writeEvaluationCsv(const std::string& path, const EvaluatedAreas& evaluated);

} // namespace nb
