// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/casetrainingsource.h"

#include "engine/document/casedocument.h"
#include "engine/document/casereader.h"
#include "engine/document/decidedstain.h"
#include "engine/geometry/polygon.h"
#include "engine/train/casepictures.h"
#include "engine/train/caseslide.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr int kTilePx = 2048; // model pixels: a picture of it takes some 60 MB with all its planes
constexpr int kHeldOutTilePx = 4096; // larger, because a nucleus on a seam is judged on either side of it
constexpr int kNucleusTilePx = 512;
constexpr double kMostPixels = 100e6; // training keeps all of them in memory

Error stopped(const std::string& path)
{
    return {ErrorCode::Cancelled, "Stopped", path, ""};
}

std::int64_t floorDiv(double value, int by)
{
    return static_cast<std::int64_t>(std::floor(value / by));
}

Rect tileAt(std::int64_t column, std::int64_t row, int side)
{
    return {column * side, row * side, side, side};
}

MultiPolygon shapeOf(const Rect& r)
{
    const auto left = static_cast<double>(r.x), top = static_cast<double>(r.y);
    const auto right = static_cast<double>(r.right()), bottom = static_cast<double>(r.bottom());
    return {Polygon{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, {}}};
}

class CaseLoad
{
public:
    CaseLoad(const std::string& path, const CaseTrainingOptions& options, const TrainingPreparation& preparation,
        CancelToken cancel)
        : m_path(path)
        , m_options(options)
        , m_preparation(preparation)
        , m_cancel(std::move(cancel))
    {
    }

    [[nodiscard]] Result<TrainingPictures> run();

private:
    [[nodiscard]] Status open();
    [[nodiscard]] RegionRole roleOf(const RegionRecord& region) const;
    [[nodiscard]] Status chooseRegions();
    [[nodiscard]] Result<PixelSize> pixelSize() const;
    [[nodiscard]] Result<SlideStain> stain(const PixelSize& size) const;
    [[nodiscard]] Result<std::shared_ptr<const PictureSlide>> judgedOn(const PixelSize&, const SlideStain&) const;
    [[nodiscard]] Status addRegion(CasePictures& cut, const RegionRecord& region, std::size_t number);
    [[nodiscard]] Status addNuclei(CasePictures& cut);

    const std::string& m_path;
    const CaseTrainingOptions& m_options;
    const TrainingPreparation& m_preparation;
    const CancelToken m_cancel;
    std::unique_ptr<CaseDocument> m_document;
    std::unique_ptr<CaseReader> m_reader;
    SlideIdentity m_identity;
    std::shared_ptr<const SlideSource> m_slide;
    std::vector<RegionRecord> m_regions; ///< to take
    std::vector<MultiPolygon> m_keptOut; ///< of which nothing may be learnt
    TrainingPictures m_pictures;
};

Status CaseLoad::open()
{
    auto document = CaseDocument::open(m_path, CaseAccess::ReadOnly);
    if (!document)
        return document.error();
    m_document = std::move(*document);
    auto identity = m_document->slide();
    if (!identity)
        return identity.error();
    m_identity = std::move(*identity);
    auto reader = CaseReader::open(m_path, m_document->immutable());
    if (!reader)
        return reader.error();
    m_reader = std::move(*reader);
    if (Status status = chooseRegions(); !status)
        return status;
    m_slide = m_options.slide;
    if (m_slide)
        return expectSameSlide(m_identity, m_slide->info());
    auto slide = openSlideOf(*m_document, m_identity);
    if (!slide)
        return slide.error();
    m_slide = std::move(*slide);
    return {};
}

RegionRole CaseLoad::roleOf(const RegionRecord& region) const
{
    if (!m_options.roles)
        return region.role;
    const auto found = m_options.roles->find(region.id);
    return found == m_options.roles->end() ? RegionRole::Plain : found->second;
}

