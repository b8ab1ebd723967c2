// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserows.h"
#include "engine/document/doubt.h"

#include <optional>
#include <vector>

namespace nb
{

/// A nucleus that nobody has judged yet.
struct ReviewItem {
    NucleusRow row = 0;
    Doubt doubt;
    friend bool operator<(const ReviewItem& a, const ReviewItem& b) ///< the most doubtful first
    {
        return a.doubt.amount != b.doubt.amount ? a.doubt.amount > b.doubt.amount : a.row < b.row;
    }
};

/// Which part of the queue is asked for.
struct ReviewQuery {
    DoubtScale scale; ///< the slide's: ReviewQueue::scale
    std::vector<MultiPolygon> checked; ///< regions in which everything is right: nothing in them waits
    std::optional<MultiPolygon> within; ///< nothing: the whole slide
    std::optional<ReviewItem> after; ///< the last of the page before
    std::size_t limit = 200;
};

struct ReviewPage {
    std::vector<ReviewItem> items; ///< the most doubtful first
    std::int64_t waiting = 0; ///< untouched nuclei in all of the query's place, on whichever page
};

/// What of a case a person has still to judge, by the model's doubt. On the reader's thread. A nucleus belongs to the
/// place that holds its box's centre. Errors: CaseRows'.
class ReviewQueue
{
public:
    explicit ReviewQueue(CaseReader& reader, CancelToken cancel = {})
        : m_rows(reader, std::move(cancel))
    {
    }

    /// What is usual on the slide, from all nuclei, or from kScaleSample of them spread over the order of storing.
    [[nodiscard]] Result<DoubtScale> scale();
    static constexpr std::int64_t kScaleSample = 20000;

    /// The most doubtful of the nuclei that nobody accepted, corrected or drew and that no checked region holds. One
    /// pass over the place's nuclei.
    [[nodiscard]] Result<ReviewPage> page(const ReviewQuery& query);

private:
    [[nodiscard]] Result<std::vector<NucleusMeasurements>> sample(std::int64_t first, std::int64_t last);
    [[nodiscard]] Result<std::vector<NucleusMeasurements>> allMeasured();
    CaseRows m_rows;
};

} // namespace nb
