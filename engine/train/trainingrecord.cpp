// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingrecord.h"

#include "engine/base/cpubudget.h"
#include "engine/base/sha256.h"
#include "engine/train/trainingverdict.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr std::int64_t kFewNuclei = 20;
constexpr std::int64_t kLeastKnownPixels = 256; // 16 x 16: about one nucleus

std::int64_t nucleiIn(const TrainingPictures& pictures)
{
    std::int64_t nuclei = 0;
    for (const auto& picture : pictures)
        nuclei += picture->nuclei;
    return nuclei;
}

template <class T> void addPixels(Sha256& hash, const std::vector<T>& pixels)
{
    hash.add({reinterpret_cast<const char*>(pixels.data()), pixels.size() * sizeof(T)});
}

void addPictures(Sha256& hash, const TrainingPictures& pictures)
{
    for (const auto& picture : pictures) {
        hash.add(picture->name + "\n" + std::to_string(picture->rgb.width) + "\n");
        addPixels(hash, picture->rgb.pixels);
        addPixels(hash, picture->labels.pixels);
        addPixels(hash, picture->known.pixels);
    }
    hash.add("end\n");
}

Json scores(const EvaluationRates& r)
{
    const auto rounded = [](double value) { return std::round(value * 1e4) / 1e4; };
    return {{"f1", rounded(r.f1)}, {"precision", rounded(r.precision)}, {"recall", rounded(r.recall)},
        {"dice", rounded(r.dice)}, {"aji", rounded(r.aji)}, {"pq", rounded(r.pq)}, {"mdr", rounded(r.missedDetection)},
        {"fdr", rounded(r.falseDetection)}, {"usr", rounded(r.underSegmentation)},
        {"osr", rounded(r.overSegmentation)}};
}

} // namespace

std::string trainingFingerprint(const TrainingPlan& plan)
{
    TrainingSettings settings = plan.settings; // less what may change on resuming
    settings.epochs = 1;
    settings.timeLimitMinutes.reset();
    settings.patience = 0;
    Sha256 hash;
    hash.add(
        settingsText(settings) + "\n" + plan.start.info.hash + "\n" + std::to_string(plan.start.info.width) + "\n");
    for (const TrainingPictures* pictures : {&plan.data.train, &plan.data.rehearsal, &plan.data.validation})
        addPictures(hash, *pictures);
    return hash.hex();
}

std::string trainingText(const TrainingPlan& plan, const std::vector<TrainingSchedule::Plan>& plans,
    const TrainingOutcome& outcome, Precision precision)
{
    Json planned = Json::array();
    for (const auto& p : plans)
        planned.push_back({p.fromStep, p.fromDone, p.totalSteps});
    const int threads = plan.settings.threads > 0 ? plan.settings.threads : cpuBudget();
    const Json json
        = {{"data", plan.data.description}, {"pictures", plan.data.train.size()}, {"nuclei", nucleiIn(plan.data.train)},
            {"rehearsed_pictures", plan.data.rehearsal.size()}, {"validation_pictures", plan.data.validation.size()},
            {"steps", outcome.steps}, {"weights_of_step", outcome.bestStep}, {"seconds", std::round(outcome.seconds)},
            {"precision", precision == Precision::Bf16 ? "bf16" : "fp32"}, {"threads", threads}, {"plans", planned},
            {"settings", Json::parse(settingsText(plan.settings))}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string datedTraining(const std::string& training, const std::string& at)
{
    Json json = Json::parse(training, nullptr, false);
    if (!json.is_object())
        return training;
    json["date"] = at;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string metricsText(const TrainingPlan& plan, const TrainingOutcome& outcome)
{
    if (!outcome.after)
        return Json{{"set", "none: nothing was held out"}}.dump();
    Json json = scores(outcome.after->rates);
    json["set"] = std::to_string(plan.data.validation.size()) + " held-out pictures, pooled";
    json["nuclei"] = nucleiIn(plan.data.validation);
    if (outcome.before)
        json["parent"] = scores(outcome.before->rates);
    return json.dump();
}

std::string rejudgedMetrics(
    const std::string& metrics, const std::optional<Validation>& before, const std::optional<Validation>& after)
{
    Json json = Json::parse(metrics, nullptr, false);
    if (!json.is_object() || !after)
        return metrics;
    json.update(scores(after->rates));
    if (before)
        json["parent"] = scores(before->rates);
    return json.dump();
}

Status checkTrainingData(const TrainingData& data)
{
    std::int64_t known = 0;
    for (const auto& picture : data.train)
        known += knownPixels(*picture);
    if (known == 0)
        return Error{ErrorCode::Invalid, "There is nothing to learn from", "",
            "Check at least one region, or name a folder of pictures with labels"};
    if (nucleiIn(data.train) == 0)
        return Error{ErrorCode::Invalid,
            "There is no nucleus in what is to be learnt from: the model would learn to find none", "",
            "Draw or correct nuclei in a checked region, or check that the labels are the right ones"};
    if (known < kLeastKnownPixels)
        return Error{ErrorCode::Invalid, "There is too little to learn from: less than 16 x 16 pixels", "",
            "Check a larger region, or give larger pictures; a few hundred pixels each way, with at least 20 nuclei, "
            "are sensible"};
    for (const auto* pictures : {&data.rehearsal, &data.validation})
        if (!pictures->empty()
            && std::all_of(pictures->begin(), pictures->end(), [](const auto& p) { return knownPixels(*p) == 0; }))
            return Error{ErrorCode::Invalid, "Nothing is known of the pictures for rehearsal or validation", "",
                "Check at least one region there, or leave them out"};
    return {};
}

std::vector<std::string> trainingWarnings(const TrainingPlan& plan, const TrainingOutcome& outcome)
{
    std::vector<std::string> warnings;
    const std::int64_t nuclei = nucleiIn(plan.data.train);
    if (nuclei < kFewNuclei)
        warnings.push_back("The model learnt from only " + std::to_string(nuclei)
            + (nuclei == 1 ? " nucleus" : " nuclei") + ". Correct more before you rely on it");
    if (plan.data.validation.empty())
        warnings.push_back("Nothing was held out to judge the model by, so nobody knows whether it got better");
    else if (outcome.before && outcome.after)
        switch (compareValidations(*outcome.before, *outcome.after)) {
        case TrainingVerdict::Better:
            break;
        case TrainingVerdict::NoClearDifference:
            warnings.push_back("On the held-out pictures there is no clear difference between the new model and the "
                               "one it comes from. Keep the old one");
            break;
        case TrainingVerdict::Worse:
            warnings.push_back(
                "On the held-out pictures the new model is worse than the one it comes from. Keep the old one");
            break;
        }
    return warnings;
}

} // namespace nb
