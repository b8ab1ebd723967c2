// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/document/casereader.h"

namespace nb
{

/// What is known of the nuclei in one area of the slide. A nucleus is in the area where its box's centre is.
struct AreaSummary {
    std::optional<Uuid> region; ///< nothing: the whole slide
    std::string name; ///< the region's
    double areaMm2 = 0; ///< of the region's outline or the slide's frame; NaN where the µm/px is not known
    std::int64_t nuclei = 0;
    std::vector<std::pair<int, std::int64_t>> byClass; ///< class id and how many, by id; only classes that occur
    std::vector<double> medians; ///< of the columns that were asked for; NaN where nothing was measured

    /// Nuclei per mm²; NaN where the area is not known or empty.
    [[nodiscard]] double density() const;
    /// Of the nuclei that are of this class, 0..1; NaN where there are no nuclei.
    [[nodiscard]] double share(int classId) const;
};

/// The whole slide first, then each region in the order given. Exact: the median of an even number is the mean of the
/// middle two. One pass over the nuclei; memory goes with the nuclei and the columns (8 bytes each, for each area they
/// are in). Errors: Invalid (`columns` are names of measurementColumns()), Cancelled, those of CaseReader. Takes the
/// reader for itself meanwhile.
[[nodiscard]] Result<std::vector<AreaSummary>> summarize(CaseReader& reader, const SlideIdentity& slide,
    std::span<const RegionRecord> regions, const std::vector<std::string>& columns, const CancelToken& cancel = {});

} // namespace nb
