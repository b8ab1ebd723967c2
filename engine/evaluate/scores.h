// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/matching.h"
#include "engine/evaluate/overlaps.h"

#include <cstdint>

namespace nb
{

/// What is counted in one image, or summed over several: pooled rates come from summed counts.
struct EvaluationCounts {
    std::int64_t truth = 0; ///< nuclei of the truth
    std::int64_t prediction = 0;
    std::int64_t matched = 0; ///< TP
    std::int64_t missed = 0; ///< MD
    std::int64_t merged = 0; ///< US
    std::int64_t falseDetections = 0; ///< FD
    std::int64_t split = 0; ///< OS
    double diceSum = 0; ///< over matched pairs
    std::int64_t ajiIntersection = 0; ///< pixels
    std::int64_t ajiUnion = 0; ///< pixels
    std::int64_t pqMatched = 0; ///< pairs of IoU > 0.5
    double pqIouSum = 0; ///< over those
    std::int64_t commonPixels = 0; ///< in a nucleus of both
    std::int64_t truthPixels = 0; ///< in any nucleus
    std::int64_t predictionPixels = 0;

    [[nodiscard]] std::int64_t unmatchedTruth() const { return missed + merged; } ///< FN
    [[nodiscard]] std::int64_t unmatchedPrediction() const { return falseDetections + split; } ///< FP
    EvaluationCounts& operator+=(const EvaluationCounts& other);
};

/// 0..1 each; a ratio with denominator 0 is 0.
struct EvaluationRates {
    double precision = 0; ///< TP/(TP+FP)
    double recall = 0; ///< TP/(TP+FN)
    double f1 = 0; ///< 2·TP/(2·TP+FP+FN)
    double dice = 0; ///< mean over matched pairs
    double missedDetection = 0; ///< MDR = MD/(FN+TP)
    double falseDetection = 0; ///< FDR = FD/(TP+FP)
    double underSegmentation = 0; ///< USR = US/(FN+TP-MD)
    double overSegmentation = 0; ///< OSR = OS/(FP+TP-FD); the paper's S is misprinted
    double aji = 0; ///< Kumar et al. 2017: for each truth nucleus the prediction of largest IoU
    double pq = 0; ///< Kirillov et al. 2019: DQ·SQ
    double dq = 0; ///< pairs of IoU > 0.5 as a detection's F1
    double sq = 0; ///< mean IoU of those pairs
    double pixelDice = 0; ///< foreground against foreground
};

/// The paper's criteria (III-A), AJI, PQ and pixel Dice of one image. `matching` is matchNuclei(overlaps).
[[nodiscard]] EvaluationCounts countsOf(const Overlaps& overlaps, const Matching& matching);

[[nodiscard]] EvaluationRates ratesOf(const EvaluationCounts& counts);

} // namespace nb
