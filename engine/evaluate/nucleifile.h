// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/evaluate/evaluation.h"
#include "engine/geometry/shapes.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nb
{

/// A label image that is too large to be held: it stays in its file, and is read row by row when it is compared.
struct LabelFile {
    std::int64_t width = 0; ///< pixels
    std::int64_t height = 0;
};

/// Nuclei as a file holds them: their pixels, or their outlines in level-0 pixels.
struct NucleiFile {
    std::string path;
    std::variant<LabelImage, std::vector<MultiPolygon>, LabelFile> nuclei;
    std::string complaint; ///< what had to be left out of a GeoJSON, for a person to read; empty where all is well
};

/// True for names that end in .geojson, .json, also with .gz, and .zip (as QuPath packs them), in any case.
[[nodiscard]] bool isGeoJsonName(const std::string& path);

/// The nuclei row by row; for a label image the frame is the image's. `file` has to outlive them. Errors: those of
/// PolygonRuns and LabelRows, with the file's name.
[[nodiscard]] Result<std::unique_ptr<LabelRuns>> runsOf(const NucleiFile& file);

/// The size of a label image, held or not; nothing for outlines.
[[nodiscard]] std::optional<Rect> frameOf(const NucleiFile& file);

/// Reads a label image (large ones are only opened: LabelFile) or, by its name, GeoJSON, of which NucleusRule says what
/// nuclei are. Errors: those of readLabelImage, LabelRows and readGeoJson; Unreadable also for a GeoJSON that is cut
/// off, because what is missing would count as not found. Blocks; any thread.
[[nodiscard]] Result<NucleiFile> readNuclei(const std::string& path, const CancelToken& cancel = {});

/// As `evaluate` of their contents. Where one side is a label image, its frame is what is compared. Errors name a file.
[[nodiscard]] Result<Evaluation> evaluate(
    const NucleiFile& truth, const NucleiFile& prediction, const CancelToken& cancel = {});

} // namespace nb
