// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/segment/patchgrid.h"
#include "engine/segment/slidesegmenter.h"

#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace nb {

/// A finished cell with the slide's own colours beneath it, for measuring the stains. Model pixels.
struct AssembledCell {
    std::shared_ptr<const MapCell> maps;
    RgbImage rgb; ///< not normalised; white where no patch ran
};

/// The weighted vote (Cui et al. 2018, P(i,j)): adds the patches' probabilities into grid cells and hands out each cell when its
/// last patch has come. Sums are integers (weight·probability·2^21), so the order in which patches finish does not change a bit
/// of the result. Every member may be called from any thread.
class MapAssembler {
public:
    /// `runs(column,row)` says whether a patch is run at all (tissue); asked once per patch and cell.
    MapAssembler(const PatchGrid& grid, std::function<bool(std::int64_t column, std::int64_t row)> runs, Vote vote = Vote::Weighted);
    ~MapAssembler();

    /// Patch (column,row): `rgb` its colours, `probabilities` float [3][height][width]. Only cells inside `wanted` (half-open rectangle of
    /// cells) are added to. Returns the cells that are finished by it.
    [[nodiscard]] std::vector<std::shared_ptr<const AssembledCell>> add(std::int64_t column, std::int64_t row, const RgbImage& rgb,
                                                                        const float* probabilities, const Rect& wanted);

    /// A cell into which no patch reaches: background everywhere.
    [[nodiscard]] std::shared_ptr<const AssembledCell> emptyCell(std::int64_t column, std::int64_t row) const;

    /// How many patches that run reach into the cell; 0 means `emptyCell`.
    [[nodiscard]] int patchesInto(std::int64_t column, std::int64_t row) const;

private:
    struct OpenCell;
    [[nodiscard]] std::shared_ptr<OpenCell> openCell(std::int64_t column, std::int64_t row);
    [[nodiscard]] const Plane<float>& weightsFor(int width, int height);

    const PatchGrid m_grid;
    const Vote m_vote;
    const std::function<bool(std::int64_t, std::int64_t)> m_runs;
    std::mutex m_mutex; ///< guards the two maps, not the cells
    std::unordered_map<std::int64_t, std::shared_ptr<OpenCell>> m_open;
    std::unordered_map<std::int64_t, std::unique_ptr<const Plane<float>>> m_weights;
};

} // namespace nb
