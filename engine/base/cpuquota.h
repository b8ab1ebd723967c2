// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace nb
{

/// How many processors' time the control groups of this process (a container, a systemd slice) grant it; nothing where
/// they set no limit. Looks at cpu.max (version 2) and cpu.cfs_quota_us (version 1) of its group and of all above it.
/// The arguments are where the kernel tells it; Linux' documentation: admin-guide/cgroup-v2.rst,
/// scheduler/sched-bwc.rst.
[[nodiscard]] std::optional<double> cpuQuota(
    const std::string& groupsOfProcess = "/proc/self/cgroup", const std::string& groupFolder = "/sys/fs/cgroup");

} // namespace nb
