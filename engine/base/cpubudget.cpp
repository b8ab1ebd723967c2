// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/cpubudget.h"

#include "engine/base/cpuquota.h"

#include <algorithm>
#include <cmath>
#include <sched.h>
#include <sys/resource.h>
#include <thread>

namespace nb
{

int cpuBudget()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    const int processors = sched_getaffinity(0, sizeof set, &set) == 0
        ? CPU_COUNT(&set)
        : static_cast<int>(std::thread::hardware_concurrency());
    static const std::optional<double> quota = cpuQuota(); // read once: it is asked for often
    const double granted = quota ? std::ceil(*quota) : processors;
    return std::max(1, static_cast<int>(std::min<double>(processors, granted)));
}

double peakMemoryMib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0; // kilobytes on Linux
}

} // namespace nb
