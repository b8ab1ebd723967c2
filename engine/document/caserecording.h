// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/documentthread.h"
#include "engine/segment/slidesegmenter.h"

#include <optional>
#include <string>

namespace nb
{

struct CaseRunSummary {
    SegmentSummary segment; ///< of this call
    RunRecord run; ///< with what earlier calls of the same run found, too
    std::int64_t resumedTiles = 0; ///< that were done before this call
    std::int64_t added = 0;
    std::int64_t yielded = 0; ///< see CaseRuns
    std::int64_t replaced = 0;
};

/// What must be equal for two runs to give the same nuclei, as JSON: model, µm/px, stain, patches, precision,
/// post-processing.
[[nodiscard]] std::string settingsText(const SlideRecipe& recipe, const ExtractionRecipe& extraction);

/// Whether a run's heatmaps are what `recipe` would give: model, µm/px, stain, patches and precision are the same;
/// post-processing does not matter.
[[nodiscard]] bool givesSameMaps(const RunSettings& run, const SlideRecipe& recipe);

/// What a run of `request` (with its tile size given) is stored with.
[[nodiscard]] RunSettings runSettings(
    const SlideRecipe& recipe, const SegmentRequest& request, const std::string& author);

/// segmentSlide into a case: every finished tile is on the disk before the next is handed over, and a run that was
/// stopped, killed or failed is taken up where it ended, with the same result as one that never stopped. `also` may
/// watch: nuclei and maps as they come; tiles once they are on the disk, on the document thread. `resumed` is told the
/// number of tiles that were done before, where there are any. Blocks the calling thread, which must not be
/// the document thread. Errors: segmentSlide's, and those of the case (NoSpace, NotWritable when it is read-only, …);
/// what is done stays.
[[nodiscard]] Result<CaseRunSummary> segmentIntoCase(DocumentThread& document,
    const std::shared_ptr<const SlideRecipe>& recipe, NetworkScheduler& scheduler, SegmentRequest request,
    const SegmentSinks& also, const std::string& author, const CancelToken& cancel, Progress& progress,
    const std::function<void(std::int64_t tiles)>& resumed = {});

} // namespace nb
