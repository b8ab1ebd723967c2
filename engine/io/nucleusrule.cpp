// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/nucleusrule.h"

#include "engine/io/provenancenames.h"

#include <algorithm>

namespace nb
{

const std::string* metadataOf(const GeoJsonFeature& feature, std::string_view key)
{
    const auto found = std::find_if(
        feature.metadata.begin(), feature.metadata.end(), [key](const auto& entry) { return entry.first == key; });
    return found == feature.metadata.end() ? nullptr : &found->second;
}

NucleusRule::Verdict NucleusRule::see(const GeoJsonFeature& feature)
{
    if (nucleusShapeOf(feature).empty())
        return Verdict::Other;
    if (feature.object == GeoJsonObject::Detection || feature.object == GeoJsonObject::Cell) {
        m_classes.insert(feature.className);
        return Verdict::Nucleus;
    }
    if (feature.object != GeoJsonObject::Annotation)
        return Verdict::Other;
    if (const std::string* const role = metadataOf(feature, kRegionKey); role && placeOf(kRoleNames, *role))
        return Verdict::Region;
    const std::string* const origin = metadataOf(feature, kOriginKey);
    if (!origin || !placeOf(kOriginNames, *origin))
        return Verdict::Annotation;
    m_classes.insert(feature.className);
    return Verdict::Nucleus;
}

} // namespace nb
