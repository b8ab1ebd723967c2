// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nb
{

/// How many processors this process may use (its affinity and the quota of its control group, not the machine's count);
/// at least 1.
[[nodiscard]] int cpuBudget();

/// The largest resident memory of this process so far, MiB.
[[nodiscard]] double peakMemoryMib();

} // namespace nb
