// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"

#include <span>
#include <string>
#include <vector>

namespace nb
{

/// What the history and the nucleus say of who did it.
struct EditNote {
    std::string label; ///< for the history: "Split nucleus"
    std::string author; ///< may be empty
    double seconds = 0; ///< how long the person took; added to what the nucleus took before
    std::string at; ///< UTC, ISO 8601; empty: now
};

/// A nucleus as it lies in the case, with the row that a reader found it in.
struct StoredNucleus {
    NucleusRow row = 0;
    NucleusRecord record;
};

/// An outline and what was measured on it.
struct MeasuredShape {
    MultiPolygon shape; ///< level-0 pixels, valid
    NucleusMeasurements measurements = notMeasured();
};

/// A random UUID (version 4, RFC 4122).
[[nodiscard]] Uuid randomUuid();

/// The record of a nucleus that a person gave another outline: the same id, class, name, run and lock; origin Corrected
/// (Drawn stays Drawn); it keeps the model's own outline (`modelShape`), and the time it took adds up.
[[nodiscard]] NucleusRecord correctedRecord(const NucleusRecord& was, MeasuredShape to, const EditNote& note);

/// A nucleus that a person drew.
[[nodiscard]] NucleusRecord drawnRecord(MeasuredShape shape, int classId, const EditNote& note);

// Each gives one step of the history, to be applied by CaseEdits. Pure but for the clock and new ids; any thread.

[[nodiscard]] Edit drawEdit(MeasuredShape shape, int classId, const EditNote& note);
/// Brush, vertices, smoothing, …: anything that changes one outline. An empty shape removes the nucleus.
[[nodiscard]] Edit correctEdit(const StoredNucleus& was, MeasuredShape to, const EditNote& note);
/// Batch operations: as many as were chosen, one step. `to` in the order of `were`.
[[nodiscard]] Edit correctEdit(
    std::span<const StoredNucleus> were, std::vector<MeasuredShape> to, const EditNote& note);
/// The part with the largest area keeps the id and the model's outline; the others are new nuclei of the same class,
/// run and model, origin Corrected (Drawn where the whole was drawn). A single part only corrects.
[[nodiscard]] Edit splitEdit(const StoredNucleus& was, std::vector<MeasuredShape> parts, const EditNote& note);
/// The one with the largest area keeps id, class, name and model's outline; the others go. `from` holds two or more.
[[nodiscard]] Edit joinEdit(std::span<const StoredNucleus> from, MeasuredShape to, const EditNote& note);
[[nodiscard]] Edit removeEdit(std::vector<NucleusRow> rows, const EditNote& note);
[[nodiscard]] Edit classEdit(std::vector<NucleusRow> rows, int classId, const EditNote& note);
/// "This one is right": only for rows of origin Model; a corrected or drawn nucleus is right already.
[[nodiscard]] Edit acceptEdit(std::vector<NucleusRow> rows, const EditNote& note);

/// Into the same step: a neighbour that gave way to what `edit` puts (engine/annotation/overlap.h). Empty: it goes.
void addYielded(Edit& edit, const StoredNucleus& neighbour, MeasuredShape left, const EditNote& note);

} // namespace nb
