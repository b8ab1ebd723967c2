// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/cpuquota.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace nb
{

namespace
{

namespace fs = std::filesystem;

/// "max 100000" or "150000 100000".
std::optional<double> quotaOfVersion2(const fs::path& group)
{
    double quota = 0, period = 0;
    std::ifstream file(group / "cpu.max");
    return file >> quota >> period && quota > 0 && period > 0 ? std::optional(quota / period) : std::nullopt;
}

std::optional<double> quotaOfVersion1(const fs::path& group)
{
    double quota = 0, period = 0; // a quota of -1: no limit
    std::ifstream quotaFile(group / "cpu.cfs_quota_us"), periodFile(group / "cpu.cfs_period_us");
    return quotaFile >> quota && periodFile >> period && quota > 0 && period > 0 ? std::optional(quota / period)
                                                                                 : std::nullopt;
}

/// The least of `group` (as the kernel names it, "/a/b") and all above it below `root`. In a container the group's own
/// folder is often missing, because it is the root there.
template <class QuotaOf>
std::optional<double> leastQuota(const fs::path& root, const std::string& group, QuotaOf quotaOf)
{
    std::optional<double> least = quotaOf(root);
    fs::path folder = root;
    for (const fs::path& part : fs::path(group).relative_path()) {
        folder /= part;
        if (const auto quota = quotaOf(folder))
            least = least ? std::min(*least, *quota) : quota;
    }
    return least;
}

} // namespace

std::optional<double> cpuQuota(const std::string& groupsOfProcess, const std::string& groupFolder)
{
    std::ifstream groups(groupsOfProcess);
    std::string line;
    std::optional<double> least;
    while (std::getline(groups, line)) { // number:controllers:group
        const auto first = line.find(':'), second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos)
            continue;
        const std::string controllers = "," + line.substr(first + 1, second - first - 1) + ",",
                          group = line.substr(second + 1);
        std::optional<double> quota;
        if (controllers == ",,")
            quota = leastQuota(groupFolder, group, quotaOfVersion2);
        else if (controllers.find(",cpu,") != std::string::npos)
            quota = leastQuota(fs::path(groupFolder) / "cpu", group, quotaOfVersion1);
        if (quota)
            least = least ? std::min(*least, *quota) : quota;
    }
    return least;
}

} // namespace nb
