// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/io/atomicfile.h"
#include "engine/slide/slidesource.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tiffio.h>

namespace nb
{

/// A TIFF that libtiff writes into an AtomicFile: nothing is printed, a full disk is told apart from a fault of
/// libtiff, and the file appears when it is whole. Classic TIFF where `mostBytes`, an upper bound of the file's size,
/// stays below 4 GB, BigTIFF otherwise. One thread at a time.
class TiffTarget
{
public:
    struct CloseTiff {
        void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    };
    using Handle = std::unique_ptr<TIFF, CloseTiff>;

    /// Errors as AtomicFile::create.
    [[nodiscard]] static Result<std::unique_ptr<TiffTarget>> create(const std::string& path, double mostBytes);
    ~TiffTarget(); ///< without `commit` removes what was written
    TiffTarget(const TiffTarget&) = delete;
    TiffTarget& operator=(const TiffTarget&) = delete;

    [[nodiscard]] TIFF* tiff() const { return m_tiff.get(); }
    /// The tags that every tiled picture of ours has, for the directory that is begun. `pixelSize` (µm) becomes pixels
    /// per centimetre, which QuPath and newer OpenSlides read.
    void describe(std::int64_t width, std::int64_t height, int tile, const std::optional<PixelSize>& pixelSize);
    /// The begun directory is compressed without loss: deflate with the horizontal predictor.
    void deflate();
    /// A second handle on the same file, to read finished directories with while others are written; null where that
    /// fails. Must not outlive this object.
    [[nodiscard]] Handle reader(int directory);
    /// What went wrong when a call of libtiff on our handles failed, or that `cancel` was; names the target.
    [[nodiscard]] Error failure(const CancelToken& cancel = {}) const;
    /// Closes the TIFF (a begun directory has been written before) and syncs; the target stays as it was.
    [[nodiscard]] Status prepare();
    /// Prepares, unless that is done, and renames over the target.
    [[nodiscard]] Status commit();

private:
    explicit TiffTarget(AtomicFile file);
    struct Stream;

    AtomicFile m_file;
    std::unique_ptr<Stream> m_writing;
    std::unique_ptr<Stream> m_reading;
    Handle m_tiff;
};

} // namespace nb
