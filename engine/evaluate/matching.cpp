// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/matching.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr double kLeastDice = 0.2;

struct RatedPair {
    double dice = 0;
    const Overlaps::Pair* pair = nullptr;
};

std::vector<RatedPair> byDecreasingDice(const Overlaps& overlaps)
{
    std::vector<RatedPair> rated;
    for (const Overlaps::Pair& pair : overlaps.pairs) {
        // Whole numbers until the one division: equal ratios give equal doubles, so ties are ties.
        const double dice = static_cast<double>(2 * pair.common)
            / static_cast<double>(overlaps.truth[pair.truth].area + overlaps.prediction[pair.prediction].area);
        if (dice >= kLeastDice)
            rated.push_back({dice, &pair});
    }
    // Pairs come by truth, then prediction, and labels rise with the indices: a stable sort settles ties.
    std::stable_sort(
        rated.begin(), rated.end(), [](const RatedPair& a, const RatedPair& b) { return a.dice > b.dice; });
    return rated;
}

std::vector<JudgedNucleus> unjudged(const std::vector<Overlaps::Nucleus>& nuclei, Finding finding)
{
    std::vector<JudgedNucleus> judged;
    judged.reserve(nuclei.size());
    for (const Overlaps::Nucleus& nucleus : nuclei)
        judged.push_back({nucleus.label, nucleus.area, finding, 0, 0});
    return judged;
}

} // namespace

Matching matchNuclei(const Overlaps& overlaps)
{
    Matching matching{unjudged(overlaps.truth, Finding::Missed), unjudged(overlaps.prediction, Finding::False)};
    for (const auto& [dice, pair] : byDecreasingDice(overlaps)) {
        JudgedNucleus &truth = matching.truth[pair->truth], &prediction = matching.prediction[pair->prediction];
        if (truth.finding == Finding::Matched || prediction.finding == Finding::Matched)
            continue;
        truth.finding = prediction.finding = Finding::Matched;
        truth.dice = prediction.dice = dice;
        truth.other = prediction.label;
        prediction.other = truth.label;
    }
    std::vector<std::int64_t> mostOfTruth(overlaps.truth.size()), mostOfPrediction(overlaps.prediction.size());
    for (const Overlaps::Pair& pair : overlaps.pairs) {
        JudgedNucleus &truth = matching.truth[pair.truth], &prediction = matching.prediction[pair.prediction];
        if (truth.finding != Finding::Matched && prediction.finding == Finding::Matched && 2 * pair.common >= truth.area
            && pair.common > mostOfTruth[pair.truth]) {
            mostOfTruth[pair.truth] = pair.common;
            truth.finding = Finding::Merged;
            truth.other = prediction.label;
        }
        if (prediction.finding != Finding::Matched && truth.finding == Finding::Matched
            && 2 * pair.common >= prediction.area && pair.common > mostOfPrediction[pair.prediction]) {
            mostOfPrediction[pair.prediction] = pair.common;
            prediction.finding = Finding::Split;
            prediction.other = truth.label;
        }
    }
    return matching;
}

} // namespace nb
