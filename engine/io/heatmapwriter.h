// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/geometry/shapes.h"
#include "engine/io/pyramidtiff.h"
#include "engine/segment/slidesegmenter.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace nb
{

/// Writes the network's maps as a pyramidal TIFF of 3 x 8 bits: red background, green boundary, blue inside, each
/// round(255·p). Where the network did not look (no tissue) it is (255, 0, 0). Pixel (0,0) is the area's first model
/// pixel, which the ImageDescription says, too. Cells may come in any order; memory is bounded by the tiles under way.
/// One thread at a time.
class HeatmapWriter
{
public:
    /// `area`: model pixels of the slide that the file shows; `mpp`: µm per model pixel. Errors as
    /// PyramidTiffWriter::create.
    [[nodiscard]] static Result<std::unique_ptr<HeatmapWriter>> create(
        const std::string& path, const Rect& area, double mpp);

    /// A finished cell; what lies outside of the area is left out.
    [[nodiscard]] Status add(const MapCell& cell);
    /// Writes what is still under way, builds the pyramid and syncs; the target stays as it was. Errors: NoSpace,
    /// NotWritable, Cancelled.
    [[nodiscard]] Status prepare(const CancelToken& cancel);
    /// Prepares, unless that is done, and renames over the target.
    [[nodiscard]] Status finish(const CancelToken& cancel);

private:
    HeatmapWriter(const Rect& area, std::unique_ptr<PyramidTiffWriter> file);
    struct OpenTile {
        RgbImage pixels;
        std::int64_t missing = 0; ///< pixels of the area that no cell has covered yet
    };
    [[nodiscard]] Rect tileArea(std::int64_t column, std::int64_t row) const;
    [[nodiscard]] Status addTo(std::int64_t column, std::int64_t row, const MapCell& cell);

    const Rect m_area;
    const std::int64_t m_columns;
    const std::int64_t m_rows;
    std::unique_ptr<PyramidTiffWriter> m_file;
    std::unordered_map<std::int64_t, OpenTile> m_open;
    std::vector<bool> m_written;
};

} // namespace nb
