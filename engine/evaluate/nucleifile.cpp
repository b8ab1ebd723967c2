// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/nucleifile.h"

#include "engine/evaluate/labelfileruns.h"
#include "engine/evaluate/labelimageruns.h"
#include "engine/geometry/polygonruns.h"
#include "engine/io/geojsonreader.h"
#include "engine/io/labelimage.h"
#include "engine/io/labelrows.h"
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

constexpr std::int64_t kMostHeld = 16'000'000; // pixels: 64 MB

Result<NucleiFile> openLabels(const std::string& path)
{
    {
        const auto rows = LabelRows::open(path);
        if (!rows)
            return rows.error();
        const std::int64_t width = (*rows)->width(), height = (*rows)->height();
        if (width * height > kMostHeld)
            return NucleiFile{path, LabelFile{width, height}, {}};
    }
    auto labels = readLabelImage(path);
    if (!labels)
        return labels.error();
    return NucleiFile{path, std::move(*labels), {}};
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
    try {
        if (!isGeoJsonName(path))
            return openLabels(path);
        return readOutlines(path, cancel);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory for the nuclei", path, "Close other programs"};
    }
}

std::optional<Rect> frameOf(const NucleiFile& file)
{
    if (const auto* const image = std::get_if<LabelImage>(&file.nuclei))
        return Rect{0, 0, image->width, image->height};
    if (const auto* const kept = std::get_if<LabelFile>(&file.nuclei))
        return Rect{0, 0, kept->width, kept->height};
    return {};
}

Result<std::unique_ptr<LabelRuns>> runsOf(const NucleiFile& file)
{
    if (const auto* const labels = std::get_if<LabelImage>(&file.nuclei))
        return std::unique_ptr<LabelRuns>(std::make_unique<LabelImageRuns>(*labels));
    if (std::holds_alternative<LabelFile>(file.nuclei)) {
        auto runs = LabelFileRuns::open(file.path);
        if (!runs)
            return runs.error();
        return std::unique_ptr<LabelRuns>(std::move(*runs));
    }
    auto polygons = PolygonRuns::create(std::get<std::vector<MultiPolygon>>(file.nuclei));
    if (!polygons) {
        Error error = polygons.error();
        error.path = file.path;
        return error;
    }
    return std::unique_ptr<LabelRuns>(std::make_unique<PolygonRuns>(std::move(*polygons)));
}

Result<Evaluation> evaluate(const NucleiFile& truth, const NucleiFile& prediction, const CancelToken& cancel)
{
    const auto named = [&prediction](Error error) {
        if (error.path.empty())
            error.path = prediction.path;
        return error;
    };
    try {
        const auto truthFrame = frameOf(truth), predictionFrame = frameOf(prediction);
        if (truthFrame && predictionFrame)
            if (Status same = sameSize(*truthFrame, *predictionFrame); !same)
                return named(same.error());
        const auto truthRuns = runsOf(truth), predictionRuns = runsOf(prediction);
        if (!truthRuns)
            return truthRuns.error();
        if (!predictionRuns)
            return predictionRuns.error();
        auto evaluation = evaluate(**truthRuns, **predictionRuns, truthFrame ? truthFrame : predictionFrame, cancel);
        return evaluation ? evaluation : named(evaluation.error());
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::OutOfMemory, "Not enough memory to compare the nuclei", prediction.path, "Close other programs"};
    }
}

} // namespace nb
