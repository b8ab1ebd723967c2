// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/io/geojsonfeature.h"

#include <set>
#include <string>

namespace nb
{

/// Tells nuclei from what else people draw on a slide, the same way everywhere: detections and cells are nuclei, and so
/// are annotations of the same class as one of those (a corrected nucleus). Annotations that say what they are
/// (metadata that Nucleoscope writes) are taken at their word. In a file without any such nuclei, all annotations with
/// an area are. One thread at a time.
class NucleusRule
{
public:
    enum class Verdict {
        Nucleus,
        Annotation, ///< `isNucleus` of its class says, once all of the file has been seen
        Region, ///< says of itself that it is one
        Other ///< tiles, cores, the root; what has no area
    };
    [[nodiscard]] Verdict see(const GeoJsonFeature& feature);
    /// Of an Annotation, after everything was seen.
    [[nodiscard]] bool isNucleus(const std::string& className) const
    {
        return m_classes.empty() || m_classes.contains(className);
    }

private:
    std::set<std::string> m_classes; ///< of detections
};

/// The outline that counts: of a cell its nucleus, where it has one.
[[nodiscard]] inline const MultiPolygon& nucleusShapeOf(const GeoJsonFeature& feature)
{
    return feature.nucleusShape.empty() ? feature.shape : feature.nucleusShape;
}

/// The value of a metadata entry; null where there is none.
[[nodiscard]] const std::string* metadataOf(const GeoJsonFeature& feature, std::string_view key);

} // namespace nb
