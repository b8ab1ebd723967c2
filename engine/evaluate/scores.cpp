// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/scores.h"

#include <vector>

namespace nb
{

namespace
{

double ratio(double numerator, double denominator)
{
    return denominator > 0 ? numerator / denominator : 0;
}

double ratio(std::int64_t numerator, std::int64_t denominator)
{
    return ratio(static_cast<double>(numerator), static_cast<double>(denominator));
}

void countFindings(const Matching& matching, EvaluationCounts& counts)
{
    counts.truth = static_cast<std::int64_t>(matching.truth.size());
    counts.prediction = static_cast<std::int64_t>(matching.prediction.size());
    for (const JudgedNucleus& nucleus : matching.truth) {
        counts.matched += nucleus.finding == Finding::Matched;
        counts.missed += nucleus.finding == Finding::Missed;
        counts.merged += nucleus.finding == Finding::Merged;
        counts.diceSum += nucleus.dice;
    }
    for (const JudgedNucleus& nucleus : matching.prediction) {
        counts.falseDetections += nucleus.finding == Finding::False;
        counts.split += nucleus.finding == Finding::Split;
    }
}

/// AJI and PQ look at IoU, each in its own way, and not at the matching.
void countUnions(const Overlaps& overlaps, EvaluationCounts& counts)
{
    std::vector<bool> used(overlaps.prediction.size());
    auto pair = overlaps.pairs.begin();
    for (std::size_t t = 0; t < overlaps.truth.size(); ++t) {
        double bestIou = 0;
        std::int64_t bestCommon = 0, bestUnion = overlaps.truth[t].area;
        std::size_t best = 0;
        for (; pair != overlaps.pairs.end() && pair->truth == t; ++pair) {
            const std::int64_t all = overlaps.truth[t].area + overlaps.prediction[pair->prediction].area - pair->common;
            const double iou = ratio(pair->common, all);
            if (2 * pair->common > all) { // at most one per nucleus on either side: no matching needed
                ++counts.pqMatched;
                counts.pqIouSum += iou;
            }
            if (iou > bestIou) {
                bestIou = iou;
                bestCommon = pair->common;
                bestUnion = all;
                best = pair->prediction;
            }
        }
        counts.ajiIntersection += bestCommon;
        counts.ajiUnion += bestUnion;
        if (bestCommon > 0)
            used[best] = true;
    }
    for (std::size_t p = 0; p < overlaps.prediction.size(); ++p)
        if (!used[p])
            counts.ajiUnion += overlaps.prediction[p].area;
}

} // namespace

EvaluationCounts& EvaluationCounts::operator+=(const EvaluationCounts& other)
{
    truth += other.truth;
    prediction += other.prediction;
    matched += other.matched;
    missed += other.missed;
    merged += other.merged;
    falseDetections += other.falseDetections;
    split += other.split;
    diceSum += other.diceSum;
    ajiIntersection += other.ajiIntersection;
    ajiUnion += other.ajiUnion;
    pqMatched += other.pqMatched;
    pqIouSum += other.pqIouSum;
    commonPixels += other.commonPixels;
    truthPixels += other.truthPixels;
    predictionPixels += other.predictionPixels;
    return *this;
}

EvaluationCounts countsOf(const Overlaps& overlaps, const Matching& matching)
{
    EvaluationCounts counts;
    counts.commonPixels = overlaps.commonPixels;
    counts.truthPixels = overlaps.truthPixels;
    counts.predictionPixels = overlaps.predictionPixels;
    countFindings(matching, counts);
    countUnions(overlaps, counts);
    return counts;
}

EvaluationRates ratesOf(const EvaluationCounts& counts)
{
    const std::int64_t tp = counts.matched, fn = counts.unmatchedTruth(), fp = counts.unmatchedPrediction();
    EvaluationRates rates;
    rates.precision = ratio(tp, tp + fp);
    rates.recall = ratio(tp, tp + fn);
    rates.f1 = ratio(2 * tp, 2 * tp + fp + fn);
    rates.dice = ratio(counts.diceSum, static_cast<double>(tp));
    rates.missedDetection = ratio(counts.missed, fn + tp);
    rates.falseDetection = ratio(counts.falseDetections, tp + fp);
    rates.underSegmentation = ratio(counts.merged, fn + tp - counts.missed);
    rates.overSegmentation = ratio(counts.split, fp + tp - counts.falseDetections);
    rates.aji = ratio(counts.ajiIntersection, counts.ajiUnion);
    rates.dq = ratio(2 * counts.pqMatched, counts.truth + counts.prediction);
    rates.sq = ratio(counts.pqIouSum, static_cast<double>(counts.pqMatched));
    rates.pq = rates.dq * rates.sq;
    rates.pixelDice = ratio(2 * counts.commonPixels, counts.truthPixels + counts.predictionPixels);
    return rates;
}

} // namespace nb
