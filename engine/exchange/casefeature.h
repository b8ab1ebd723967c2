// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/runprovenance.h"
#include "engine/io/geojsonfeature.h"

#include <map>

namespace nb
{

/// What is written with every nucleus of a case.
struct NucleusFeatureOptions {
    bool asAnnotations = false; ///< all nuclei, to edit them in QuPath; else only what a person corrected or drew
    MetadataEntries pixelSize; ///< pixelSizeProvenance of the slide
    std::map<std::int64_t, MetadataEntries> runs; ///< runProvenance of each run of the case
};

// Records of a case as objects of QuPath's GeoJSON and back. There and back gives the same record: what GeoJSON has no
// place for goes into metadata (engine/io/provenancenames.h), the model's outline of a corrected nucleus into a member
// of its own ("nucleoscope", which QuPath drops); what a case has no place for is kept in the record's `extra`, which
// is the text of a GeoJSON feature. Any thread.

[[nodiscard]] GeoJsonFeature featureOf(
    const NucleusRecord& record, const ClassRecord& ofClass, const NucleusFeatureOptions& options);
/// `ofClass`: null where the region has none.
[[nodiscard]] GeoJsonFeature featureOf(const RegionRecord& region, const ClassRecord* ofClass);

/// Whether a case wrote it, rather than `segment` or another program.
[[nodiscard]] bool isOfCase(const GeoJsonFeature& feature);

/// Without id, class and shape, which need the case; an object of another program becomes Imported.
[[nodiscard]] NucleusRecord nucleusRecordOf(GeoJsonFeature&& feature);
/// Likewise.
[[nodiscard]] RegionRecord regionRecordOf(GeoJsonFeature&& feature);

} // namespace nb
