// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/exchange/casechoice.h"
#include "engine/slide/slidesource.h"

#include <string>

namespace nb
{

struct TrainingPairsSummary {
    std::int64_t pairs = 0;
    std::int64_t nuclei = 0;
    std::int64_t cut = 0; ///< of the nuclei: those that stick out of their region
};

/// Writes each of the choice's regions into `folder` as a picture with its truth, in the layout that
/// folderTrainingSource reads: NAME.png (the box around the region, level-0 pixels), NAME.labels.tif (0 background, n
/// the n-th nucleus), NAME.json (µm/px, where it lies, role, checked, the labels of nuclei that the region's edge cuts)
/// and, where the region is no rectangle, NAME.known.png (255 where it is: only there the labels are the whole truth).
/// NAME is the region's own name in letters that every disk takes, numbered where it is taken. A file that is there
/// stays. `progress` counts regions. Errors: TooLarge (a region of more than 100 million pixels), Invalid (no region),
/// CaseReader's, the slide's, NoSpace, NotWritable, Cancelled; pairs that were whole by then stay. Blocks; the reader's
/// thread.
[[nodiscard]] Result<TrainingPairsSummary> exportTrainingPairs(CaseReader& reader, const SlideSource& slide,
    const CaseChoice& choice, const std::string& folder, const CancelToken& cancel, Progress& progress);

} // namespace nb
