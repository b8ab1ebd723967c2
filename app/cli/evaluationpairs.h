// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <string>
#include <vector>

namespace nb::cli
{

/// A truth and a prediction of the same picture.
struct EvaluationPair {
    std::string name; ///< their common stem
    std::string truth; ///< paths
    std::string prediction;
};

struct EvaluationPairs {
    std::vector<EvaluationPair> pairs; ///< by name
    std::vector<std::string> truthOnly; ///< stems that only the truth's folder has
    std::vector<std::string> predictionOnly;
};

/// Two files are one pair. Two folders are paired by stem: X.labels.png, X.png, X.tif and X.geojson have the stem X.
/// Where a folder marks files (X.labels.*, in the truth also X.truth.*, in the prediction X.pred.*) the unmarked images
/// in it are taken for the pictures and left alone. Errors: NotFound, Invalid (a file and a folder; nothing to pair).
[[nodiscard]] Result<EvaluationPairs> pairUp(const std::string& truth, const std::string& prediction);

} // namespace nb::cli