Status CaseLoad::chooseRegions()
{
    const auto all = m_document->edits().regions();
    if (!all)
        return all.error();
    const bool training = m_options.role == RegionRole::Training;
    const RegionRole wanted = m_options.heldOut ? RegionRole::Training : m_options.role;
    const bool anyChecked = std::any_of(all->begin(), all->end(), [](const RegionRecord& r) { return r.checked; });
    for (const RegionRecord& region : *all) {
        if (region.checked && roleOf(region) == wanted)
            m_regions.push_back(region);
        if (training && roleOf(region) == RegionRole::Validation)
            m_keptOut.push_back(region.shape);
    }
    if (training && m_options.heldOut)
        m_keptOut.push_back(shapeOf(*m_options.heldOut));
    if (!m_regions.empty() || (training && m_options.correctedNuclei))
        return {};
    if (!anyChecked)
        return Error{ErrorCode::Invalid, "No region of the case is checked, so nobody knows where its nuclei are right",
            m_path, "Draw a region, correct the nuclei in it, and mark it as checked"};
    return Error{ErrorCode::Invalid,
        std::string("No checked region of the case is for ") + (training ? "training" : "validation"), m_path,
        "Give a checked region that role"};
}

Result<PixelSize> CaseLoad::pixelSize() const
{
    const PixelSize assumed{m_preparation.model.mpp, m_preparation.model.mpp};
    const PixelSize ofFile
        = m_identity.pixelSize.plausible() ? m_identity.pixelSize : m_slide->info().pixelSize.value_or(assumed);
    const PixelSize size = m_preparation.pixelSize.value_or(ofFile);
    if (!size.plausible())
        return Error{
            ErrorCode::Invalid, "The µm/px of the slide makes no sense", m_path, "Give a number between 0.01 and 100"};
    double pixels = 0;
    for (const RegionRecord& region : m_regions)
        pixels += areaOf(region.shape) * size.x * size.y / (assumed.x * assumed.y);
    if (pixels > kMostPixels)
        return Error{ErrorCode::TooLarge, "The checked regions are too large to learn from all of them at once", m_path,
            "Take only some of them, or smaller ones: 100 million pixels are the most"};
    return size;
}

Result<SlideStain> CaseLoad::stain(const PixelSize& size) const
{
    if (m_preparation.normalize == StainChoice::Auto)
        if (auto decided = decidedStain(m_identity, m_preparation.model))
            return *decided;
    return decideSlideStain(*m_slide, size, m_preparation.normalize, m_preparation.model.stainTarget,
        m_preparation.model.stainLambda, m_cancel);
}

Result<std::shared_ptr<const PictureSlide>> CaseLoad::judgedOn(const PixelSize& size, const SlideStain& stain) const
{
    if (m_options.role != RegionRole::Validation)
        return std::shared_ptr<const PictureSlide>();
    auto tissue = findTissue(*m_slide, size, m_cancel);
    if (!tissue)
        return tissue.error();
    return std::make_shared<const PictureSlide>(PictureSlide{m_slide, size, stain, std::move(*tissue)});
}

Status CaseLoad::addRegion(CasePictures& cut, const RegionRecord& region, std::size_t number)
{
    const std::string name = region.name.empty() ? "region " + std::to_string(number) : region.name;
    Rect box = boundsOf(cut.toModel(region.shape));
    if (m_options.heldOut && m_options.role == RegionRole::Validation)
        box = box.intersected(boundsOf(cut.toModel(shapeOf(*m_options.heldOut))));
    const int side = m_options.role == RegionRole::Validation ? kHeldOutTilePx : kTilePx;
    for (std::int64_t y = box.y; y < box.bottom(); y += side)
        for (std::int64_t x = box.x; x < box.right(); x += side) {
            if (m_cancel.cancelled())
                return stopped(m_path);
            auto picture = cut.region(name, region.shape, Rect{x, y, side, side}.intersected(box));
            if (!picture)
                return picture.error();
            if (*picture)
                m_pictures.push_back(std::move(*picture));
        }
    return {};
}

