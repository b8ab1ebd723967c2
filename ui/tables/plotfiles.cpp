// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/plotfiles.h"

#include "engine/io/csvtext.h"
#include "engine/io/textsink.h"

namespace nb
{

namespace
{

constexpr std::size_t kRowsPerLook = 4096;

void appendHeader(std::string& out, const std::vector<std::string>& names)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        out += i > 0 ? "," : "";
        appendCsvText(out, names[i]);
    }
    out += '\n';
}

} // namespace

Status writeBinsCsv(const std::string& path, const HistogramBins& bins, const std::vector<std::string>& series)
{
    const auto sink = TextSink::create(path);
    if (!sink)
        return sink.error();
    std::string& out = (*sink)->buffer();
    std::vector<std::string> names{"from", "to"};
    names.insert(names.end(), series.begin(), series.end());
    names.emplace_back("chosen");
    appendHeader(out, names);
    for (std::size_t bin = 0; bin < bins.chosen.size(); ++bin) {
        appendCsvNumber(out, bins.least + static_cast<double>(bin) * bins.width);
        out += ',';
        appendCsvNumber(out, bins.least + static_cast<double>(bin + 1) * bins.width);
        for (const auto& counts : bins.counts)
            out += ',' + std::to_string(counts[bin]);
        out += ',' + std::to_string(bins.chosen[bin]) + '\n';
    }
    return (*sink)->commit();
}

Status writePointsCsv(const std::string& path, const PlotPoints& points, const std::vector<std::string>& columns,
    const std::map<int, std::string>& classNames, const CancelToken& cancel, Progress& progress)
{
    const auto sink = TextSink::create(path);
    if (!sink)
        return sink.error();
    std::string& out = (*sink)->buffer();
    std::vector<std::string> names{"class"};
    names.insert(names.end(), columns.begin(), columns.end());
    appendHeader(out, names);
    progress.total = static_cast<std::int64_t>(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto name = classNames.find(points.classes[i]);
        appendCsvText(out, name == classNames.end() ? std::to_string(points.classes[i]) : name->second);
        out += ',';
        appendCsvNumber(out, points.x[i]);
        if (!points.y.empty()) {
            out += ',';
            appendCsvNumber(out, points.y[i]);
        }
        out += '\n';
        if (i % kRowsPerLook != 0)
            continue;
        progress.done = static_cast<std::int64_t>(i);
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped before the table was written", path, ""};
        if (Status status = (*sink)->flushIfFull(); !status)
            return status;
    }
    return (*sink)->commit();
}

} // namespace nb
