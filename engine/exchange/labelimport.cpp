// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/labelimport.h"

#include "engine/evaluate/labelimageruns.h"
#include "engine/exchange/featureintake.h"
#include "engine/geometry/contour.h"
#include "engine/geometry/polygon.h"
#include "engine/io/labelimage.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <opencv2/imgproc.hpp>

namespace nb
{

namespace
{

constexpr std::int64_t kWidest = 1024; // image pixels

std::string sizeText(std::int64_t width, std::int64_t height)
{
    return std::to_string(width) + " x " + std::to_string(height);
}

/// Where each number is.
Result<std::map<std::uint32_t, Rect>> boxesOf(const LabelImage& labels, const CancelToken& cancel)
{
    std::map<std::uint32_t, Rect> boxes;
    LabelImageRuns rows(labels);
    std::vector<LabelRun> runs;
    for (int y = 0; y < labels.height; ++y) {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped", "", ""};
        rows.row(y, runs);
        for (const LabelRun& run : runs) {
            const auto [entry, fresh] = boxes.try_emplace(run.label, Rect{run.x, y, run.end - run.x, 1});
            Rect& box = entry->second;
            const std::int64_t left = std::min(box.x, run.x), right = std::max(box.right(), run.end);
            box = {left, box.y, right - left, y + 1 - box.y};
        }
    }
    return boxes;
}

/// The outline of one number, level-0 pixels.
MultiPolygon shapeOf(const LabelImage& labels, std::uint32_t label, const Rect& box, const Rect& area)
{
    const auto width = static_cast<int>(box.width), height = static_cast<int>(box.height);
    cv::Mat mask(height, width, CV_8U);
    for (int y = 0; y < height; ++y) {
        const std::uint32_t* const from = labels.row(static_cast<int>(box.y) + y) + box.x;
        std::uint8_t* const to = mask.ptr(y);
        for (int x = 0; x < width; ++x)
            to[x] = from[x] == label;
    }
    cv::Mat parts, boxes, middles;
    const int count = cv::connectedComponentsWithStats(mask, parts, boxes, middles, 4, CV_32S);
    MultiPolygon shape;
    for (int part = 1; part < count; ++part) {
        const int* const stats = boxes.ptr<int>(part);
        const int left = stats[cv::CC_STAT_LEFT], top = stats[cv::CC_STAT_TOP];
        Plane<std::uint8_t> alone(stats[cv::CC_STAT_WIDTH], stats[cv::CC_STAT_HEIGHT]);
        for (int y = 0; y < alone.height; ++y)
            for (int x = 0; x < alone.width; ++x)
                alone.at(x, y) = parts.at<int>(top + y, left + x) == part;
        Ring ring = outlineOf(alone);
        for (Point& p : ring)
            p = {p.x + static_cast<double>(area.x + box.x + left), p.y + static_cast<double>(area.y + box.y + top)};
        if (ring.size() >= 3)
            shape.push_back({std::move(ring), {}});
    }
    return shape;
}

} // namespace

Result<Rect> areaOfLabels(int width, int height, const SlideIdentity& slide, const std::vector<RegionRecord>& regions,
    const std::string& path)
{
    if (width == slide.width && height == slide.height)
        return Rect{0, 0, width, height};
    std::vector<Rect> fitting;
    for (const RegionRecord& region : regions) {
        const Rect box = boundsOf(region.shape);
        if (box.width == width && box.height == height
            && std::find(fitting.begin(), fitting.end(), box) == fitting.end())
            fitting.push_back(box);
    }
    if (fitting.size() == 1)
        return fitting.front();
    const std::string size = sizeText(width, height) + " px";
    if (fitting.empty())
        return Error{ErrorCode::Invalid,
            "The label image is " + size + ", but the slide is " + sizeText(slide.width, slide.height)
                + " px and no region of it is of the image's size",
            path, "Export it at the slide's full resolution, or draw the region that it shows"};
    return Error{ErrorCode::Invalid, "The label image is " + size + ", and several regions are of that size", path,
        "Keep only the region that it shows, and import it again"};
}

Result<CaseImportSummary> importLabelsIntoCase(DocumentThread& document, const std::string& path,
    const std::string& author, const CancelToken& cancel, Progress& progress)
{
    const auto labels = readLabelImage(path);
    if (!labels)
        return labels.error();
    const auto slide = document.ask([](CaseDocument& open) { return open.slide(); }).get();
    const auto regions = document.ask([](CaseDocument& open) { return open.edits().regions(); }).get();
    if (!slide || !regions)
        return slide ? regions.error() : slide.error();
    const auto area = areaOfLabels(labels->width, labels->height, *slide, *regions, path);
    if (!area)
        return area.error();
    const auto boxes = boxesOf(*labels, cancel);
    if (!boxes)
        return Error{boxes.error().code, boxes.error().what, path, ""};
    progress.total = static_cast<std::int64_t>(boxes->size());
    const auto intake
        = CaseIntake::begin(document, "Imported " + std::filesystem::path(path).filename().string(), author);
    if (!intake)
        return intake.error();
    FeatureIntake features(**intake, *slide, author);
    CaseImportSummary summary;
    for (const auto& [label, box] : *boxes) {
        if (cancel.cancelled())
            return takenBack(**intake, {ErrorCode::Cancelled, "Stopped", path, ""});
        GeoJsonFeature feature;
        feature.object = GeoJsonObject::Detection;
        feature.number = label;
        if (box.width > kWidest || box.height > kWidest) {
            features.skip(label, "it is spread wider than 1,024 px, as no nucleus is");
            continue;
        }
        feature.shape = shapeOf(*labels, label, box, *area);
        if (!features.take(std::move(feature)))
            return takenBack(**intake, features.failure().error());
        progress.done.fetch_add(1, std::memory_order_relaxed);
        progress.nuclei.store((*intake)->nuclei(), std::memory_order_relaxed);
    }
    if (Status done = (*intake)->finish(); !done)
        return takenBack(**intake, done.error());
    features.report(summary);
    return summary;
}

} // namespace nb
