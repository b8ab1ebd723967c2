// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingcheckpoint.h"

#include "engine/nn/nblayers.h"
#include "engine/nn/safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

using Json = nlohmann::json;

constexpr const char* kFormat = "nucleoscope-training-1";
constexpr int kWidest = 256;
constexpr std::size_t kMostPlans = 1'000'000;

/// The groups of tensors in the file, by the prefix of their names.
template <class Checkpoint> auto groups(Checkpoint& checkpoint)
{
    auto& state = checkpoint.state;
    return std::array{std::pair{std::string("weights/"), &state.weights},
        std::pair{std::string("averaged/"), &state.averaged}, std::pair{std::string("first/"), &state.firstMoment},
        std::pair{std::string("second/"), &state.secondMoment}, std::pair{std::string("best/"), &checkpoint.best}};
}

Error invalid(const std::string& path, const std::string& why)
{
    return {ErrorCode::Invalid, "The training cannot go on, because its saved state makes no sense (" + why + ")", path,
        "Delete the file and train anew; no model was changed"};
}

/// What is wrong with one group, or empty.
std::string complaint(const WeightMap& tensors, int width)
{
    const auto layers = nbLayers(width);
    if (tensors.size() != 2 * layers.size())
        return "layers are missing or too many";
    for (const NbLayer& layer : layers) {
        const auto weight = tensors.find(layer.name + ".weight"), bias = tensors.find(layer.name + ".bias");
        if (weight == tensors.end() || bias == tensors.end())
            return "the layer " + layer.name + " is missing";
        if (weight->second.shape != std::vector<std::int64_t>{layer.out, layer.in, layer.kernel, layer.kernel}
            || bias->second.shape != std::vector<std::int64_t>{layer.out})
            return "the layer " + layer.name + " has another shape";
        for (const auto* tensor : {&weight->second, &bias->second})
            if (!std::all_of(tensor->values.begin(), tensor->values.end(), [](float v) { return std::isfinite(v); }))
                return "the layer " + layer.name + " holds what is not a number";
    }
    return {};
}

Json describe(const TrainingCheckpoint& checkpoint)
{
    Json plans = Json::array();
    for (const auto& plan : checkpoint.plans)
        plans.push_back({plan.fromStep, plan.fromDone, plan.totalSteps});
    return {{"fingerprint", checkpoint.fingerprint}, {"width", checkpoint.width}, {"steps", checkpoint.state.steps},
        {"plans", plans}, {"seconds", checkpoint.seconds}, {"epoch_steps", checkpoint.epochSteps},
        {"epoch_loss", checkpoint.epochLoss}, {"epochs_without_progress", checkpoint.epochsWithoutProgress},
        {"best_score", checkpoint.bestScore}, {"best_step", checkpoint.bestStep}};
}

/// False where a value is missing, of another kind or out of range.
bool take(const Json& json, TrainingCheckpoint& to)
{
    constexpr std::int64_t kMost = 1LL << 40;
    const auto whole = [&](const char* key, std::int64_t& value) {
        const auto found = json.find(key);
        if (found == json.end() || !found->is_number_integer())
            return false;
        value = found->get<std::int64_t>();
        return value >= 0 && value < kMost;
    };
    const auto real = [&](const char* key, double& value) {
        const auto found = json.find(key);
        if (found == json.end() || !found->is_number())
            return false;
        value = found->get<double>();
        return std::isfinite(value);
    };
    const auto plans = json.find("plans"), fingerprint = json.find("fingerprint");
    std::int64_t width = 0;
    if (fingerprint == json.end() || !fingerprint->is_string() || plans == json.end() || !plans->is_array()
        || plans->empty() || plans->size() > kMostPlans || !whole("width", width) || width < 1 || width > kWidest)
        return false;
    to.width = static_cast<int>(width);
    to.fingerprint = fingerprint->get<std::string>();
    for (const Json& plan : *plans) {
        if (!plan.is_array() || plan.size() != 3 || !plan[0].is_number_integer() || !plan[1].is_number()
            || !plan[2].is_number_integer())
            return false;
        to.plans.push_back({plan[0].get<std::int64_t>(), plan[1].get<double>(), plan[2].get<std::int64_t>()});
    }
    return whole("steps", to.state.steps) && real("seconds", to.seconds) && whole("epoch_steps", to.epochSteps)
        && real("epoch_loss", to.epochLoss) && whole("epochs_without_progress", to.epochsWithoutProgress)
        && real("best_score", to.bestScore) && whole("best_step", to.bestStep);
}

} // namespace

Status writeCheckpoint(const std::string& path, const TrainingCheckpoint& checkpoint)
{
    SafeTensors contents;
    contents.metadata = {{"format", kFormat}, {"training", describe(checkpoint).dump()}};
    for (const auto& [prefix, tensors] : groups(checkpoint))
        for (const auto& [name, tensor] : *tensors)
            contents.tensors[prefix + name] = tensor;
    const auto written = writeSafeTensors(path, contents);
    if (!written)
        return written.error();
    return {};
}

Result<TrainingCheckpoint> readCheckpoint(const std::string& path)
{
    auto file = readSafeTensors(path);
    if (!file) {
        Error error = file.error();
        if (error.code == ErrorCode::NotFound)
            error = {ErrorCode::NotFound, "There is no training to go on with", path, "Start it without resuming"};
        return error;
    }
    auto& metadata = file->contents.metadata;
    if (metadata["format"] != kFormat)
        return invalid(path, "it is no saved training of this version");
    TrainingCheckpoint checkpoint;
    const Json json = Json::parse(metadata["training"], nullptr, false);
    if (!json.is_object() || !take(json, checkpoint))
        return invalid(path, "its description is damaged");
    for (auto& [name, tensor] : file->contents.tensors) {
        const auto all = groups(checkpoint);
        const auto group
            = std::find_if(all.begin(), all.end(), [&name = name](const auto& g) { return name.starts_with(g.first); });
        if (group == all.end())
            return invalid(path, "it holds more than it should");
        (*group->second)[name.substr(group->first.size())] = std::move(tensor);
    }
    for (const auto& [prefix, tensors] : groups(checkpoint)) {
        const bool optional = prefix == "averaged/" || prefix == "best/";
        if (optional && tensors->empty())
            continue;
        if (const std::string why = complaint(*tensors, checkpoint.width); !why.empty())
            return invalid(path, why);
    }
    return checkpoint;
}

} // namespace nb
