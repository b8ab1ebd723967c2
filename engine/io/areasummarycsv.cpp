// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/areasummarycsv.h"

#include "engine/io/csvtext.h"
#include "engine/io/textsink.h"

namespace nb
{

Status writeAreaSummaryCsv(const std::string& path, std::span<const AreaSummary> summaries,
    std::span<const ClassRecord> classes, const std::vector<std::string>& columns, const std::string& wholeSlide)
{
    const auto sink = TextSink::create(path);
    if (!sink)
        return sink.error();
    std::string& out = (*sink)->buffer();
    out += "region,area_mm2,nuclei,nuclei_per_mm2";
    for (const ClassRecord& record : classes) {
        out += ',';
        appendCsvText(out, "share " + record.name);
    }
    for (const std::string& column : columns)
        out += ",median_" + column;
    out += '\n';
    for (const AreaSummary& summary : summaries) {
        appendCsvText(out, summary.region ? summary.name : wholeSlide);
        out += ',';
        appendCsvNumber(out, summary.areaMm2);
        out += ',' + std::to_string(summary.nuclei) + ',';
        appendCsvNumber(out, summary.density());
        for (const ClassRecord& record : classes) {
            out += ',';
            appendCsvNumber(out, summary.share(record.id));
        }
        for (const double median : summary.medians) {
            out += ',';
            appendCsvNumber(out, median);
        }
        out += '\n';
    }
    return (*sink)->commit();
}

} // namespace nb
