// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/scores.h"

#include <QString>

#include <vector>

namespace nb
{

/// How a score is called wherever it is shown: the verdict on a training, the evaluation, a report.
struct ScoreText {
    QString shortName; ///< the field's: "F1", "MDR"
    QString plainName; ///< "Found", "Missed"; empty: there is none
    QString meaning; ///< in a sentence
    double EvaluationRates::*value = nullptr;
    bool higherIsBetter = true;

    /// "Found (F1)"
    [[nodiscard]] QString longName() const;
};

/// In the order in which they are listed.
[[nodiscard]] std::vector<ScoreText> scoreTexts();

} // namespace nb
