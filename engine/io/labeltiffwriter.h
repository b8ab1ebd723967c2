// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/result.h"
#include "engine/geometry/shapes.h"
#include "engine/io/atomicfile.h"
#include "engine/slide/slidesource.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace nb
{

class TiffTarget;

/// Writes a label image of the whole slide: one channel of 32-bit unsigned, tiled, deflate, BigTIFF where it may pass
/// 4 GB. Pixel (i,j) is n where the n-th ring that was added (counted from 1; level-0 pixels) contains its centre
/// (i+0.5, j+0.5), by the even-odd rule; where rings overlap the earlier has it; 0 elsewhere. Parts of rings outside of
/// the picture are cut off. Memory: a tile, and 8 bytes per ring and per tile that a ring touches; the rings' pixels
/// wait in a nameless file beside the target. Meant for nuclei: a ring is read anew for every tile that it touches. One
/// thread at a time.
class LabelTiffWriter
{
public:
    /// Errors: Invalid (size), NotWritable, NoSpace.
    [[nodiscard]] static Result<std::unique_ptr<LabelTiffWriter>> create(
        const std::string& path, std::int64_t width, std::int64_t height, const PixelSize& pixelSize);
    /// Of that part of the slide (level-0 pixels), which becomes the picture; shapes are still given in pixels of the
    /// slide.
    [[nodiscard]] static Result<std::unique_ptr<LabelTiffWriter>> create(
        const std::string& path, const Rect& area, const PixelSize& pixelSize);
    ~LabelTiffWriter(); ///< without `finish` removes what was written
    LabelTiffWriter(const LabelTiffWriter&) = delete;
    LabelTiffWriter& operator=(const LabelTiffWriter&) = delete;

    /// Errors: NoSpace, NotWritable, Invalid (more rings than labels).
    [[nodiscard]] Status add(const Ring& ring);
    /// All parts have the same label, holes have none.
    [[nodiscard]] Status add(const MultiPolygon& shape);
    /// Writes the picture and syncs; the target stays as it was. Errors: NoSpace, NotWritable, Cancelled.
    [[nodiscard]] Status prepare(const CancelToken& cancel);
    /// Prepares, unless that is done, and renames over the target.
    [[nodiscard]] Status finish(const CancelToken& cancel);

private:
    /// Pixels [left, right) of row y.
    struct Run {
        std::int32_t y = 0;
        std::int32_t left = 0;
        std::int32_t right = 0;
    };
    struct Touch {
        std::uint32_t tile = 0;
        std::uint32_t label = 0;
    };
    LabelTiffWriter(const Rect& picture, std::unique_ptr<TiffTarget> target, AtomicFile spill);
    void addTouches(const Rect& bounds);
    [[nodiscard]] Status spill();
    [[nodiscard]] Status readRuns(std::uint32_t label);
    [[nodiscard]] Status writeTiles(const CancelToken& cancel);
    [[nodiscard]] Status fillTile(std::size_t firstTouch, std::size_t endTouch, const Rect& area, LabelImage& tile);

    const Rect m_picture; ///< of the slide
    const std::int64_t m_columns; ///< of tiles
    const std::int64_t m_rows;
    std::unique_ptr<TiffTarget> m_target;
    AtomicFile m_spill; ///< the runs of all rings, one after another; never committed
    std::vector<Run> m_pending; ///< not yet in the spill
    std::vector<std::uint64_t> m_begin{0}; ///< those of label n are [m_begin[n - 1], m_begin[n])
    std::vector<Touch> m_touches;
    std::vector<Run> m_runs; ///< of the label under way
    bool m_prepared = false;
};

} // namespace nb
