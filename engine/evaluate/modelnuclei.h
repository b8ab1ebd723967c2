// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/document/caserecords.h"
#include "engine/evaluate/nucleifile.h"
#include "engine/nn/network.h"
#include "engine/segment/networkscheduler.h"
#include "engine/slide/slidesource.h"

#include <memory>
#include <span>

namespace nb
{

/// What `network` finds now in `areas` of a slide (level-0 pixels), nuclei that an area's edge cuts included, each once
/// also where areas overlap: those that a search of the whole slide would find, with the model's own post-processing.
/// `decided`: the case's µm/px and stain hold, as they do where training judges; what it does not hold is looked up
/// and decided now. `progress` counts pixels. Blocks; the network runs on the scheduler's threads. Errors: those of
/// prepareSlide and segmentSlide.
[[nodiscard]] Result<NucleiFile> findNucleiIn(std::span<const Rect> areas,
    const std::shared_ptr<const SlideSource>& slide, const SlideIdentity& decided,
    const std::shared_ptr<const Network>& network, NetworkScheduler& scheduler, const CancelToken& cancel,
    Progress& progress);

} // namespace nb