Status CaseLoad::addNuclei(CasePictures& cut)
{
    std::map<std::pair<std::int64_t, std::int64_t>, std::set<NucleusRow>> byTile;
    for (const NucleusOrigin origin : {NucleusOrigin::Corrected, NucleusOrigin::Drawn, NucleusOrigin::Accepted}) {
        const auto rows = m_reader->sorted("", false, {{}, origin, {}});
        if (!rows)
            return rows.error();
        const auto lines = m_reader->lines(*rows);
        if (!lines)
            return lines.error();
        for (const NucleusLine& line : *lines) {
            const auto holds = [&](const RegionRecord& region) { return contains(region.shape, line.centre); };
            if (std::any_of(m_regions.begin(), m_regions.end(), holds))
                continue;
            const Point at = cut.toModel({{{line.centre}, {}}}).front().shell.front();
            byTile[{floorDiv(at.x, kNucleusTilePx), floorDiv(at.y, kNucleusTilePx)}].insert(line.row);
        }
    }
    if (static_cast<double>(byTile.size()) * kNucleusTilePx * kNucleusTilePx > kMostPixels)
        return Error{ErrorCode::TooLarge, "Too many single corrected nuclei to learn from all of them", m_path,
            "Mark regions as checked and learn from those only"};
    for (const auto& [tile, rows] : byTile) {
        if (m_cancel.cancelled())
            return stopped(m_path);
        auto picture = cut.aroundNuclei("corrected nuclei", rows, tileAt(tile.first, tile.second, kNucleusTilePx));
        if (!picture)
            return picture.error();
        if (*picture)
            m_pictures.push_back(std::move(*picture));
    }
    return {};
}

Result<TrainingPictures> CaseLoad::run()
{
    if (Status status = open(); !status)
        return status.error();
    const auto size = pixelSize();
    if (!size)
        return size.error();
    const auto decided = stain(*size);
    if (!decided)
        return decided.error();
    const StainNormalizer normalizer(*decided);
    const ModelPixels pixels(m_slide, *size, m_preparation.model.mpp);
    auto slide = judgedOn(*size, *decided);
    if (!slide)
        return slide.error();
    CasePictures cut(*m_reader, pixels, normalizer, std::move(*slide));
    cut.keepOut(m_keptOut);
    for (std::size_t i = 0; i < m_regions.size(); ++i)
        if (Status status = addRegion(cut, m_regions[i], i + 1); !status)
            return status.error();
    if (m_options.correctedNuclei && m_options.role == RegionRole::Training)
        if (Status status = addNuclei(cut); !status)
            return status.error();
    return std::move(m_pictures);
}

class CaseTrainingSource : public TrainingSource
{
public:
    CaseTrainingSource(std::string path, CaseTrainingOptions options)
        : m_path(std::move(path))
        , m_options(std::move(options))
    {
    }
    /// Not the file's name: cases are named after patients, and models are passed on.
    [[nodiscard]] std::string name() const override { return "checked regions of a case"; }
    [[nodiscard]] Result<TrainingPictures> load(
        const TrainingPreparation& preparation, const CancelToken& cancel) const override
    {
        return CaseLoad(m_path, m_options, preparation, cancel).run();
    }

private:
    const std::string m_path;
    const CaseTrainingOptions m_options;
};

} // namespace

std::unique_ptr<TrainingSource> caseTrainingSource(const std::string& path, const CaseTrainingOptions& options)
{
    return std::make_unique<CaseTrainingSource>(path, options);
}

std::unique_ptr<TrainingSource> trainingSource(const std::string& path, RegionRole role)
{
    if (!path.ends_with(".nsc"))
        return folderTrainingSource(path);
    CaseTrainingOptions options;
    options.role = role;
    return caseTrainingSource(path, options);
}

} // namespace nb
