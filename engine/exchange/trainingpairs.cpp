// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/trainingpairs.h"

#include "engine/geometry/polygon.h"
#include "engine/geometry/polygonruns.h"
#include "engine/geometry/shapelocator.h"
#include "engine/io/atomicfile.h"
#include "engine/io/labeltiffwriter.h"
#include "engine/io/picturefile.h"
#include "engine/io/provenancenames.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

namespace nb
{

namespace
{

namespace fs = std::filesystem;

constexpr std::int64_t kMostPixels = 100'000'000; // what training takes for one picture
constexpr std::size_t kLongestName = 60;

std::string plainName(const std::string& name, std::size_t number)
{
    std::string plain;
    for (const char c : name)
        plain += std::isalnum(static_cast<unsigned char>(c)) || c == '-' ? c : '_';
    plain.resize(std::min(plain.size(), kLongestName));
    const bool says = std::any_of(plain.begin(), plain.end(), [](char c) { return c != '_'; });
    return says ? plain : "region-" + std::to_string(number);
}

/// The first name of which nothing is in the folder.
std::string freeName(const std::string& folder, const std::string& wanted)
{
    const auto taken = [&folder](const std::string& name) {
        std::error_code ignored;
        for (const char* end : {".png", ".labels.tif", ".labels.png", ".json", ".known.png"})
            if (fs::exists(folder + "/" + name + end, ignored))
                return true;
        return false;
    };
    std::string name = wanted;
    for (int i = 2; taken(name); ++i)
        name = wanted + "-" + std::to_string(i);
    return name;
}

Status writeFile(const std::string& path, std::string_view bytes)
{
    auto file = AtomicFile::create(path, AtomicFile::Existing::Refuse);
    if (!file)
        return file.error();
    if (Status status = file->write(bytes); !status)
        return status;
    return file->commit();
}

bool isBox(const MultiPolygon& shape, const Rect& box)
{
    return shape.size() == 1 && shape.front().holes.empty()
        && areaOf(shape) >= static_cast<double>(box.width) * static_cast<double>(box.height) - 1e-6;
}

struct Truth {
    std::vector<MultiPolygon> nuclei;
    std::vector<std::int64_t> cut; ///< labels
};

/// The nuclei of which something lies in the region, whole.
Result<Truth> truthOf(CaseReader& reader, const RegionRecord& region, const Rect& box)
{
    Truth truth;
    const ShapeLocator inside(region.shape);
    const Status done = reader.visit(box, 0, [&](const NucleusGlance& nucleus) {
        std::size_t within = 0, points = 0;
        for (const Polygon& part : nucleus.shape) {
            points += part.shell.size();
            within += static_cast<std::size_t>(std::count_if(
                part.shell.begin(), part.shell.end(), [&inside](const Point& p) { return inside.contains(p); }));
        }
        if (within == 0)
            return true;
        truth.nuclei.push_back(nucleus.shape);
        if (within < points)
            truth.cut.push_back(static_cast<std::int64_t>(truth.nuclei.size()));
        return true;
    });
    if (!done)
        return done.error();
    return truth;
}

Status writeLabels(
    const std::string& path, const Truth& truth, const Rect& box, const PixelSize& pixelSize, const CancelToken& cancel)
{
    const auto writer = LabelTiffWriter::create(path, box, pixelSize);
    if (!writer)
        return writer.error();
    for (const MultiPolygon& nucleus : truth.nuclei)
        if (Status status = (*writer)->add(nucleus); !status)
            return status;
    return (*writer)->finish(cancel);
}

Status writeKnown(const std::string& path, const RegionRecord& region, const Rect& box)
{
    const std::vector<MultiPolygon> shapes{region.shape};
    const auto mask = rasterize(shapes, box);
    if (!mask)
        return mask.error();
    cv::Mat known(mask->height, mask->width, CV_8U);
    for (int y = 0; y < mask->height; ++y)
        for (int x = 0; x < mask->width; ++x)
            known.at<std::uint8_t>(y, x) = mask->at(x, y) != 0 ? 255 : 0;
    std::vector<std::uint8_t> bytes;
    if (!cv::imencode(".png", known, bytes))
        return Error{ErrorCode::Internal, "The picture could not be packed", path, "Choose a smaller region"};
    return writeFile(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

/// No path and no hash: the pair may leave the house.
std::string descriptionOf(
    const RegionRecord& region, const Rect& box, const Truth& truth, const SlideIdentity& slide, bool whole)
{
    static constexpr const char* kOrigins[] = {"slide", "person", "assumed"};
    nlohmann::ordered_json json;
    if (slide.pixelSize.plausible()) {
        json["mpp_x"] = slide.pixelSize.x;
        json["mpp_y"] = slide.pixelSize.y;
        json["mpp_origin"] = kOrigins[static_cast<int>(slide.pixelSizeOrigin)];
    }
    json["x"] = box.x;
    json["y"] = box.y;
    json["width"] = box.width;
    json["height"] = box.height;
    json["role"] = kRoleNames[static_cast<std::size_t>(region.role)];
    json["checked"] = region.checked;
    json["nuclei"] = truth.nuclei.size();
    json["cut"] = truth.cut;
    json["known_everywhere"] = whole;
    return json.dump(1) + "\n";
}

Status writePair(const std::string& stem, const SlideSource& slide, const RegionRecord& region, const Rect& box,
    const Truth& truth, const SlideIdentity& identity, const CancelToken& cancel)
{
    const auto picture = slide.read(0, box);
    if (!picture)
        return picture.error();
    const bool whole = isBox(region.shape, box);
    // The labels come last: only with them the folder has a pair.
    Status done = writeFile(stem + ".json", descriptionOf(region, box, truth, identity, whole));
    if (done && !whole)
        done = writeKnown(stem + ".known.png", region, box);
    if (done)
        done = writePicture(stem + ".png", *picture);
    if (done)
        done = writeLabels(stem + ".labels.tif", truth, box, identity.pixelSize, cancel);
    if (!done)
        for (const char* end : {".json", ".known.png", ".png"}) {
            std::error_code ignored;
            fs::remove(stem + end, ignored);
        }
    return done;
}

} // namespace

Result<TrainingPairsSummary> exportTrainingPairs(CaseReader& reader, const SlideSource& slide, const CaseChoice& choice,
    const std::string& folder, const CancelToken& cancel, Progress& progress)
{
    if (choice.regions.empty())
        return Error{ErrorCode::Invalid, "There is no region to make training pictures of", folder,
            "Draw a region around nuclei that are right, and mark it as checked"};
    const auto snapshot = reader.snapshot();
    if (!snapshot)
        return snapshot.error();
    progress.total = static_cast<std::int64_t>(choice.regions.size());
    TrainingPairsSummary summary;
    for (std::size_t i = 0; i < choice.regions.size(); ++i) {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped", folder, ""};
        const RegionRecord& region = choice.regions[i];
        const Rect box = boundsOf(region.shape).intersected({0, 0, choice.slide.width, choice.slide.height});
        if (box.empty())
            continue;
        if (box.width > kMostPixels / box.height)
            return Error{ErrorCode::TooLarge,
                "The region \"" + region.name + "\" is larger than training takes (100 million pixels)", folder,
                "Divide it into smaller ones"};
        const auto truth = truthOf(reader, region, box);
        if (!truth)
            return truth.error();
        const std::string name = freeName(folder, plainName(region.name, i + 1));
        if (Status done = writePair(folder + "/" + name, slide, region, box, *truth, choice.slide, cancel); !done)
            return done.error();
        ++summary.pairs;
        summary.nuclei += static_cast<std::int64_t>(truth->nuclei.size());
        summary.cut += static_cast<std::int64_t>(truth->cut.size());
        progress.done.fetch_add(1, std::memory_order_relaxed);
    }
    return summary;
}

} // namespace nb
