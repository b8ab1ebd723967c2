// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/io/geojsonfeature.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

/// A feature that was left out, and why.
struct GeoJsonProblem {
    std::int64_t feature = 0; ///< counted from 1, in the order of the file, child objects after their parents
    std::string reason; ///< plain English
};

struct GeoJsonSummary {
    std::int64_t features = 0; ///< delivered
    std::int64_t skipped = 0; ///< left out because something about them is wrong
    std::vector<GeoJsonProblem> problems; ///< the first hundred of those
    std::optional<Error> broken; ///< the file is cut off or damaged: what came before that has been delivered
    std::string otherMembers; ///< raw members of the FeatureCollection other than its type and features

    /// "3 of 1000 objects were left out: object 17: …"; empty where all is well.
    [[nodiscard]] std::string complaint() const;
};

/// Gets each good feature; false ends the reading.
using GeoJsonSink = std::function<bool(GeoJsonFeature&& feature)>;

/// Reads GeoJSON in every form that QuPath writes or reads (shared/anchors/product.md section 2): a FeatureCollection,
/// one Feature, an array of them, bare geometries, one text after the other, child objects, the forms before 0.4, gzip, zip.
/// A feature that makes no sense is skipped and reported, the others arrive. Shapes arrive as they are in the file:
/// they may cross themselves (repairedOnGrid mends them). Streams: memory is bounded by the largest feature (256 MiB at
/// most). `progress` counts bytes of the file. Errors, where nothing can be read at all: NotFound, Unreadable, Invalid
/// (empty, no GeoJSON), Unsupported (another encoding than UTF-8, a zip of another kind than QuPath writes), Cancelled. Blocks; any thread.
[[nodiscard]] Result<GeoJsonSummary> readGeoJson(
    const std::string& path, const GeoJsonSink& sink, const CancelToken& cancel = {}, Progress* progress = nullptr);

} // namespace nb
