// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/evaluation.h"

#include "engine/evaluate/labelimageruns.h"
#include "engine/evaluate/overlaps.h"
#include "engine/geometry/polygonruns.h"

#include <string>

namespace nb
{

namespace
{

Rect bothOf(const Rect& a, const Rect& b)
{
    if (a.empty() || b.empty())
        return a.empty() ? b : a;
    const std::int64_t x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

std::string sizeOf(const Rect& frame)
{
    return std::to_string(frame.width) + " x " + std::to_string(frame.height);
}

} // namespace

Result<Evaluation> evaluate(
    LabelRuns& truth, LabelRuns& prediction, const std::optional<Rect>& area, const CancelToken& cancel)
{
    const auto overlaps
        = countOverlaps(truth, prediction, area.value_or(bothOf(truth.frame(), prediction.frame())), cancel);
    if (!overlaps)
        return overlaps.error();
    Evaluation evaluation;
    evaluation.matching = matchNuclei(*overlaps);
    evaluation.counts = countsOf(*overlaps, evaluation.matching);
    return evaluation;
}

Status sameSize(const Rect& truth, const Rect& prediction)
{
    if (truth == prediction)
        return {};
    return Error{ErrorCode::Invalid,
        "The truth has " + sizeOf(truth) + " pixels and the prediction " + sizeOf(prediction)
            + ", so they are not of the same picture",
        "", "Compare images of the same size"};
}

Result<Evaluation> evaluate(const LabelImage& truth, const LabelImage& prediction, const CancelToken& cancel)
{
    LabelImageRuns truthRuns(truth), predictionRuns(prediction);
    if (Status same = sameSize(truthRuns.frame(), predictionRuns.frame()); !same)
        return same.error();
    return evaluate(truthRuns, predictionRuns, {}, cancel);
}

Result<Evaluation> evaluate(std::span<const MultiPolygon> truth, std::span<const MultiPolygon> prediction,
    const std::optional<Rect>& area, const CancelToken& cancel)
{
    auto truthRuns = PolygonRuns::create(truth);
    if (!truthRuns)
        return truthRuns.error();
    auto predictionRuns = PolygonRuns::create(prediction);
    if (!predictionRuns)
        return predictionRuns.error();
    return evaluate(*truthRuns, *predictionRuns, area, cancel);
}

} // namespace nb
