// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/overlaps.h"

#include <new>

namespace nb
{

namespace
{

constexpr std::size_t kMostNuclei = 10'000'000;
constexpr std::size_t kMostPairs = 4 * kMostNuclei;

using Areas = std::unordered_map<std::uint32_t, std::int64_t>;
using Commons = std::unordered_map<std::uint64_t, std::int64_t>; // truth label in the upper half

void clip(std::vector<LabelRun>& runs, const Rect& area)
{
    for (LabelRun& run : runs) {
        run.x = std::max(run.x, area.x);
        run.end = std::min(run.end, area.right());
    }
    std::erase_if(runs, [](const LabelRun& run) { return run.x >= run.end; });
}

std::int64_t addAreas(const std::vector<LabelRun>& runs, Areas& areas)
{
    std::int64_t pixels = 0;
    for (const LabelRun& run : runs) {
        areas[run.label] += run.end - run.x;
        pixels += run.end - run.x;
    }
    return pixels;
}

std::int64_t addCommons(const std::vector<LabelRun>& truth, const std::vector<LabelRun>& prediction, Commons& commons)
{
    std::int64_t pixels = 0;
    for (std::size_t t = 0, p = 0; t < truth.size() && p < prediction.size();) {
        const std::int64_t from = std::max(truth[t].x, prediction[p].x),
                           end = std::min(truth[t].end, prediction[p].end);
        if (from < end) {
            commons[static_cast<std::uint64_t>(truth[t].label) << 32 | prediction[p].label] += end - from;
            pixels += end - from;
        }
        if (truth[t].end < prediction[p].end)
            ++t;
        else
            ++p;
    }
    return pixels;
}

std::vector<Overlaps::Nucleus> sorted(const Areas& areas)
{
    std::vector<Overlaps::Nucleus> nuclei;
    nuclei.reserve(areas.size());
    for (const auto& [label, area] : areas)
        nuclei.push_back({label, area});
    std::sort(nuclei.begin(), nuclei.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
    return nuclei;
}

std::size_t indexOf(const std::vector<Overlaps::Nucleus>& nuclei, std::uint32_t label)
{
    const auto at = std::lower_bound(
        nuclei.begin(), nuclei.end(), label, [](const auto& nucleus, std::uint32_t l) { return nucleus.label < l; });
    return static_cast<std::size_t>(at - nuclei.begin());
}

void addPairs(const Commons& commons, Overlaps& overlaps)
{
    overlaps.pairs.reserve(commons.size());
    for (const auto& [labels, common] : commons)
        overlaps.pairs.push_back({indexOf(overlaps.truth, static_cast<std::uint32_t>(labels >> 32)),
            indexOf(overlaps.prediction, static_cast<std::uint32_t>(labels)), common});
    std::sort(overlaps.pairs.begin(), overlaps.pairs.end(), [](const auto& a, const auto& b) {
        return a.truth != b.truth ? a.truth < b.truth : a.prediction < b.prediction;
    });
}

Result<Overlaps> count(LabelRuns& truth, LabelRuns& prediction, const Rect& area, const CancelToken& cancel)
{
    Overlaps overlaps;
    Areas truthAreas, predictionAreas;
    Commons commons;
    std::vector<LabelRun> truthRuns, predictionRuns;
    for (std::int64_t y = area.y; y < area.bottom(); ++y) {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped before the comparison was finished", "", ""};
        truth.row(y, truthRuns);
        prediction.row(y, predictionRuns);
        for (const LabelRuns* side : {&truth, &prediction})
            if (Status status = side->status(); !status)
                return status.error();
        clip(truthRuns, area);
        clip(predictionRuns, area);
        overlaps.truthPixels += addAreas(truthRuns, truthAreas);
        overlaps.predictionPixels += addAreas(predictionRuns, predictionAreas);
        overlaps.commonPixels += addCommons(truthRuns, predictionRuns, commons);
        if (truthAreas.size() > kMostNuclei || predictionAreas.size() > kMostNuclei || commons.size() > kMostPairs)
            return Error{ErrorCode::TooLarge, "There are over ten million nuclei, more than can be compared at once",
                "", "Compare parts of the slide"};
    }
    overlaps.truth = sorted(truthAreas);
    overlaps.prediction = sorted(predictionAreas);
    addPairs(commons, overlaps);
    return overlaps;
}

} // namespace

Result<Overlaps> countOverlaps(LabelRuns& truth, LabelRuns& prediction, const Rect& area, const CancelToken& cancel)
{
    try {
        return count(truth, prediction, area, cancel);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory to compare the nuclei", "", "Close other programs"};
    }
}

} // namespace nb
