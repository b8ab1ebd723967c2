// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/validation.h"

#include <memory>
#include <vector>

namespace nb
{

/// What is different with the new model, judged by the truth.
enum class NucleusChange {
    Found, ///< a nucleus that the old model missed
    Lost, ///< one that only the old model found
    Separated, ///< one that the old model had merged with a neighbour
    Merged, ///< one that the new model merges with a neighbour
    Joined, ///< one that the old model had split
    Split, ///< one that the new model splits
    FalseGone, ///< where no nucleus is, only the old model saw one
    FalseNew ///< where no nucleus is, only the new model sees one
};

[[nodiscard]] bool isImprovement(NucleusChange change);

struct ChangedNucleus {
    NucleusChange change = NucleusChange::Found;
    Rect box; ///< pixels of the picture
};

/// What two models see in one picture.
struct PictureComparison {
    std::shared_ptr<const TrainingPicture> picture;
    LabelImage before; ///< nuclei of the old model, where the truth is known
    LabelImage after;
    std::vector<ChangedNucleus> changes; ///< in reading order
    EvaluationCounts countsBefore; ///< of the old model, against the truth
    EvaluationCounts countsAfter;
};

/// Runs both models over the pictures. Errors and thread: as validate.
[[nodiscard]] Result<std::vector<PictureComparison>> compareModels(const std::shared_ptr<const Network>& before,
    const std::shared_ptr<const Network>& after, const TrainingPictures& pictures, NetworkScheduler& scheduler,
    const CancelToken& cancel);

/// The part of it that needs no network: labels as judged against the picture's truth.
[[nodiscard]] PictureComparison comparePicture(
    std::shared_ptr<const TrainingPicture> picture, JudgedPicture before, JudgedPicture after);

} // namespace nb
