// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserows.h"

#include <optional>
#include <span>
#include <vector>

namespace nb
{

/// How far the review of a place has come. A nucleus belongs to the place that holds its box's centre.
struct ReviewCounts {
    std::int64_t nuclei = 0; ///< present ones; the next four and those nobody touched add up to it
    std::int64_t accepted = 0; ///< right as the model found them
    std::int64_t corrected = 0;
    std::int64_t drawn = 0; ///< missed by the model
    std::int64_t inChecked = 0; ///< untouched, but in a region that is marked as checked
    std::int64_t removed = 0; ///< what a person deleted; not among `nuclei`

    [[nodiscard]] std::int64_t reviewed() const { return accepted + corrected + drawn + inChecked; }
    [[nodiscard]] std::int64_t errors() const { return corrected + drawn + removed; } ///< of the model
};

/// A square of the slide in which a person found the model wrong.
struct CorrectionCell {
    Rect area; ///< level-0 pixels
    std::int64_t corrected = 0;
    std::int64_t drawn = 0;
    std::int64_t removed = 0;
    std::int64_t accepted = 0;
    [[nodiscard]] std::int64_t errors() const { return corrected + drawn + removed; }
};

/// What a person has judged so far. On the reader's thread. Errors: CaseRows'.
class ReviewMeter
{
public:
    explicit ReviewMeter(CaseReader& reader, CancelToken cancel = {})
        : m_rows(reader, std::move(cancel))
    {
    }

    /// Of the whole slide; `checked`: the regions in which everything is right.
    [[nodiscard]] Result<ReviewCounts> slide(std::span<const MultiPolygon> checked);
    /// Of each place.
    [[nodiscard]] Result<std::vector<ReviewCounts>> places(
        std::span<const MultiPolygon> places, std::span<const MultiPolygon> checked);
    /// Squares of `cellPx` level-0 pixels on a grid at the slide's origin that hold what a person judged; the most
    /// errors first.
    [[nodiscard]] Result<std::vector<CorrectionCell>> corrections(std::int64_t cellPx);

private:
    struct Touched;
    [[nodiscard]] Result<ReviewCounts> countRows(
        std::span<const NucleusRow> rows, std::span<const NucleusRow> inChecked);
    [[nodiscard]] Result<std::vector<Touched>> removedByHand();
    [[nodiscard]] Result<std::vector<Touched>> judged();
    CaseRows m_rows;
};

} // namespace nb
