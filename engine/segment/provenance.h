// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleusextractor.h"
#include "engine/segment/sliderecipe.h"

#include <map>
#include <optional>
#include <string>

namespace nb {

/// What has to be known of a nucleus that the model found to judge it later; written with every nucleus, so short, and without paths:
/// origin, model (first 16 digits of its hash), mpp (µm per level-0 pixel as it was taken), mpp_origin (slide, person, assumed), stain (how colours
/// were normalised, and whose stains H and E were measured with), run (precision, patch/stride), and, where `extraction` is given, what counted as a nucleus.
[[nodiscard]] std::map<std::string, std::string> provenanceOf(
    const SlideRecipe& recipe, const std::optional<ExtractionRecipe>& extraction = {});

} // namespace nb
