// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/areaevaluation.h"

#include "engine/evaluate/clippedruns.h"
#include "engine/geometry/polygon.h"

#include <algorithm>
#include <memory>
#include <new>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace nb
{

namespace
{

Error cancelled()
{
    return {ErrorCode::Cancelled, "Stopped", "", ""};
}

/// Where the labels of an image are, within `area`.
std::unordered_map<std::uint32_t, Rect> boxesOf(LabelRuns& runs, const Rect& area)
{
    std::unordered_map<std::uint32_t, Rect> boxes;
    const Rect seen = area.intersected(runs.frame());
    std::vector<LabelRun> row;
    for (std::int64_t y = seen.y; y < seen.bottom(); ++y) {
        runs.row(y, row);
        for (const LabelRun& run : row) {
            const auto [at, isNew] = boxes.try_emplace(run.label, Rect{run.x, y, run.end - run.x, 1});
            Rect& box = at->second;
            if (!isNew) {
                const std::int64_t left = std::min(box.x, run.x), right = std::max(box.right(), run.end);
                box = {left, box.y, right - left, y + 1 - box.y};
            }
        }
    }
    return boxes;
}

MultiPolygon boxShape(const Rect& box)
{
    const auto left = static_cast<double>(box.x), top = static_cast<double>(box.y),
               right = static_cast<double>(box.right()), bottom = static_cast<double>(box.bottom());
    return {{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, {}}};
}

/// Gives the mistakes of one side their places.
class Places
{
public:
    static Result<Places> of(const NucleiFile& file, const Rect& area)
    {
        Places places;
        places.m_shapes = std::get_if<std::vector<MultiPolygon>>(&file.nuclei);
        if (places.m_shapes)
            return places;
        const auto runs = runsOf(file);
        if (!runs)
            return runs.error();
        places.m_boxes = boxesOf(**runs, area);
        if (Status status = (*runs)->status(); !status)
            return status.error();
        return places;
    }

    void add(const std::vector<JudgedNucleus>& judged, std::vector<JudgedPlace>& mistakes) const
    {
        for (const JudgedNucleus& nucleus : judged) {
            if (nucleus.finding == Finding::Matched)
                continue;
            MultiPolygon shape = m_shapes ? (*m_shapes)[nucleus.label - 1] : boxShape(m_boxes.at(nucleus.label));
            const Rect bounds = boundsOf(shape);
            mistakes.push_back({nucleus.finding, std::move(shape), bounds});
        }
    }

private:
    const std::vector<MultiPolygon>* m_shapes = nullptr;
    std::unordered_map<std::uint32_t, Rect> m_boxes;
};

Result<AreaEvaluation> evaluateArea(
    const NucleiFile& truth, const NucleiFile& prediction, const RegionRecord* region, const CancelToken& cancel)
{
    const auto truthRuns = runsOf(truth), predictionRuns = runsOf(prediction);
    if (!truthRuns)
        return truthRuns.error();
    if (!predictionRuns)
        return predictionRuns.error();
    AreaEvaluation area;
    std::optional<Result<Evaluation>> evaluation;
    if (region) {
        area.name = region->name;
        area.bounds = boundsOf(region->shape);
        auto outlines = PolygonRuns::create({&region->shape, 1}), again = PolygonRuns::create({&region->shape, 1});
        if (!outlines || !again)
            return outlines ? again.error() : outlines.error();
        ClippedRuns clippedTruth(**truthRuns, *outlines), clippedPrediction(**predictionRuns, *again);
        evaluation = evaluate(clippedTruth, clippedPrediction, area.bounds, cancel);
    } else {
        const Rect a = (*truthRuns)->frame(), b = (*predictionRuns)->frame();
        const std::int64_t left = std::min(a.x, b.x), top = std::min(a.y, b.y);
        area.bounds = a.empty() ? b
            : b.empty()
            ? a
            : Rect{left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
        evaluation = evaluate(**truthRuns, **predictionRuns, area.bounds, cancel);
    }
    if (!*evaluation)
        return evaluation->error();
    area.counts = (*evaluation)->counts;
    const auto ofTruth = Places::of(truth, area.bounds), ofPrediction = Places::of(prediction, area.bounds);
    if (!ofTruth || !ofPrediction)
        return ofTruth ? ofPrediction.error() : ofTruth.error();
    ofTruth->add((*evaluation)->matching.truth, area.mistakes);
    ofPrediction->add((*evaluation)->matching.prediction, area.mistakes);
    std::stable_sort(area.mistakes.begin(), area.mistakes.end(), [](const JudgedPlace& a, const JudgedPlace& b) {
        return std::tuple(a.finding, a.bounds.y, a.bounds.x) < std::tuple(b.finding, b.bounds.y, b.bounds.x);
    });
    return area;
}

} // namespace

Result<NucleiFile> readCaseNuclei(
    CaseReader& reader, const std::string& name, std::span<const Rect> areas, const CancelToken& cancel)
{
    constexpr std::int64_t kFurthest = 4000000; // PolygonRuns::kFurthest
    const Rect everything{-kFurthest, -kFurthest, 2 * kFurthest, 2 * kFurthest};
    std::vector<MultiPolygon> shapes;
    std::unordered_set<NucleusRow> seen; // areas may overlap
    for (const Rect& area : areas.empty() ? std::span<const Rect>(&everything, 1) : areas) {
        const Status visited = reader.visit(area, 0, [&](const NucleusGlance& nucleus) {
            if (seen.insert(nucleus.row).second)
                shapes.push_back(nucleus.shape);
            return !cancel.cancelled();
        });
        if (!visited)
            return visited.error();
        if (cancel.cancelled())
            return cancelled();
    }
    return NucleiFile{name, std::move(shapes), {}};
}

Result<NucleiFile> readComparedNuclei(const std::string& path, std::span<const Rect> areas, std::int64_t slideWidth,
    std::int64_t slideHeight, const CancelToken& cancel)
{
    if (path.ends_with(".nsc")) {
        const auto reader = CaseReader::open(path);
        return reader ? readCaseNuclei(**reader, path, areas, cancel) : Result<NucleiFile>(reader.error());
    }
    auto nuclei = readNuclei(path, cancel);
    if (!nuclei)
        return nuclei.error();
    if (const auto labels = frameOf(*nuclei); labels && (labels->width != slideWidth || labels->height != slideHeight))
        return Error{ErrorCode::Invalid,
            "The label image has " + std::to_string(labels->width) + " x " + std::to_string(labels->height)
                + " pixels and the slide " + std::to_string(slideWidth) + " x " + std::to_string(slideHeight),
            path, "Choose the label image of this slide, or nuclei as GeoJSON"};
    return nuclei;
}

Result<std::vector<AreaEvaluation>> evaluateAreas(const NucleiFile& truth, const NucleiFile& prediction,
    std::span<const RegionRecord> regions, const CancelToken& cancel)
{
    try {
        std::vector<AreaEvaluation> areas;
        for (std::size_t i = 0; i < std::max<std::size_t>(1, regions.size()); ++i) {
            auto area = evaluateArea(truth, prediction, regions.empty() ? nullptr : &regions[i], cancel);
            if (!area)
                return area.error();
            areas.push_back(std::move(*area));
        }
        return areas;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::OutOfMemory, "Not enough memory to compare the nuclei", prediction.path, "Close other programs"};
    }
}

EvaluationCounts pooled(std::span<const AreaEvaluation> areas)
{
    EvaluationCounts counts;
    for (const AreaEvaluation& area : areas)
        counts += area.counts;
    return counts;
}

} // namespace nb
