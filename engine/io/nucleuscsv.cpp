// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/nucleuscsv.h"

#include "engine/document/measurementcolumns.h"
#include "engine/io/csvtext.h"
#include "engine/io/textsink.h"
#include "engine/segment/nucleusid.h"

#include <algorithm>
#include <map>

namespace nb
{

namespace
{

constexpr std::size_t kRowsAtOnce = 1000;
constexpr int kPlaceDigits = 9; // 0.01 px on the largest slide

std::string_view originName(NucleusOrigin origin)
{
    switch (origin) {
    case NucleusOrigin::Model:
        return "model";
    case NucleusOrigin::Corrected:
        return "corrected";
    case NucleusOrigin::Drawn:
        return "drawn";
    case NucleusOrigin::Accepted:
        return "accepted";
    case NucleusOrigin::Imported:
        return "imported";
    }
    return "";
}

void appendHeader(std::string& out)
{
    out += "id,class,origin,centre_x_px,centre_y_px";
    for (const MeasurementColumn& column : measurementColumns()) {
        out += ',';
        out += column.name;
    }
    out += '\n';
}

void appendLine(std::string& out, const NucleusLine& line, const std::map<int, std::string>& classNames)
{
    out += uuidText(line.id);
    out += ',';
    const auto name = classNames.find(line.classId);
    appendCsvText(out, name == classNames.end() ? std::to_string(line.classId) : name->second);
    out += ',';
    out += originName(line.origin);
    for (const double value : {line.centre.x, line.centre.y}) {
        out += ',';
        appendCsvNumber(out, value, kPlaceDigits);
    }
    for (const MeasurementColumn& column : measurementColumns()) {
        out += ',';
        appendCsvNumber(out, line.measurements.*column.member);
    }
    out += '\n';
}

} // namespace

Result<std::int64_t> writeNucleusCsv(const std::string& path, CaseReader& reader, std::span<const NucleusRow> rows,
    std::span<const ClassRecord> classes, const CancelToken& cancel, Progress& progress)
{
    std::map<int, std::string> names;
    for (const ClassRecord& record : classes)
        names[record.id] = record.name;
    const auto sink = TextSink::create(path);
    if (!sink)
        return sink.error();
    appendHeader((*sink)->buffer());
    progress.total = static_cast<std::int64_t>(rows.size());
    std::int64_t written = 0;
    for (std::size_t from = 0; from < rows.size(); from += kRowsAtOnce) {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped before the table was written", path, ""};
        const auto lines = reader.lines(rows.subspan(from, std::min(kRowsAtOnce, rows.size() - from)));
        if (!lines)
            return lines.error();
        for (const NucleusLine& line : *lines)
            appendLine((*sink)->buffer(), line, names);
        written += static_cast<std::int64_t>(lines->size());
        if (const Status status = (*sink)->flushIfFull(); !status)
            return status.error();
        progress.done = static_cast<std::int64_t>(std::min(from + kRowsAtOnce, rows.size()));
    }
    if (const Status status = (*sink)->commit(); !status)
        return status.error();
    return written;
}

} // namespace nb
