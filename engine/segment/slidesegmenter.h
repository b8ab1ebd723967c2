// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/segment/networkscheduler.h"
#include "engine/segment/nucleus.h"
#include "engine/segment/nucleusextractor.h"
#include "engine/segment/sliderecipe.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace nb {

/// Finished probabilities of one grid cell, quantised to 8 bits (round(255·p)). `area` in model pixels. Immutable once handed out.
struct MapCell {
    Rect area;
    Plane<std::uint8_t> background;
    Plane<std::uint8_t> boundary;
    Plane<std::uint8_t> inside;
    bool skipped = false; ///< no patch ran here: no tissue
};

enum class PatchOrder { Reading, FromCentre };

struct SegmentRequest {
    Rect area;                                ///< level-0 pixels; cut to the slide
    Priority priority = Priority::SlideRun;
    PatchOrder order = PatchOrder::Reading;   ///< FromCentre shows the middle first; nuclei then come in the order in which they are found
    int tilePx = 0;                           ///< model pixels per extraction tile; 0: chosen by `order` (tileplan.h). Never changes a result
    /// Tiles (model pixels) that need not be done, because an earlier run did them; may be empty. Asked on the calling thread. Their nuclei are neither
    /// handed out nor counted, and patches that only they need do not run.
    std::function<bool(const Rect& tile)> isDone = {};
    std::optional<ExtractionRecipe> extraction = {}; ///< nothing: the model file's own
};

/// One extraction tile, done. All of an area's tiles together cover it once.
struct FinishedTile {
    Rect tile;                   ///< model pixels of the slide
    std::vector<Nucleus> nuclei; ///< whose first inside pixel lies in the tile, in reading order
    std::int64_t tooLarge = 0;
};

/// A good side for tiles where all have to be of one size (a run that is taken up again); model pixels.
[[nodiscard]] int defaultTilePx(PatchOrder order);

/// How many extraction tiles a run of `request` has, those that `isDone` would leave out included.
[[nodiscard]] std::int64_t tileCount(const SlideRecipe& recipe, const SegmentRequest& request);

/// Where results go as they come. Both may be empty. Called from worker threads, one call at a time.
struct SegmentSinks {
    /// With PatchOrder::Reading the nuclei come in a fixed order that depends on the slide and area alone.
    std::function<void(std::vector<Nucleus>)> nuclei = {};
    std::function<void(std::shared_ptr<const MapCell>)> maps = {};
    /// Each tile once, also those without nuclei, after all maps that lie in it. For runs that have to know what is done.
    std::function<void(const FinishedTile&)> tile = {};
};

struct SegmentSummary {
    std::int64_t nuclei = 0;
    std::int64_t tooLarge = 0;     ///< components wider or higher than the model's max_extent_px: dropped
    std::int64_t patches = 0;      ///< that the network saw
    std::int64_t skippedPatches = 0;
    double megapixels = 0;         ///< of the area, in model pixels
    double seconds = 0;
    double networkSeconds = 0;     ///< summed over workers, divided by their number
    double stainSeconds = 0;       ///< likewise
    double extractSeconds = 0;     ///< summed
};

/// Finds the nuclei that lie wholly inside `request.area` (all of the slide's, where the area is the slide). The same nuclei, bit for bit,
/// whatever the area, the tile size or the number of threads. Blocks the calling thread, which does the extraction; memory
/// is bounded whatever the slide's size. Errors: OutOfRange (the area does not touch the slide), Unreadable, Cancelled, OutOfMemory.
[[nodiscard]] Result<SegmentSummary> segmentSlide(const std::shared_ptr<const SlideRecipe>& recipe, NetworkScheduler& scheduler,
                                                  const SegmentRequest& request, const SegmentSinks& sinks,
                                                  const CancelToken& cancel, Progress& progress);

} // namespace nb
