// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/evaluationcsv.h"

#include "engine/io/csvtext.h"
#include "engine/io/textsink.h"

namespace nb
{

namespace
{

void appendLine(std::string& out, const std::string& name, const EvaluationCounts& c)
{
    appendCsvText(out, name);
    for (const std::int64_t count : {c.truth, c.prediction, c.matched, c.missed, c.falseDetections, c.merged, c.split})
        out += ',' + std::to_string(count);
    const EvaluationRates r = ratesOf(c);
    for (const double rate : {r.precision, r.recall, r.f1, r.dice, r.missedDetection, r.falseDetection,
             r.underSegmentation, r.overSegmentation, r.aji, r.pq, r.dq, r.sq, r.pixelDice}) {
        out += ',';
        appendCsvNumber(out, rate);
    }
    out += '\n';
}

} // namespace

Status writeEvaluationCsv(const std::string& path, const EvaluatedAreas& evaluated)
{
    const auto sink = TextSink::create(path);
    if (!sink)
        return sink.error();
    std::string& out = (*sink)->buffer();
    out += "region,truth,found,matched,missed,false,merged,split,precision,recall,f1,dice,mdr,fdr,usr,osr,aji,pq,dq,sq,"
           "pixel_dice\n";
    for (const AreaEvaluation& area : evaluated.areas)
        appendLine(out, area.name, area.counts);
    appendLine(out, evaluated.overlapping ? "all, overlaps once" : "all", evaluated.pooled);
    return (*sink)->commit();
}

} // namespace nb
