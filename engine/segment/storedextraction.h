// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/segment/extractedarea.h"
#include "engine/segment/mapstore.h"
#include "engine/segment/nucleus.h"
#include "engine/segment/nucleusextractor.h"
#include "engine/segment/sliderecipe.h"

#include <functional>
#include <memory>
#include <vector>

namespace nb
{

struct StoredExtraction {
    std::int64_t nuclei = 0;
    std::int64_t tooLarge = 0;
    bool complete = true; ///< false: maps were missing, and nuclei near those places with them
    std::shared_ptr<const ExtractedArea> area; ///< for which it answers; null only in one that was never made
};

/// Finds nuclei from stored maps alone, without the network: those wholly in `level0Area` (level-0 pixels) whose maps
/// are in the store at full resolution as far around them as anything can change them. They are, bit for bit, those
/// that segmentSlide with the same recipes finds; what may be inexact is left out. `found` gets them tile by tile, on
/// the calling thread, from the middle of the area outwards, in reading order within a tile. Any thread; reads the
/// slide (for stain densities). Errors: OutOfRange (the area misses the slide), Unreadable, Cancelled, OutOfMemory.
[[nodiscard]] Result<StoredExtraction> extractStored(const SlideRecipe& recipe, const MapStore& store,
    const Rect& level0Area, const ExtractionRecipe& extraction, const std::function<void(std::vector<Nucleus>)>& found,
    const CancelToken& cancel);

} // namespace nb
