// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "widgets/tooloverlay.h"

#include <cstddef>
#include <string>
#include <vector>

namespace nb
{

/// Why a gesture changes nothing; a person reads its text.
enum class Unfit {
    None,
    NothingThere, ///< no nucleus under the hand
    NoRegionThere, ///< nothing of a region to take away from
    NoRegionLeft,
    NotCrossed, ///< the knife's stroke does not run through a nucleus
    TooFewToJoin,
    TooFarApart,
    Covered, ///< neighbours leave nothing of the new outline
    NothingLeft,
    NothingChanged,
    Locked,
    ChangedMeanwhile,
    TooMany,
    NotPrepared, ///< the model is not loaded or the slide not looked at yet
    NoMaps, ///< the model has not looked there
    NothingToSnapTo,
    SnapTooLarge, ///< what is there is wider than a nucleus
};

/// What a gesture comes to, computed on a worker: one step of the history, and how it looks until it is on the disk.
struct EditPlan {
    Edit edit;
    Unfit unfit = Unfit::None; ///< else `edit` is empty
    std::vector<ShapePreview> previews;
    std::size_t chosen = 0; ///< so many of `edit.putNuclei`, from the first, are chosen afterwards
    bool choose = true; ///< false: the selection stays as it is

    [[nodiscard]] static EditPlan none(Unfit why)
    {
        EditPlan plan;
        plan.unfit = why;
        return plan;
    }
};

} // namespace nb
