// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/comparisonoutlines.h"
#include "engine/train/modelcomparison.h"
#include "engine/train/samplemaker.h"
#include "ui/services.h"
#include "ui/teachingrequest.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

class KeptTeaching;

/// The network's word on the one patch that is watched.
struct WatchedPatch {
    RgbImage rgb; ///< what the network sees; empty: nothing is watched
    LabelImage truth;
};
struct WatchedMap {
    Plane<std::uint8_t> boundary; ///< round(255·p)
    Plane<std::uint8_t> inside;
};

enum class TeachingPhase { Reading, Training, Comparing };

/// What the training thread tells and the window looks at ten times a second. All members are guarded by `mutex`.
struct TeachingFeed {
    struct Epoch {
        EpochReport report; ///< without its network
        WatchedMap map;
    };
    std::mutex mutex;
    TeachingPhase phase = TeachingPhase::Reading;
    std::vector<StepReport> steps; ///< since the last look
    std::vector<Epoch> epochs; ///< likewise
    std::optional<StartReport> start; ///< likewise
    WatchedPatch watched;
};

struct TeachingResult {
    std::shared_ptr<const TrainingOutcome> outcome;
    std::int64_t nuclei = 0; ///< learnt from
    std::vector<PictureComparison> comparison; ///< of the pictures held out; empty where none are
    /// Of these, with the networks that find nuclei in the window: a training may compute with other numbers (bf16),
    /// and its own scores differ a little. The verdict is what the person will see. None where nothing was held out.
    std::optional<Validation> before;
    std::optional<Validation> after;
    std::string slideHash; ///< of the slide that the places of the case's pictures are on; empty: none
    std::size_t ofTheCase = 0; ///< so many of `comparison`, from the first, are of that slide
    std::vector<ComparedOutlines> onSlide; ///< of those
};

/// Opens `kept`, reads, trains, compares; goes on where there is a checkpoint, and leaves one. `openSlide` is the slide
/// of the case at `openCase`, which need not be opened again. Blocks a worker. Errors: those of the sources, of
/// trainModel and of `kept`; Cancelled.
[[nodiscard]] Result<TeachingResult> teachKept(KeptTeaching& kept, const std::string& openCase,
    const std::shared_ptr<const SlideSource>& openSlide, const Services& services, TeachingFeed& feed,
    TrainingControl& control, const CancelToken& cancel);

/// What the network would be shown, what it should say and what it says now.
struct PreviewSample {
    TrainingSample sample;
    WatchedMap now;
};

/// Reads and makes a few samples as the training would. Blocks a worker; errors as `teach`.
[[nodiscard]] Result<std::vector<PreviewSample>> previewSamples(
    const TeachingRequest& request, const Services& services, int count, const CancelToken& cancel);

/// What `network` says of a picture whose sides are multiples of 16. Errors: those of Network.
[[nodiscard]] Result<WatchedMap> mapOf(const Network& network, const RgbImage& rgb);

} // namespace nb
