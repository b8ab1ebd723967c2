// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecording.h"
#include "engine/segment/mapstore.h"
#include "engine/segment/nucleusindex.h"

#include <functional>
#include <memory>
#include <string>

namespace nb
{

/// Where a search of the window puts what it finds. All of it may go on being used after the window has let go.
struct SearchTarget {
    std::shared_ptr<DocumentThread> document; ///< null: there is no case, the nuclei are kept in `nuclei` alone
    std::function<void(const Rect& level0Area)> stored; ///< nuclei in it are on the disk; called on the document thread
    std::function<void(std::int64_t tiles)> resumed; ///< a stopped search is taken up; called on the search's thread
    std::string author;
    std::shared_ptr<NucleusIndex> nuclei; ///< what is shown beside the case, or null
    std::shared_ptr<MapStore> maps;
};

/// Blocks; for a worker. Errors: those of segmentIntoCase.
[[nodiscard]] Result<CaseRunSummary> searchNuclei(const std::shared_ptr<const SlideRecipe>& recipe,
    NetworkScheduler& scheduler, const SegmentRequest& request, const SearchTarget& target, const CancelToken& cancel,
    Progress& progress);

} // namespace nb
