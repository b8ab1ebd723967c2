// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace nb
{

/// Seconds until all is done, at the mean speed since the first unit was done; nothing while that says too little.
[[nodiscard]] std::optional<double> secondsLeft(std::int64_t done, std::int64_t total, double secondsSoFar);

/// "about 3 min left", rounded as people say it.
[[nodiscard]] QString describeTimeLeft(double seconds);

} // namespace nb
