// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/evaluate/matching.h"
#include "engine/evaluate/scores.h"
#include "engine/geometry/labelruns.h"

#include <optional>
#include <span>

namespace nb
{

/// How a prediction compares with the truth: the sums, and the verdict on each nucleus.
struct Evaluation {
    EvaluationCounts counts;
    Matching matching;
};

/// Compares over `area`; where none is given, over the frames of both together. Errors: Cancelled, TooLarge,
/// OutOfMemory. Any thread.
[[nodiscard]] Result<Evaluation> evaluate(
    LabelRuns& truth, LabelRuns& prediction, const std::optional<Rect>& area = {}, const CancelToken& cancel = {});

/// Whether two label images may be of the same picture. Errors: Invalid.
[[nodiscard]] Status sameSize(const Rect& truth, const Rect& prediction);

/// Two label images (0 is background, pixels of one label are one nucleus). Errors: also Invalid (different sizes).
[[nodiscard]] Result<Evaluation> evaluate(
    const LabelImage& truth, const LabelImage& prediction, const CancelToken& cancel = {});

/// Two sets of polygons in one frame: see PolygonRuns for how they become pixels. Nucleus i has label i+1 in the
/// matching; one that holds no pixel centre, or none that an earlier one has not taken, does not appear. Errors: also
/// Invalid (coordinates).
[[nodiscard]] Result<Evaluation> evaluate(std::span<const MultiPolygon> truth, std::span<const MultiPolygon> prediction,
    const std::optional<Rect>& area = {}, const CancelToken& cancel = {});

} // namespace nb
