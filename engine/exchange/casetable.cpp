// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/casetable.h"

#include "engine/geometry/polygon.h"
#include "engine/io/csvtext.h"
#include "engine/io/labeltiffwriter.h"
#include "engine/io/nucleusmeasurementnames.h"
#include "engine/io/provenancenames.h"
#include "engine/io/textsink.h"
#include "engine/segment/nucleusid.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace nb
{

namespace
{

/// Every chosen nucleus, until `visit` fails.
Status eachChosen(CaseReader& reader, const CaseChoice& choice, const std::string& path, const CancelToken& cancel,
    Progress& progress, const std::function<Status(const NucleusRecord&)>& visit)
{
    const auto snapshot = reader.snapshot();
    if (!snapshot)
        return snapshot.error();
    const auto rows = chosenRows(reader, choice);
    if (!rows)
        return rows.error();
    progress.total = static_cast<std::int64_t>(rows->size());
    for (const NucleusRow row : *rows) {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped", path, ""};
        const auto record = reader.nucleus(row);
        if (!record)
            return record.error();
        if (*record)
            if (Status status = visit(**record); !status)
                return status;
        progress.done.fetch_add(1, std::memory_order_relaxed);
    }
    return {};
}

std::string headerLine()
{
    std::string line(kCsvBegin);
    line += "Id,Name,Class,Origin,Centroid X px,Centroid Y px,Centroid X µm,Centroid Y µm";
    for (const NucleusMeasurementName& name : kNucleusMeasurementNames) {
        line += ',';
        appendCsvText(line, name.name);
    }
    return line + ",Model,Changed by,Changed at\r\n";
}

void appendLine(std::string& out, const NucleusRecord& n, const CaseChoice& choice)
{
    const auto ofClass = std::find_if(choice.classes.begin(), choice.classes.end(),
        [&n](const ClassRecord& record) { return record.id == n.classId; });
    const auto text = [&out](std::string_view cell) {
        out += ',';
        appendCsvText(out, cell);
    };
    const auto number = [&out](double value) {
        out += ',';
        appendCsvNumber(out, value);
    };
    out += uuidText(n.id);
    text(n.name);
    text(ofClass == choice.classes.end() ? std::string() : ofClass->name);
    text(kOriginNames[static_cast<std::size_t>(n.origin)]);
    const Point centre = n.shape.empty() ? Point() : centroid(n.shape.front().shell);
    const auto rounded = [](double value) { return std::round(value * 100) / 100; };
    number(rounded(centre.x));
    number(rounded(centre.y));
    const bool known = choice.slide.pixelSize.plausible();
    number(known ? rounded(centre.x * choice.slide.pixelSize.x) : std::nan(""));
    number(known ? rounded(centre.y * choice.slide.pixelSize.y) : std::nan(""));
    for (const NucleusMeasurementName& name : kNucleusMeasurementNames)
        number(n.measurements.*name.value);
    text(n.modelHash);
    text(n.changedBy);
    text(n.changedAt);
    out += "\r\n";
}

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
    const auto sink = TextSink::create(path);
    if (!sink)
        return sink.error();
    (*sink)->buffer() += headerLine();
    std::int64_t lines = 0;
    Status done = eachChosen(reader, choice, path, cancel, progress, [&](const NucleusRecord& nucleus) {
        appendLine((*sink)->buffer(), nucleus, choice);
        ++lines;
        return (*sink)->flushIfFull();
    });
    if (done)
        done = (*sink)->commit();
    if (!done)
        return done.error();
    return lines;
}

Result<std::int64_t> exportLabels(CaseReader& reader, const CaseChoice& choice, const std::string& path,
    const CancelToken& cancel, Progress& progress)
{
    const auto writer = LabelTiffWriter::create(path, frameOf(choice), choice.slide.pixelSize);
    if (!writer)
        return writer.error();
    std::int64_t nuclei = 0;
    Status done = eachChosen(reader, choice, path, cancel, progress, [&](const NucleusRecord& nucleus) {
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
