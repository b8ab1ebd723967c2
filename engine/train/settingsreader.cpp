// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/settingsreader.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace nb
{

namespace
{

using Json = nlohmann::ordered_json;

void take(const Json& json, bool& on, Range& range)
{
    on = !json.is_null();
    if (on)
        range = {json.at(0).get<double>(), json.at(1).get<double>()};
}

void take(const Json& json, bool& on, double& value)
{
    on = !json.is_null();
    if (on)
        value = json.get<double>();
}

void take(const Json& json, Augmentation& a)
{
    take(json.at("elastic_alpha"), a.elastic, a.elasticAlpha);
    json.at("elastic_sigma").get_to(a.elasticSigma);
    take(json.at("scale"), a.rescale, a.scale);
    json.at("affine").get_to(a.affine);
    json.at("shear").get_to(a.shear);
    json.at("stretch").get_to(a.stretch);
    json.at("shift").get_to(a.shift);
    json.at("flip").get_to(a.flip);
    json.at("rotate").get_to(a.rotate);
    take(json.at("stain"), a.stain, a.stainStrength);
    json.at("channels").get_to(a.channelStrength);
    take(json.at("blur"), a.blurNoise, a.blurSigma);
    json.at("noise").get_to(a.noise);
}

/// Throws Json::exception where a value is missing or of another kind.
TrainingSettings settingsIn(const Json& json)
{
    TrainingSettings s;
    json.at("patch").get_to(s.patch);
    json.at("batch").get_to(s.batch);
    json.at("epochs").get_to(s.epochs);
    json.at("patches_per_epoch").get_to(s.patchesPerEpoch);
    if (const Json& minutes = json.at("time_limit_minutes"); !minutes.is_null())
        s.timeLimitMinutes = minutes.get<double>();
    json.at("learning_rate").get_to(s.learningRate);
    json.at("warm_up_steps").get_to(s.warmUpSteps);
    json.at("cosine").get_to(s.cosine);
    json.at("dropout").get_to(s.dropout);
    json.at("class_weights").get_to(s.classWeights);
    json.at("weight_map").get_to(s.weightMap);
    json.at("averaging").get_to(s.averaging);
    json.at("freeze_encoder").get_to(s.freezeEncoder);
    json.at("distillation").get_to(s.distillation);
    json.at("rehearsal_share").get_to(s.rehearsalShare);
    json.at("patience").get_to(s.patience);
    const auto target = std::find(kTargetNames.begin(), kTargetNames.end(), json.at("targets").get<std::string>());
    s.target = static_cast<TargetKind>(target == kTargetNames.end() ? 0 : target - kTargetNames.begin());
    take(json.at("augmentation"), s.augmentation);
    json.at("seed").get_to(s.seed);
    return s;
}

} // namespace

Result<TrainingSettings> settingsFromText(const std::string& text)
{
    const Error nonsense{ErrorCode::Invalid, "The settings of the training make no sense", "", "Start a new training"};
    try {
        TrainingSettings settings = settingsIn(Json::parse(text));
        if (Status status = checkSettings(settings); !status)
            return nonsense;
        return settings;
    } catch (const Json::exception&) {
        return nonsense;
    }
}

} // namespace nb
