// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/scores.h"

#include <string>
#include <utility>
#include <vector>

namespace nb::cli
{

/// What `evaluate` found out.
struct EvaluationReport {
    std::vector<std::pair<std::string, EvaluationCounts>> images; ///< by name
    EvaluationCounts pooled; ///< the sums
    std::vector<std::string> truthOnly; ///< not paired, so not counted
    std::vector<std::string> predictionOnly;
};

/// One JSON object on standard output: "counts" and "rates" (pooled, once more as "pooled"), "images": {NAME:
/// {"counts", "rates"}}, "unpaired": {"truth", "prediction"}. Names of counts and rates as in vectors/metrics.
void printJson(const EvaluationReport& report);

/// A table for people on standard output: a line an image, one for all.
void printTable(const EvaluationReport& report);

} // namespace nb::cli
