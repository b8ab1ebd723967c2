// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nb
{

/// What the settings that a person chose find on the screen, from the maps that are at hand at full resolution. A case
/// that was opened again holds reduced ones only: then its nuclei stay, until the model has looked again.
struct ExtractionPreview {
    bool shown = false; ///< in place of the case's nuclei
    bool mapsMissing = false; ///< for some of what is on the screen, or all of it
    std::int64_t onScreen = 0; ///< nuclei, where shown
};

} // namespace nb
