// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/nn/modelinfo.h"
#include "engine/slide/slidesource.h"
#include "engine/stain/slidestain.h"
#include "engine/train/trainingpicture.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

/// How pictures are brought to the model, the same as in inference.
struct TrainingPreparation {
    ModelInfo model; ///< µm/px, stain target
    StainChoice normalize = StainChoice::Auto;
    std::optional<PixelSize> pixelSize; ///< the person's word on all pictures; else each file's, else the model's own
};

using TrainingPictures = std::vector<std::shared_ptr<const TrainingPicture>>;

/// Where pictures with truth come from: a folder, the checked regions of a case.
class TrainingSource
{
public:
    virtual ~TrainingSource() = default;

    /// What it is, in a few words for people and for the model's record; no path.
    [[nodiscard]] virtual std::string name() const = 0;

    /// Reads everything, in an order that does not change from run to run. Errors name the file and the way out; also
    /// Cancelled. Any thread.
    [[nodiscard]] virtual Result<TrainingPictures> load(
        const TrainingPreparation& preparation, const CancelToken& cancel) const = 0;
};

/// A folder with pairs NAME.png (.tif, .jpg, .bmp) and NAME.labels.png (.labels.tif), or a text file in such a folder
/// that names the pictures to take, one NAME a line. A NAME.json beside it may tell the µm/px (mpp_x, mpp_y), a
/// NAME.known.png where the labels are the whole truth (not 0); else that is everywhere. `load` errors: NotFound,
/// Unreadable, Invalid (no pair; sizes differ; a name without its pair), and those of readers.
[[nodiscard]] std::unique_ptr<TrainingSource> folderTrainingSource(const std::string& path);

} // namespace nb
