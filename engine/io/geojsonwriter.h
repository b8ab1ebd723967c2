// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/segment/nucleus.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace nb
{

struct GeoJsonOptions {
    bool asAnnotations = false; ///< objectType annotation instead of detection, to edit them in QuPath
    std::string className = "Nucleus";
    std::array<int, 3> classColor{0, 160, 90}; ///< RGB; always written with the name
    /// Provenance written with every feature (model hash, µm/px, …; foundNucleusMetadata); no paths.
    std::vector<std::pair<std::string, std::string>> metadata;
};

/// Streams nuclei as QuPath's GeoJSON (shared/anchors/product.md section 2): FeatureCollection, coordinates rounded to
/// 0.01 px FIRST, then validated and repaired. gz by extension (.geojson.gz). Written beside its target and renamed
/// when whole. One thread at a time.
class GeoJsonWriter
{
public:
    /// Errors: NotWritable, NoSpace, Exists is the caller's affair.
    [[nodiscard]] static Result<std::unique_ptr<GeoJsonWriter>> create(
        const std::string& path, const GeoJsonOptions& options);
    virtual ~GeoJsonWriter() = default; ///< without `finish` removes what was written

    [[nodiscard]] virtual Status write(const Nucleus& nucleus) = 0;
    /// Writes the end and syncs; the target stays as it was.
    [[nodiscard]] virtual Status prepare() = 0;
    /// Prepares, unless that is done, and renames over the target.
    [[nodiscard]] virtual Status finish() = 0;
    [[nodiscard]] virtual std::int64_t repaired() const = 0; ///< contours that had to be mended after rounding
    [[nodiscard]] virtual std::int64_t dropped() const = 0; ///< contours with nothing left after rounding
};

} // namespace nb
