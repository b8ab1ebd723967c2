// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/stain/stainmatrix.h"

#include <string>

namespace nb {

/// What the network is shown: all colours, or the picture of haematoxylin alone (by the model's stain target).
enum class ModelInput { Rgb, Haematoxylin };

/// The recipe that travels in a model file's metadata (see shared/vectors/model/README.md for the keys).
/// Validated on reading: every number is finite and in the range given here.
struct ModelInfo {
    int width = 0;                 ///< channels of the first block, 1..256
    double mpp = 0;                ///< µm per model pixel, 0.05..10
    ModelInput input = ModelInput::Rgb;
    double inputMean = 0.7;        ///< network input is (I/255 - inputMean)/inputStd
    double inputStd = 0.25;        ///< > 0
    int targetErosionSteps = 4;    ///< 3x3-cross erosions that make a nucleus its inside in training targets, 0..64
    int growSteps = 5;             ///< 3x3-cross steps a component grows back, 0..64
    double growMaxBackground = 0.5; ///< grows only into pixels whose background probability is below, 0..1
    int minInsidePx = 10;          ///< smaller inside components are specks, >= 1
    int maxExtentPx = 128;         ///< a component wider or higher is no nucleus, 8..2048
    StainMethod stainMethod = StainMethod::Vahadane;
    double stainLambda = 0.1;
    StainMatrix stainTarget;
    std::string name;
    std::string licence;
    std::string training; ///< JSON text
    std::string metrics;  ///< JSON text
    std::string parent;   ///< SHA-256 of the parent file or empty
    std::string hash;     ///< SHA-256 of the file's bytes, 64 hex digits (not stored in the file itself)
};

} // namespace nb
