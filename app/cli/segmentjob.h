// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/segment/slidesegmenter.h"

#include <memory>
#include <optional>
#include <string>

namespace nb::cli
{

/// One slide to find nuclei on, and where the results go.
struct SegmentJob {
    std::string input;
    std::string output; ///< .geojson or .geojson.gz
    std::string labels; ///< TIFF, or empty
    std::string heatmap; ///< TIFF, or empty
    std::optional<Rect> region; ///< level-0 pixels; nothing: the whole slide
    SegmentOptions options;
};

struct SegmentOutcome {
    SegmentSummary summary;
    double seconds = 0; ///< of everything: opening, sampling the stain, finding, writing
    PixelSize pixelSize;
    SlideStain stain;
    std::string warning; ///< what the person has to know; may be empty
    std::int64_t repaired = 0; ///< outlines that had to be mended after rounding for the file
    std::int64_t dropped = 0; ///< of `summary.nuclei`, those with nothing left after rounding: not in the file
};

/// An error where the region (level-0 pixels) holds not a single pixel of the model.
[[nodiscard]] Status expectPixels(const SlideRecipe& recipe, const Rect& region);

/// Opens the slide, finds its nuclei and writes every output whole, or none of them. Errors name the file that failed.
[[nodiscard]] Result<SegmentOutcome> runSegmentJob(const SegmentJob& job, const std::shared_ptr<const Network>& network,
    NetworkScheduler& scheduler, const CancelToken& cancel, Progress& progress);

} // namespace nb::cli
