// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/geometry/shapes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nb
{

/// Pixels [x, end) of one row that belong to the nucleus `label` (> 0).
struct LabelRun {
    std::int64_t x = 0;
    std::int64_t end = 0;
    std::uint32_t label = 0;
    friend bool operator==(const LabelRun&, const LabelRun&) = default;
};

/// Replaces `runs` with those of one row of labels, 0 being background.
inline void runsOfLabels(std::span<const std::uint32_t> labels, std::vector<LabelRun>& runs)
{
    runs.clear();
    for (std::size_t x = 0, from = 0; x < labels.size(); from = x) {
        while (x < labels.size() && labels[x] == labels[from])
            ++x;
        if (labels[from] != 0)
            runs.push_back({static_cast<std::int64_t>(from), static_cast<std::int64_t>(x), labels[from]});
    }
}

/// Which nucleus each pixel belongs to, row by row, so that whole slides need no picture of their size. One thread at
/// a time.
class LabelRuns
{
public:
    virtual ~LabelRuns() = default;

    /// The rectangle outside of which there are no nuclei.
    [[nodiscard]] virtual Rect frame() const = 0;

    /// Replaces `runs` with those of row `y`, by rising x, none overlapping. Rows are asked for in rising order.
    virtual void row(std::int64_t y, std::vector<LabelRun>& runs) = 0;

    /// What went wrong while rows were read; from then on they are empty. Always well where all is in memory.
    [[nodiscard]] virtual Status status() const { return {}; }
};

} // namespace nb
