// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/train/trainingsource.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

struct CaseTrainingOptions {
    RegionRole role = RegionRole::Training; ///< Training or Validation: which checked regions are taken
    /// What regions are for, by the person's choice; nothing: as the case says. Regions that are not named are not
    /// used.
    std::optional<std::map<Uuid, RegionRole>> roles = {};
    /// For training, also single nuclei that a person corrected, drew or accepted outside of checked regions, each with
    /// the 6 model pixels around it.
    bool correctedNuclei = false;
    /// Part of the regions for training that is held out instead, level-0 pixels: learnt from is only what lies
    /// outside, judged on only what lies inside of it. For a case with one region.
    std::optional<Rect> heldOut = {};
    std::shared_ptr<const SlideSource> slide = {}; ///< the case's, where it is open already
};

/// The checked regions of a case (.nsc). Pixels are brought to the model's µm/px and stained as in inference, with the
/// µm/px and stain that the case holds, where it does. Only what lies in a checked region is known; where a region for
/// validation lies over one for training, it is not learnt from. Regions larger than 2048 model pixels (4096 where they
/// are judged on) are cut into pictures of that size. `load` reads while others edit, and sees every finished change.
/// `load` errors: Invalid (no checked region of that role; the slide is another one), NotFound (the slide), TooLarge
/// (over 100 million pixels), those of CaseDocument and of slides.
[[nodiscard]] std::unique_ptr<TrainingSource> caseTrainingSource(
    const std::string& path, const CaseTrainingOptions& options = {});

/// A case for names that end in .nsc, else a folder or list of pictures. Cases give the regions of `role`.
[[nodiscard]] std::unique_ptr<TrainingSource> trainingSource(const std::string& path, RegionRole role);

} // namespace nb
