// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/io/geojsonfeature.h"

#include <cstdint>
#include <memory>
#include <string>

namespace nb
{

class TextSink;

/// Streams objects as a QuPath FeatureCollection (shared/anchors/product.md section 2): coordinates rounded to 0.01 px
/// FIRST, then validated and repaired; Polygon for one part, MultiPolygon for several; a classification always with its
/// colour; .gz by extension. Written beside its target and renamed when whole. One thread at a time.
class GeoJsonFeatureWriter
{
public:
    /// `significantDigits` of measurements; 0: as many as it takes to read the same number again. Errors: NotWritable,
    /// NoSpace.
    [[nodiscard]] static Result<std::unique_ptr<GeoJsonFeatureWriter>> create(
        const std::string& path, int significantDigits = 0);
    ~GeoJsonFeatureWriter(); ///< without `finish` removes what was written

    /// A feature without an area left after rounding and without `otherGeometry` is dropped and counted. Where the id
    /// is missing, a random one (UUIDv4) is written. Errors: NoSpace, NotWritable.
    [[nodiscard]] Status write(const GeoJsonFeature& feature);
    /// Writes the end and syncs; the target stays as it was. Errors: NoSpace, NotWritable.
    [[nodiscard]] Status prepare();
    /// Prepares, unless that is done, and renames over the target. Errors: NoSpace, NotWritable.
    [[nodiscard]] Status finish();
    [[nodiscard]] std::int64_t repaired() const { return m_repaired; } ///< shapes that had to be mended after rounding
    [[nodiscard]] std::int64_t dropped() const { return m_dropped; } ///< shapes with nothing left after rounding

private:
    GeoJsonFeatureWriter(std::unique_ptr<TextSink> sink, int significantDigits);
    [[nodiscard]] bool appendGeometry(std::string& out, const GeoJsonFeature& feature);
    void appendProperties(std::string& out, const GeoJsonFeature& feature) const;

    std::unique_ptr<TextSink> m_sink;
    const int m_significantDigits;
    bool m_first = true;
    bool m_ended = false;
    std::int64_t m_repaired = 0;
    std::int64_t m_dropped = 0;
};

} // namespace nb
