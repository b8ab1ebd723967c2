// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "widgets/plotbins.h"

#include <map>
#include <string>
#include <vector>

namespace nb
{

// What a plot shows, as tables of comma-separated values. Each file appears when it is whole. Errors: AtomicFile's,
// Cancelled. For a worker.

/// from, to, then a column of counts for each of `series`, then how many of all are chosen.
[[nodiscard]] Status writeBinsCsv(
    const std::string& path, const HistogramBins& bins, const std::vector<std::string>& series);

/// class and both measurements of every point. `columns`: their names.
[[nodiscard]] Status writePointsCsv(const std::string& path, const PlotPoints& points,
    const std::vector<std::string>& columns, const std::map<int, std::string>& classNames, const CancelToken& cancel,
    Progress& progress);

} // namespace nb
