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
std::unordered_map<std::uint32_t, Rect> boxesOf(LabelRuns& runs, const Rect& area, const CancelToken& cancel)
{
    std::unordered_map<std::uint32_t, Rect> boxes;
    const Rect seen = area.intersected(runs.frame());
    std::vector<LabelRun> row;
    for (std::int64_t y = seen.y; y < seen.bottom() && !cancel.cancelled(); ++y) {
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
    static Result<Places> of(const NucleiFile& file, const Rect& area, const CancelToken& cancel)
    {
        Places places;
        places.m_shapes = std::get_if<std::vector<MultiPolygon>>(&file.nuclei);
        if (places.m_shapes)
            return places;
        const auto runs = runsOf(file);
        if (!runs)
            return runs.error();
        places.m_boxes = boxesOf(**runs, area, cancel);
        if (cancel.cancelled())
            return cancelled();
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

void sortMistakes(std::vector<JudgedPlace>& mistakes)
{
    std::stable_sort(mistakes.begin(), mistakes.end(), [](const JudgedPlace& a, const JudgedPlace& b) {
        return std::tuple(a.finding, a.bounds.y, a.bounds.x) < std::tuple(b.finding, b.bounds.y, b.bounds.x);
    });
}

/// Holds both; an empty one holds nothing.
Rect around(const Rect& a, const Rect& b)
{
    if (a.empty() || b.empty())
        return a.empty() ? b : a;
    const std::int64_t left = std::min(a.x, b.x), top = std::min(a.y, b.y);
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

/// Within all of `shapes`, which may overlap; none: everywhere.
Result<AreaEvaluation> evaluateArea(const NucleiFile& truth, const NucleiFile& prediction,
    const std::vector<MultiPolygon>& shapes, const CancelToken& cancel)
{
    const auto truthRuns = runsOf(truth), predictionRuns = runsOf(prediction);
    if (!truthRuns)
        return truthRuns.error();
    if (!predictionRuns)
        return predictionRuns.error();
    AreaEvaluation area;
    std::optional<Result<Evaluation>> evaluation;
    if (!shapes.empty()) {
        for (const MultiPolygon& shape : shapes)
            area.bounds = around(area.bounds, boundsOf(shape));
        auto outlines = PolygonRuns::create(shapes), again = PolygonRuns::create(shapes);
        if (!outlines || !again)
            return outlines ? again.error() : outlines.error();
        ClippedRuns clippedTruth(**truthRuns, *outlines), clippedPrediction(**predictionRuns, *again);
        evaluation = evaluate(clippedTruth, clippedPrediction, area.bounds, cancel);
    } else {
        area.bounds = around((*truthRuns)->frame(), (*predictionRuns)->frame());
        evaluation = evaluate(**truthRuns, **predictionRuns, area.bounds, cancel);
    }
    if (!*evaluation)
        return evaluation->error();
    area.counts = (*evaluation)->counts;
    const auto ofTruth = Places::of(truth, area.bounds, cancel),
               ofPrediction = Places::of(prediction, area.bounds, cancel);
    if (!ofTruth || !ofPrediction)
        return ofTruth ? ofPrediction.error() : ofTruth.error();
    ofTruth->add((*evaluation)->matching.truth, area.mistakes);
    ofPrediction->add((*evaluation)->matching.prediction, area.mistakes);
    sortMistakes(area.mistakes);
    return area;
}

/// Whether they have a pixel in common.
Result<bool> overlap(const RegionRecord& a, const RegionRecord& b, const CancelToken& cancel)
{
    const Rect common = boundsOf(a.shape).intersected(boundsOf(b.shape));
    if (common.empty())
        return false;
    auto runsOfA = PolygonRuns::create({&a.shape, 1}), runsOfB = PolygonRuns::create({&b.shape, 1});
    if (!runsOfA || !runsOfB)
        return runsOfA ? runsOfB.error() : runsOfA.error();
    const auto counted = countOverlaps(*runsOfA, *runsOfB, common, cancel);
    if (!counted)
        return counted.error();
    return counted->commonPixels > 0;
}

/// For each region the first of those that it hangs together with, by overlapping.
Result<std::vector<std::size_t>> groupsOf(std::span<const RegionRecord> regions, const CancelToken& cancel)
{
    std::vector<std::size_t> groups(regions.size());
    for (std::size_t i = 0; i < regions.size(); ++i) {
        groups[i] = i;
        for (std::size_t j = 0; j < i; ++j) {
            if (groups[i] == groups[j])
                continue;
            const auto together = overlap(regions[i], regions[j], cancel);
            if (!together)
                return together.error();
            if (!*together)
                continue;
            const std::size_t from = std::max(groups[i], groups[j]), to = std::min(groups[i], groups[j]);
            std::replace(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(i) + 1, from, to);
        }
    }
    return groups;
}

/// Sums the areas up, those that overlap as one.
Status pool(const NucleiFile& truth, const NucleiFile& prediction, std::span<const RegionRecord> regions,
    EvaluatedAreas& out, const CancelToken& cancel)
{
    if (out.areas.size() == 1) {
        out.pooled = out.areas.front().counts;
        return {};
    }
    const auto groups = groupsOf(regions, cancel);
    if (!groups)
        return groups.error();
    for (std::size_t first = 0; first < regions.size(); ++first) {
        std::vector<MultiPolygon> shapes;
        for (std::size_t i = first; i < regions.size(); ++i)
            if ((*groups)[i] == first)
                shapes.push_back(regions[i].shape);
        if (shapes.empty())
            continue;
        auto area = shapes.size() == 1 ? Result<AreaEvaluation>(out.areas[first])
                                       : evaluateArea(truth, prediction, shapes, cancel);
        if (!area)
            return area.error();
        out.overlapping = out.overlapping || shapes.size() > 1;
        out.pooled += area->counts;
        std::move(area->mistakes.begin(), area->mistakes.end(), std::back_inserter(out.pooledMistakes));
    }
    sortMistakes(out.pooledMistakes);
    return {};
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

Result<EvaluatedAreas> evaluateAreas(const NucleiFile& truth, const NucleiFile& prediction,
    std::span<const RegionRecord> regions, const CancelToken& cancel)
{
    try {
        EvaluatedAreas out;
        for (std::size_t i = 0; i < std::max<std::size_t>(1, regions.size()); ++i) {
            auto area = evaluateArea(truth, prediction,
                regions.empty() ? std::vector<MultiPolygon>() : std::vector<MultiPolygon>(1, regions[i].shape), cancel);
            if (!area)
                return area.error();
            if (!regions.empty())
                area->name = regions[i].name;
            out.areas.push_back(std::move(*area));
        }
        if (Status status = pool(truth, prediction, regions, out, cancel); !status)
            return status.error();
        return out;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::OutOfMemory, "Not enough memory to compare the nuclei", prediction.path, "Close other programs"};
    }
}

} // namespace nb
