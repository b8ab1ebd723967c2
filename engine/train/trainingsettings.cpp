// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingsettings.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace nb
{

TrainingSettings paperSettings()
{
    TrainingSettings settings;
    settings.patch = 128;
    settings.epochs = 300;
    settings.patchesPerEpoch = 12000;
    settings.batch = 16; // this and the learning rate: the authors' configuration
    settings.learningRate = 1e-4;
    settings.warmUpSteps = 0;
    settings.cosine = false;
    settings.dropout = 0.2;
    settings.classWeights = {1, 1, 1};
    settings.averaging = 0;
    settings.augmentation.stain = settings.augmentation.blurNoise = false;
    return settings;
}

Status checkSettings(const TrainingSettings& s)
{
    const auto within = [](auto value, auto least, auto most) { return value >= least && value <= most; };
    const auto invalid = [](const std::string& what, const std::string& remedy) {
        return Error{ErrorCode::Invalid, "The " + what + " makes no sense", "", remedy};
    };
    if (!within(s.patch, 32, 1024) || s.patch % 16 != 0)
        return invalid("patch size", "Give a multiple of 16 from 32 to 1024");
    if (!within(s.batch, 1, 256) || static_cast<std::int64_t>(s.batch) * s.patch * s.patch > (1 << 24))
        return invalid("batch size", "Give 1 to 256 patches of together at most 16 million pixels");
    if (!within(s.epochs, 1, 100000) || !within(s.patchesPerEpoch, std::int64_t{1}, std::int64_t{10'000'000}))
        return invalid("number of epochs or of patches in an epoch", "Give numbers from 1 to 100000 and to 10000000");
    if (s.timeLimitMinutes && !within(*s.timeLimitMinutes, 0.01, 1e5))
        return invalid("time limit", "Give minutes from 0.01 to 100000");
    if (!within(s.learningRate, 1e-9, 1.0))
        return invalid("learning rate", "Give a number above 0, at most 1; 0.001 is usual");
    if (!within(s.warmUpSteps, std::int64_t{0}, std::int64_t{1'000'000}))
        return invalid("warm-up", "Give a number of steps from 0 to 1000000");
    if (!within(s.dropout, 0.0, 0.9) || !within(s.averaging, 0.0, 0.99999) || !within(s.rehearsalShare, 0.0, 0.9))
        return invalid("dropout, averaging or share of rehearsal", "Give numbers from 0 to 0.9 (averaging: below 1)");
    if (!within(s.distillation, 0.0, 10.0))
        return invalid("weight of the parent's opinion", "Give a number from 0 to 10");
    if (!std::all_of(s.classWeights.begin(), s.classWeights.end(), [&](double w) { return within(w, 1e-3, 100.0); }))
        return invalid("weight of a class", "Give numbers above 0, at most 100");
    if (!within(s.patience, 0, 100000) || !within(s.threads, 0, 1024))
        return invalid("patience or number of threads", "Give whole numbers from 0");
    return checkAugmentation(s.augmentation);
}

std::string settingsText(const TrainingSettings& s)
{
    using Json = nlohmann::ordered_json;
    const Augmentation& a = s.augmentation;
    const auto range = [](bool on, const Range& r) { return on ? Json{r.from, r.to} : Json(); };
    Json augmentation = {{"elastic_alpha", range(a.elastic, a.elasticAlpha)}, {"elastic_sigma", a.elasticSigma},
        {"scale", range(a.rescale, a.scale)}, {"affine", a.affine}, {"shear", a.shear}, {"stretch", a.stretch},
        {"shift", a.shift}, {"flip", a.flip}, {"rotate", a.rotate}, {"stain", a.stain ? Json(a.stainStrength) : Json()},
        {"channels", a.channelStrength}, {"blur", a.blurNoise ? Json(a.blurSigma) : Json()}, {"noise", a.noise}};
    Json json = {{"patch", s.patch}, {"batch", s.batch}, {"epochs", s.epochs}, {"patches_per_epoch", s.patchesPerEpoch},
        {"time_limit_minutes", s.timeLimitMinutes ? Json(*s.timeLimitMinutes) : Json()},
        {"learning_rate", s.learningRate}, {"optimiser", "Adam"}, {"warm_up_steps", s.warmUpSteps},
        {"cosine", s.cosine}, {"dropout", s.dropout}, {"class_weights", s.classWeights}, {"weight_map", s.weightMap},
        {"averaging", s.averaging}, {"freeze_encoder", s.freezeEncoder}, {"distillation", s.distillation},
        {"rehearsal_share", s.rehearsalShare}, {"patience", s.patience},
        {"targets", kTargetNames[static_cast<std::size_t>(s.target)]}, {"augmentation", augmentation}, {"seed", s.seed}};
    return json.dump();
}

} // namespace nb
