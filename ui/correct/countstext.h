// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/reviewmeter.h"

#include <QString>

#include <string>

namespace nb
{

/// "3 accepted, 2 corrected, 1 drawn, 1 deleted, 12 in checked regions": only what there is; or that there is nothing.
[[nodiscard]] QString countsText(const ReviewCounts& counts);

/// Hundredths of the nuclei that were judged, 100 only when all were; 0 where there are none.
[[nodiscard]] int reviewedPercent(const ReviewCounts& counts);

/// A time of the case (UTC, ISO 8601) as people here write it; as it is where it is none.
[[nodiscard]] QString whenText(const std::string& utc);
/// The time of day for today, the date otherwise.
[[nodiscard]] QString shortWhenText(const std::string& utc);

} // namespace nb
