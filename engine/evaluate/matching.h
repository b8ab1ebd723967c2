// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/overlaps.h"

#include <cstdint>
#include <vector>

namespace nb
{

/// What became of one nucleus when truth and prediction were compared (paper III-A).
enum class Finding {
    Matched, ///< truth and prediction belong together
    Missed, ///< truth that nothing found (MD)
    Merged, ///< truth swallowed by a prediction that belongs to another nucleus: under-segmentation (US)
    False, ///< prediction where no nucleus is (FD)
    Split ///< prediction that is a piece of a nucleus already found: over-segmentation (OS)
};

/// The verdict on one nucleus of the truth or of the prediction.
struct JudgedNucleus {
    std::uint32_t label = 0;
    std::int64_t area = 0; ///< pixels
    Finding finding = Finding::Matched;
    std::uint32_t other = 0; ///< its partner; where merged the prediction, where split the truth; else 0
    double dice = 0; ///< with its partner, 0 where it has none
};

struct Matching {
    std::vector<JudgedNucleus> truth; ///< by label; Matched, Missed or Merged
    std::vector<JudgedNucleus> prediction; ///< by label; Matched, False or Split
};

/// One-to-one, greedy by decreasing Dice coefficient (ties: smaller truth label, then smaller prediction label); pairs
/// under 0.2 never match. Merged: an unmatched truth of which a matched prediction covers at least half. Split: an
/// unmatched prediction that lies by at least half in a matched truth. Any thread; n log n in the overlapping pairs.
[[nodiscard]] Matching matchNuclei(const Overlaps& overlaps);

} // namespace nb
