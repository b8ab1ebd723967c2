// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/slide/slidesource.h"
#include "engine/stain/slidestain.h"
#include "engine/train/trainingsettings.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nb
{

/// What something is used for in a training.
enum class TeachingUse { Learn, Judge, Rehearse, Nothing };

/// What the person chose to teach the model with, whole and by value: it goes to a worker.
struct TeachingRequest {
    std::string parentPath; ///< the model that is taught further
    std::string casePath; ///< of the open case; empty: none
    std::shared_ptr<const SlideSource> slide; ///< the case's, where it is open
    std::string slideName; ///< its file's name, for people
    std::string slideHash; ///< empty: not known
    std::map<Uuid, RegionRole> roles; ///< of its checked regions
    std::optional<Rect> heldOut; ///< see CaseTrainingOptions
    bool correctedNuclei = false;
    std::vector<std::pair<std::string, TeachingUse>> others; ///< folders, lists and further cases
    TrainingSettings settings;
    StainChoice normalize = StainChoice::Auto;
};

/// A request as JSON, for a training that may have to go on in another run of the program. It holds paths: for the
/// person's own data folder, never for an export.
[[nodiscard]] QByteArray requestText(const TeachingRequest& request);

/// Reads what `requestText` wrote, and what may have been changed by others since. Its slide is not open. Errors:
/// Invalid.
[[nodiscard]] Result<TeachingRequest> requestFromText(const QByteArray& text);

} // namespace nb
