// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/casegeojson.h"

#include "engine/exchange/casefeature.h"
#include "engine/io/geojsonfeaturewriter.h"

#include <map>

namespace nb
{

namespace
{

std::map<int, ClassRecord> byId(const std::vector<ClassRecord>& classes)
{
    std::map<int, ClassRecord> map;
    for (const ClassRecord& record : classes)
        map[record.id] = record;
    return map;
}

} // namespace

Result<CaseExportSummary> exportGeoJson(CaseReader& reader, const CaseChoice& choice, const std::string& path,
    bool asAnnotations, const CancelToken& cancel, Progress& progress)
{
    const auto snapshot = reader.snapshot();
    if (!snapshot)
        return snapshot.error();
    const auto runs = reader.runs();
    if (!runs)
        return runs.error();
    auto writer = GeoJsonFeatureWriter::create(path);
    if (!writer)
        return writer.error();
    const auto classes = byId(choice.classes);
    const auto classOf = [&classes](int id) {
        const auto found = classes.find(id);
        return found == classes.end() ? nullptr : &found->second;
    };
    NucleusFeatureOptions options{
        asAnnotations, pixelSizeProvenance(choice.slide.pixelSize, choice.slide.pixelSizeOrigin), {}};
    for (const RunRecord& run : *runs)
        options.runs[run.id] = runProvenance(run.settings, run.started);
    CaseExportSummary summary;
    Status done;
    for (std::size_t i = 0; done && i < choice.regions.size(); ++i) {
        const RegionRecord& region = choice.regions[i];
        done = (*writer)->write(featureOf(region, region.classId ? classOf(*region.classId) : nullptr));
        ++summary.regions;
    }
    if (done)
        done = visitChosen(reader, choice, path, cancel, progress, [&](const NucleusRecord& nucleus) {
            static const ClassRecord kUnknown{0, "Unknown class", 0x808080, ""};
            const ClassRecord* const ofClass = classOf(nucleus.classId);
            ++summary.nuclei;
            return (*writer)->write(featureOf(nucleus, ofClass ? *ofClass : kUnknown, options));
        });
    if (done)
        done = (*writer)->finish();
    if (!done)
        return done.error();
    summary.repaired = (*writer)->repaired();
    summary.dropped = (*writer)->dropped();
    summary.nuclei -= summary.dropped;
    return summary;
}

} // namespace nb
