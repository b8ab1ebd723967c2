// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/nucleifile.h"

#include "engine/evaluate/labelimageruns.h"
#include "engine/geometry/polygonruns.h"
#include "engine/io/geojsonreader.h"
#include "engine/io/labelimage.h"
#include "engine/io/nucleusrule.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <new>

namespace nb
{

namespace
{

/// Sorts the features of a GeoJSON into nuclei and what else people draw.
class NucleiCollector
{
public:
    void add(GeoJsonFeature&& feature)
    {
        const NucleusRule::Verdict verdict = m_rule.see(feature);
        if (verdict != NucleusRule::Verdict::Nucleus && verdict != NucleusRule::Verdict::Annotation)
            return;
        MultiPolygon shape = std::move(feature.nucleusShape.empty() ? feature.shape : feature.nucleusShape);
        const bool sure = verdict == NucleusRule::Verdict::Nucleus;
        m_found.push_back({std::move(shape), sure ? std::string() : feature.className, sure});
    }
    [[nodiscard]] std::vector<MultiPolygon> nuclei() &&
    {
        std::vector<MultiPolygon> nuclei;
        for (Found& found : m_found)
            if (found.sure || m_rule.isNucleus(found.className))
                nuclei.push_back(std::move(found.shape));
        return nuclei;
    }

private:
    struct Found {
        MultiPolygon shape;
        std::string className;
        bool sure = false;
    };
    std::vector<Found> m_found;
    NucleusRule m_rule;
};

Result<NucleiFile> readOutlines(const std::string& path, const CancelToken& cancel)
{
    NucleiCollector collector;
    auto summary = readGeoJson(
        path,
        [&collector](GeoJsonFeature&& feature) {
            collector.add(std::move(feature));
            return true;
        },
        cancel);
    if (!summary)
        return summary.error();
    if (summary->broken)
        return *summary->broken;
    return NucleiFile{path, std::move(collector).nuclei(), summary->complaint()};
}

/// The nuclei as rows, and their frame where that is fixed.
struct Rows {
    std::unique_ptr<LabelRuns> runs;
    std::optional<Rect> frame;
};

Result<Rows> rowsOf(const NucleiFile& file)
{
    if (const auto* const labels = std::get_if<LabelImage>(&file.nuclei)) {
        Rows rows{std::make_unique<LabelImageRuns>(*labels), {}};
        rows.frame = rows.runs->frame();
        return rows;
    }
    auto polygons = PolygonRuns::create(std::get<std::vector<MultiPolygon>>(file.nuclei));
    if (!polygons) {
        Error error = polygons.error();
        error.path = file.path;
        return error;
    }
    return Rows{std::make_unique<PolygonRuns>(std::move(*polygons)), {}};
}

} // namespace

bool isGeoJsonName(const std::string& path)
{
    std::string name = path;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name.ends_with(".geojson") || name.ends_with(".json") || name.ends_with(".geojson.gz")
        || name.ends_with(".json.gz") || name.ends_with(".zip");
}

Result<NucleiFile> readNuclei(const std::string& path, const CancelToken& cancel)
{
    if (!isGeoJsonName(path)) {
        auto labels = readLabelImage(path);
        if (!labels)
            return labels.error();
        return NucleiFile{path, std::move(*labels), {}};
    }
    try {
        return readOutlines(path, cancel);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory for the nuclei", path, "Close other programs"};
    }
}

Result<Evaluation> evaluate(const NucleiFile& truth, const NucleiFile& prediction, const CancelToken& cancel)
{
    try {
        const auto truthRows = rowsOf(truth), predictionRows = rowsOf(prediction);
        if (!truthRows)
            return truthRows.error();
        if (!predictionRows)
            return predictionRows.error();
        auto evaluation = truthRows->frame && predictionRows->frame
            ? evaluate(std::get<LabelImage>(truth.nuclei), std::get<LabelImage>(prediction.nuclei), cancel)
            : evaluate(*truthRows->runs, *predictionRows->runs,
                truthRows->frame ? truthRows->frame : predictionRows->frame, cancel);
        if (evaluation)
            return evaluation;
        Error error = evaluation.error();
        error.path = prediction.path;
        return error;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::OutOfMemory, "Not enough memory to compare the nuclei", prediction.path, "Close other programs"};
    }
}

} // namespace nb
