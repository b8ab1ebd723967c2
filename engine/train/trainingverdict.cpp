// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingverdict.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{
constexpr double kLeastGain = 0.01;
constexpr double kMostDiceLoss = 0.02;
constexpr double kOneInTwenty = 1.645; // quantile of the normal distribution
constexpr double kUsuallyChanged = 0.1; // of the nuclei
} // namespace

TrainingVerdict compareValidations(
    const Validation& before, const Validation& after, std::optional<std::int64_t> changed)
{
    const auto nuclei = static_cast<double>(std::max<std::int64_t>(1, before.pooled.truth));
    const double differing = changed ? static_cast<double>(*changed) : kUsuallyChanged * nuclei;
    const double margin = std::max(kLeastGain, kOneInTwenty * std::sqrt(std::max(1.0, differing)) / nuclei);
    const double gain = after.score() - before.score();
    if (gain < -margin)
        return TrainingVerdict::Worse;
    const EvaluationRates &old = before.rates, &now = after.rates;
    const bool harmless
        = now.f1 >= old.f1 - kLeastGain && now.aji >= old.aji - kLeastGain && now.dice >= old.dice - kMostDiceLoss;
    return gain > margin && harmless ? TrainingVerdict::Better : TrainingVerdict::NoClearDifference;
}

} // namespace nb
