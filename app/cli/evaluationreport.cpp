// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluationreport.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace nb::cli
{

namespace
{

using Json = nlohmann::ordered_json;

Json describe(const EvaluationCounts& c)
{
    const EvaluationRates r = ratesOf(c);
    return {{"counts",
                {{"TP", c.matched}, {"FN", c.unmatchedTruth()}, {"FP", c.unmatchedPrediction()}, {"MD", c.missed},
                    {"US", c.merged}, {"FD", c.falseDetections}, {"OS", c.split}, {"dice_sum", c.diceSum},
                    {"aji_inter", c.ajiIntersection}, {"aji_union", c.ajiUnion}, {"pq_tp", c.pqMatched},
                    {"pq_iou", c.pqIouSum}, {"truth", c.truth}, {"pred", c.prediction}, {"pix", c.commonPixels},
                    {"pix_t", c.truthPixels}, {"pix_p", c.predictionPixels}}},
        {"rates",
            {{"precision", r.precision}, {"recall", r.recall}, {"f1", r.f1}, {"dice", r.dice},
                {"mdr", r.missedDetection}, {"fdr", r.falseDetection}, {"usr", r.underSegmentation},
                {"osr", r.overSegmentation}, {"aji", r.aji}, {"pq", r.pq}, {"dq", r.dq}, {"sq", r.sq},
                {"pixel_dice", r.pixelDice}}}};
}

void printLine(const std::string& name, int width, const EvaluationCounts& counts)
{
    const EvaluationRates r = ratesOf(counts);
    std::printf("%-*s %8lld %8lld %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f\n", width,
        name.c_str(), static_cast<long long>(counts.truth), static_cast<long long>(counts.prediction), r.f1,
        r.precision, r.recall, r.dice, r.aji, r.pq, r.missedDetection, r.falseDetection, r.underSegmentation,
        r.overSegmentation, r.pixelDice);
}

} // namespace

void printJson(const EvaluationReport& report)
{
    Json json = describe(report.pooled);
    json["images"] = Json::object();
    for (const auto& [name, counts] : report.images)
        json["images"][name] = describe(counts);
    json["pooled"] = describe(report.pooled);
    json["unpaired"] = {{"truth", report.truthOnly}, {"prediction", report.predictionOnly}};
    std::printf("%s\n", json.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
}

void printTable(const EvaluationReport& report)
{
    std::size_t longest = 6;
    for (const auto& [name, counts] : report.images)
        longest = std::max(longest, name.size());
    const int width = static_cast<int>(std::min<std::size_t>(longest, 40));
    std::printf("%-*s %8s %8s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s\n", width, "", "truth", "found", "F1",
        "prec.", "recall", "Dice", "AJI", "PQ", "missed", "false", "merged", "split", "pixels");
    for (const auto& [name, counts] : report.images)
        printLine(name, width, counts);
    if (report.images.size() > 1)
        printLine("all", width, report.pooled);
}

} // namespace nb::cli
