// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/labelimport.h"

#include "engine/exchange/featureintake.h"
#include "engine/geometry/contour.h"
#include "engine/geometry/labelruns.h"
#include "engine/geometry/polygon.h"
#include "engine/io/labelrows.h"

#include <algorithm>
#include <filesystem>
#include <opencv2/imgproc.hpp>
#include <set>
#include <unordered_map>
#include <utility>

namespace nb
{

namespace
{

constexpr std::int64_t kWidest = 1024; // image pixels
constexpr std::int64_t kNucleusBytes = 600; // in a case
constexpr std::size_t kMostLabels = 5'000'000; // a slide has a million nuclei

std::string sizeText(std::int64_t width, std::int64_t height)
{
    return std::to_string(width) + " x " + std::to_string(height);
}

struct Place {
    Rect box;
    bool tooWide() const { return box.width > kWidest || box.height > kWidest; }
};
using Places = std::unordered_map<std::uint32_t, Place>;

/// Calls `visitor(y, runs)` for every row, from the top.
template <class Visitor>
Status visitRows(LabelRows& rows, const CancelToken& cancel, Progress& progress, Visitor visitor)
{
    std::vector<LabelRun> runs;
    for (int y = 0; y < rows.height(); ++y) {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped", "", ""};
        const auto row = rows.next();
        if (!row)
            return row.error();
        runsOfLabels(*row, runs);
        if (Status status = visitor(y, std::as_const(runs)); !status)
            return status;
        progress.done.fetch_add(1, std::memory_order_relaxed);
    }
    return {};
}

/// Where each number is.
Result<Places> placesOf(const std::string& path, const CancelToken& cancel, Progress& progress)
{
    const auto rows = LabelRows::open(path);
    if (!rows)
        return rows.error();
    Places places;
    const Status done = visitRows(**rows, cancel, progress, [&](std::int64_t y, const std::vector<LabelRun>& runs) {
        for (const LabelRun& run : runs) {
            Rect& box = places.try_emplace(run.label, Place{{run.x, y, run.end - run.x, 1}}).first->second.box;
            const std::int64_t left = std::min(box.x, run.x), right = std::max(box.right(), run.end);
            box = {left, box.y, right - left, y + 1 - box.y};
        }
        if (places.size() <= kMostLabels)
            return Status();
        return Status(Error{ErrorCode::TooLarge, "The label image has more than five million numbers", path,
            "Give one in which every nucleus is one number, 0 being background"});
    });
    if (!done)
        return done.error();
    return places;
}

/// The pixels of one number.
class Pixels
{
public:
    void add(std::int64_t y, const LabelRun& run) { m_runs.push_back({y, run.x, run.end}); }
    /// The outline, level-0 pixels; `box` is in the image, which lies at `area`.
    [[nodiscard]] MultiPolygon shape(const Rect& box, const Rect& area) const;

private:
    struct Run {
        std::int64_t y, x, end;
    };
    std::vector<Run> m_runs;
};

MultiPolygon Pixels::shape(const Rect& box, const Rect& area) const
{
    cv::Mat mask(static_cast<int>(box.height), static_cast<int>(box.width), CV_8U, cv::Scalar(0));
    for (const Run& run : m_runs)
        std::fill_n(mask.ptr(static_cast<int>(run.y - box.y)) + (run.x - box.x), run.end - run.x, 1);
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

/// Hands over each number's nucleus once its last row was seen, so that only those that a row crosses are in memory.
class Harvest
{
public:
    Harvest(const Places& places, const Rect& area, FeatureIntake& features)
        : m_places(places)
        , m_area(area)
        , m_features(features)
    {
    }
    [[nodiscard]] Status take(std::int64_t y, const std::vector<LabelRun>& runs)
    {
        for (const LabelRun& run : runs) {
            const auto known = m_places.find(run.label);
            if (known == m_places.end() || known->second.tooWide())
                continue; // unknown: the file has changed since it was looked over
            m_open[run.label].add(y, run);
            if (y + 1 == known->second.box.bottom())
                m_ending.insert(run.label);
        }
        for (const std::uint32_t label : m_ending) {
            const auto pixels = m_open.extract(label);
            GeoJsonFeature feature;
            feature.object = GeoJsonObject::Detection;
            feature.number = label;
            feature.shape = pixels.mapped().shape(m_places.at(label).box, m_area);
            if (!m_features.take(std::move(feature)))
                return m_features.failure();
        }
        m_ending.clear();
        return {};
    }

private:
    const Places& m_places;
    const Rect m_area;
    FeatureIntake& m_features;
    std::unordered_map<std::uint32_t, Pixels> m_open;
    std::set<std::uint32_t> m_ending; ///< with this row
};

/// Where the image lies on the case's slide.
Result<Rect> areaInCase(
    DocumentThread& document, const LabelRows& rows, const SlideIdentity& slide, const std::string& path)
{
    const auto regions = document.ask([](CaseDocument& open) { return open.edits().regions(); }).get();
    if (!regions)
        return regions.error();
    return areaOfLabels(rows.width(), rows.height(), slide, *regions, path);
}

Error named(Error error, const std::string& path)
{
    if (error.path.empty())
        error.path = path;
    return error;
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
    const auto rows = LabelRows::open(path);
    if (!rows)
        return rows.error();
    const auto slide = document.ask([](CaseDocument& open) { return open.slide(); }).get();
    if (!slide)
        return slide.error();
    const auto area = areaInCase(document, **rows, *slide, path);
    if (!area)
        return area.error();
    progress.total = 2 * (*rows)->height();
    const auto places = placesOf(path, cancel, progress);
    if (!places)
        return named(places.error(), path);
    const auto intake = CaseIntake::begin(document, "Imported " + std::filesystem::path(path).filename().string(),
        author, kNucleusBytes * static_cast<std::int64_t>(places->size()));
    if (!intake)
        return intake.error();
    FeatureIntake features(**intake, *slide, author);
    Harvest harvest(*places, *area, features);
    Status done = visitRows(**rows, cancel, progress, [&](std::int64_t y, const std::vector<LabelRun>& runs) {
        const Status taken = harvest.take(y, runs);
        progress.nuclei.store((*intake)->nuclei(), std::memory_order_relaxed);
        return taken;
    });
    if (done)
        done = (*intake)->finish();
    if (!done)
        return takenBack(**intake, named(done.error(), path));
    for (const auto& [label, place] : *places)
        if (place.tooWide())
            features.skip(label, "it is spread wider than 1,024 px, as no nucleus is");
    CaseImportSummary summary;
    features.report(summary);
    return summary;
}

} // namespace nb
