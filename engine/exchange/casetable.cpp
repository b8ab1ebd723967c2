// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/casetable.h"

#include "engine/geometry/polygon.h"
#include "engine/io/labeltiffwriter.h"
#include "engine/io/nucleuscsv.h"

namespace nb
{

namespace
{

Rect frameOf(const CaseChoice& choice)
{
    const Rect slide{0, 0, choice.slide.width, choice.slide.height};
    if (!choice.onlyRegions || choice.onlyRows)
        return slide;
    MultiPolygon all;
    for (const RegionRecord& region : choice.regions)
        all.insert(all.end(), region.shape.begin(), region.shape.end());
    return boundsOf(all).intersected(slide);
}

} // namespace

Result<std::int64_t> exportCsv(CaseReader& reader, const CaseChoice& choice, const std::string& path,
    const CancelToken& cancel, Progress& progress)
{
    const auto snapshot = reader.snapshot();
    if (!snapshot)
        return snapshot.error();
    const auto rows = chosenRows(reader, choice);
    if (!rows)
        return rows.error();
    return writeNucleusCsv(path, reader, *rows, choice.classes, cancel, progress);
}

Result<std::int64_t> exportLabels(CaseReader& reader, const CaseChoice& choice, const std::string& path,
    const CancelToken& cancel, Progress& progress)
{
    const auto writer = LabelTiffWriter::create(path, frameOf(choice), choice.slide.pixelSize);
    if (!writer)
        return writer.error();
    const auto snapshot = reader.snapshot();
    if (!snapshot)
        return snapshot.error();
    std::int64_t nuclei = 0;
    Status done = visitChosen(reader, choice, path, cancel, progress, [&](const NucleusRecord& nucleus) {
        ++nuclei;
        return (*writer)->add(nucleus.shape);
    });
    if (done)
        done = (*writer)->finish(cancel);
    if (!done)
        return done.error();
    return nuclei;
}

} // namespace nb
