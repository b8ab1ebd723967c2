// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/memorypolicy.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#endif

namespace nb {

void keepFreedMemory()
{
#if defined(__GLIBC__)
    // One arena: the others are made of pieces of 64 MiB that come and go however much is to be kept.
    constexpr int kOneGib = 1 << 30, kKept = 256 << 20;
    (void)mallopt(M_ARENA_MAX, 1);
    (void)mallopt(M_MMAP_THRESHOLD, kOneGib);
    (void)mallopt(M_TRIM_THRESHOLD, kKept);
    (void)mallopt(M_TOP_PAD, 64 << 20);
#endif
}

} // namespace nb
