// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace nb {

/// How far a job is. Workers write it, the window or command line samples it (about 10 Hz);
/// nothing is pushed. All members are safe on any thread.
struct Progress {
    std::atomic<std::int64_t> done{0};   ///< units finished (patches, tiles, bytes: the job decides)
    std::atomic<std::int64_t> total{0};  ///< units in all; 0 while unknown
    std::atomic<std::int64_t> nuclei{0}; ///< nuclei found so far, where the job finds any
};

} // namespace nb
