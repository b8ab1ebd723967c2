// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/geometry/labelruns.h"

#include <cstddef>
#include <span>

namespace nb
{

/// Polygons as pixels: a pixel belongs to the shape that its centre lies in (even-odd rule, `contains`' convention at
/// edges, so that shapes side by side share no pixel and leave none). Where shapes overlap the earlier keeps the pixel.
/// Shape i has label i+1. Holds only what the current row needs; a row costs its crossings. One thread at a time.
class PolygonRuns : public LabelRuns
{
public:
    /// Furthest coordinate from 0 that `create` takes, pixels: beyond any slide. GeoJSON is read up to there, too.
    static constexpr double kFurthest = 4e6;

    /// `shapes` have to outlive the result. Errors: Invalid (a coordinate that is not finite or beyond kFurthest, more
    /// shapes than labels).
    [[nodiscard]] static Result<PolygonRuns> create(std::span<const MultiPolygon> shapes);

    [[nodiscard]] Rect frame() const override { return m_frame; }
    void row(std::int64_t y, std::vector<LabelRun>& runs) override;

private:
    /// A part of a shape, by the rows whose centres it may hold.
    struct Part {
        const Polygon* polygon = nullptr;
        std::uint32_t label = 0;
        std::int64_t firstRow = 0;
        std::int64_t lastRow = 0;
    };
    /// Crosses the centre lines of rows [firstRow, endRow); its upper end first, so that neighbours that share it
    /// compute the same crossings.
    struct Edge {
        Point upper;
        Point lower;
        std::int64_t firstRow = 0;
        std::int64_t endRow = 0;
    };
    struct ActivePart {
        std::uint32_t label = 0;
        std::int64_t lastRow = 0;
        std::vector<Edge> edges; ///< by firstRow
        std::size_t begun = 0; ///< edges before this one began at or above the row
        std::vector<std::size_t> crossing; ///< those of the begun edges that have not ended
    };
    PolygonRuns() = default;
    [[nodiscard]] static ActivePart activate(const Part& part);
    void addRuns(ActivePart& part, std::int64_t y, std::vector<LabelRun>& runs);

    std::vector<Part> m_parts; ///< by firstRow
    std::size_t m_next = 0; ///< first part that is not active yet
    std::vector<ActivePart> m_active;
    std::vector<double> m_crossings; ///< of the part and row under way
    Rect m_frame;
};

/// The part of `shapes` within `area` as a label image: pixel (0,0) is the area's first. Shape i has label i+1. Errors:
/// as PolygonRuns::create.
[[nodiscard]] Result<LabelImage> rasterize(std::span<const MultiPolygon> shapes, const Rect& area);

} // namespace nb
