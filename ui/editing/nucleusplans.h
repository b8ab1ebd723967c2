// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/vertices.h"
#include "ui/editing/editground.h"
#include "ui/editing/editplan.h"

#include "engine/document/casereader.h"

#include <functional>
#include <span>

namespace nb
{

// What a gesture does to the nuclei of a case, as one step of its history. On a worker; everything is read anew, so a
// plan is true to the case as the step before has left it. Level-0 pixels. Errors: the reader's.

/// What all plans need besides the gesture.
struct EditContext {
    EditGround ground;
    EditNote note;
    std::string unlockLabel; ///< where a step turns out to unlock
    int classId = kNucleusClass; ///< of new nuclei
    bool overNeighbours = false; ///< the person asks for an overlap
};

/// More nuclei are not reshaped in one step.
inline constexpr std::size_t kMostReshaped = 2000;

using ReshapeShape = std::function<MultiPolygon(const MultiPolygon& shape, std::span<const MultiPolygon> neighbours)>;

/// Those of `rows` that are present, whole.
[[nodiscard]] Result<std::vector<StoredNucleus>> storedNuclei(CaseReader& reader, std::span<const NucleusRow> rows);
/// Nuclei whose boxes meet the box of `around`, grown by a pixel, without those in `except` (sorted or not).
[[nodiscard]] Result<std::vector<MultiPolygon>> neighboursOf(
    CaseReader& reader, const MultiPolygon& around, std::span<const Uuid> except);

/// Every nucleus that the stroke cuts; only `chosen` where it cuts that one.
[[nodiscard]] Result<EditPlan> knifePlan(
    CaseReader& reader, const EditContext& context, const Ring& stroke, std::optional<NucleusRow> chosen);
/// All nuclei that the stroke runs over become one.
[[nodiscard]] Result<EditPlan> joinStrokePlan(CaseReader& reader, const EditContext& context, const Ring& stroke);
[[nodiscard]] Result<EditPlan> joinPlan(
    CaseReader& reader, const EditContext& context, std::span<const NucleusRow> rows);
/// Mends the nucleus at the place, or makes one.
[[nodiscard]] Result<EditPlan> snapPlan(CaseReader& reader, const EditContext& context, const Point& at);
/// A rough outline becomes a nucleus; mends the one that has most of its area in it.
[[nodiscard]] Result<EditPlan> snapOutlinePlan(
    CaseReader& reader, const EditContext& context, const MultiPolygon& rough);
[[nodiscard]] Result<EditPlan> drawPlan(CaseReader& reader, const EditContext& context, const MultiPolygon& shape);
/// Any change of outlines, each by itself. `reshape` gives an empty shape where it does not fit.
[[nodiscard]] Result<EditPlan> reshapePlan(
    CaseReader& reader, const EditContext& context, std::span<const NucleusRow> rows, const ReshapeShape& reshape);
/// Locked ones stay.
[[nodiscard]] Result<EditPlan> removePlan(
    CaseReader& reader, const EditContext& context, const std::vector<NucleusRow>& rows);
/// Locks them, or unlocks them where all are locked.
[[nodiscard]] Result<EditPlan> lockPlan(
    CaseReader& reader, const EditContext& context, std::span<const NucleusRow> rows);
/// A brush stroke's result. `was`: as it was when the stroke began; nothing: a new nucleus.
[[nodiscard]] Result<EditPlan> paintPlan(
    CaseReader& reader, const EditContext& context, const std::optional<StoredNucleus>& was, const MultiPolygon& shape);

} // namespace nb
