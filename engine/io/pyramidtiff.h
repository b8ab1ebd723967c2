// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/slide/slidesource.h"

#include <memory>
#include <optional>
#include <string>

namespace nb
{

enum class TiffCompression { Jpeg, Deflate };

struct PyramidTiffOptions {
    std::int64_t width = 0;
    std::int64_t height = 0;
    int tile = 256; ///< multiple of 16, at most 4096
    TiffCompression compression = TiffCompression::Deflate;
    int jpegQuality = 90; ///< 1..100; colour is never subsampled, because it is measured
    std::optional<PixelSize> pixelSize; ///< written as resolution in pixels per centimetre
    std::string description; ///< ImageDescription; no paths
};

/// Writes a tiled, pyramidal (factor 2 down to one tile, sizes rounded up) 3 x 8 bit TIFF, BigTIFF where it may pass
/// 4 GB, beside its target and renames it when whole. OpenSlide reads it as generic-tiff. Each coarser level is the
/// mean of 2 x 2 pixels of the finer, read back from the file, so memory is bounded whatever the size. One thread at a
/// time.
class PyramidTiffWriter
{
public:
    /// Errors: NotWritable, NoSpace, Invalid.
    [[nodiscard]] static Result<std::unique_ptr<PyramidTiffWriter>> create(
        const std::string& path, const PyramidTiffOptions& options);
    virtual ~PyramidTiffWriter() = default; ///< without `finish` removes what was written

    /// A level-0 tile, in any order, each at most once; always tile x tile pixels (beyond the edge: whatever, white is
    /// good). Missing tiles are white. Errors: NoSpace, NotWritable, Invalid (wrong size, no such tile, twice).
    [[nodiscard]] virtual Status writeTile(std::int64_t column, std::int64_t row, const RgbImage& tile) = 0;
    /// Builds the coarser levels and syncs; the target stays as it was. Errors: NoSpace, NotWritable, Cancelled.
    [[nodiscard]] virtual Status prepare(const CancelToken& cancel) = 0;
    /// Prepares, unless that is done, and renames over the target. Errors: NoSpace, NotWritable, Cancelled.
    [[nodiscard]] virtual Status finish(const CancelToken& cancel) = 0;
};

} // namespace nb
