// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>

namespace nb
{

/// How nuclei are made from the maps where a person wants it otherwise than the model file.
struct ExtractionSettings {
    int insideAbove = 0; ///< 8-bit, as in ExtractionRecipe
    int minInsidePx = 0; ///< model pixels

    auto operator<=>(const ExtractionSettings&) const = default;
};
/// Nothing: the model file's own.
using ExtractionChoice = std::optional<ExtractionSettings>;

} // namespace nb
