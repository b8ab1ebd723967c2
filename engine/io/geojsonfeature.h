// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"
#include "engine/segment/nucleus.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nb
{

enum class GeoJsonObject { Annotation, Detection, Cell, Tile, TmaCore, Root };

/// One object of QuPath's GeoJSON dialect (shared/anchors/product.md section 2). Whatever the reader does not know is
/// kept as raw JSON and written again in its place, so that nothing is lost on a round trip.
struct GeoJsonFeature {
    using Rgb = std::array<int, 3>; ///< 0..255 each

    std::int64_t number = 0; ///< in the file it was read from, counted from 1, child objects after their parents
    GeoJsonObject object = GeoJsonObject::Annotation;
    std::optional<Uuid> id;
    MultiPolygon shape; ///< level-0 pixels, rings not closed by repeating; empty where `otherGeometry` is used
    MultiPolygon nucleusShape; ///< of cells; may be empty
    bool isEllipse = false; ///< QuPath drew it as an ellipse
    std::string otherGeometry; ///< raw JSON of points and lines, which have no area; written back as it is
    std::string name;
    std::optional<Rgb> color; ///< of the object itself
    std::string className; ///< empty: no classification; derived classes as QuPath names them, "A: B"
    std::optional<Rgb> classColor; ///< written with the name always; a grey where it is missing, because QuPath insists
    bool locked = false;
    bool missing = false; ///< of TMA cores
    std::vector<std::pair<std::string, double>> measurements; ///< in the file's order; not finite: written as strings
    std::vector<std::pair<std::string, std::string>> metadata;

    /// Raw members that are not ours, `"key":value` separated by commas, of: the feature, its properties, its geometry
    /// (`plane` is one). Each is valid JSON.
    std::string otherMembers;
    std::string otherProperties;
    std::string otherGeometryMembers;
};

} // namespace nb
