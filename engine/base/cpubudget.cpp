// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/cpubudget.h"

#include <algorithm>
#include <sched.h>
#include <sys/resource.h>
#include <thread>

namespace nb {

int cpuBudget()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return std::max(1, CPU_COUNT(&set));
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

double peakMemoryMib()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0; // kilobytes on Linux
}

} // namespace nb
