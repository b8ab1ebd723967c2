// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/segment/nucleusextractor.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nb
{

// What has to be known of a nucleus that the model found to judge it later, as entries of GeoJSON metadata
// (engine/io/provenancenames.h). It is written with every nucleus, because QuPath keeps nothing else, so it is short;
// it holds no path, machine, person or slide. A file that `segment` writes and a case's export say the same. Any
// thread.

using MetadataEntries = std::vector<std::pair<std::string, std::string>>;

/// How colours were normalised, the slide's stains (unit optical densities R G B of H and E) and their P99.
[[nodiscard]] std::string stainProvenance(const SlideStain& stain);

/// µm per level-0 pixel and who said so; nothing where it is implausible, so not known.
[[nodiscard]] MetadataEntries pixelSizeProvenance(const PixelSize& size, PixelSizeOrigin origin);

/// What pixelSizeProvenance said; nothing where that is no µm/px.
[[nodiscard]] std::optional<PixelSize> pixelSizeOf(const std::string& text);

/// stain, run (precision, patch/stride, the vote where it was uniform), run_at (where `started` is given) and
/// extraction (threshold of p, smallest inside, growth) of a stored run; an entry that its settings do not tell is left
/// out.
[[nodiscard]] MetadataEntries runProvenance(const RunSettings& run, const std::string& started);

/// Everything that is written with a nucleus as a run of `recipe` finds it: origin, model, and the above. Without the
/// time, so that the same run gives the same file.
[[nodiscard]] MetadataEntries foundNucleusMetadata(const SlideRecipe& recipe, const ExtractionRecipe& extraction);

} // namespace nb
