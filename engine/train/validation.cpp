// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/validation.h"

#include "engine/geometry/polygonruns.h"
#include "engine/segment/slidesegmenter.h"
#include "engine/segment/tileextraction.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

/// A picture in memory, already in model pixels and normalised, as a slide.
class PictureAsSlide : public SlideSource
{
public:
    PictureAsSlide(std::shared_ptr<const TrainingPicture> picture, double mpp)
        : m_picture(std::move(picture))
    {
        m_info.path = m_picture->name;
        m_info.format = "memory";
        m_info.levels = {{m_picture->rgb.width, m_picture->rgb.height, 1}};
        m_info.pixelSize = PixelSize{mpp, mpp};
        m_info.hash = std::string(64, '0');
    }
    [[nodiscard]] const SlideInfo& info() const override { return m_info; }
    [[nodiscard]] Result<RgbImage> read(int level, const Rect& area) const override
    {
        const RgbImage& from = m_picture->rgb;
        if (level != 0 || area.empty() || area.width > 65536 || area.height > 65536)
            return Error{ErrorCode::OutOfRange, "No such part of the picture", m_info.path, ""};
        RgbImage out(static_cast<int>(area.width), static_cast<int>(area.height));
        const Rect inside = area.intersected({0, 0, from.width, from.height});
        for (std::int64_t y = inside.y; y < inside.bottom(); ++y)
            std::copy_n(from.row(static_cast<int>(y)) + inside.x * 3, inside.width * 3,
                out.row(static_cast<int>(y - area.y)) + (inside.x - area.x) * 3);
        return out;
    }
    [[nodiscard]] Result<RgbImage> associatedImage(const std::string& name) const override
    {
        return Error{ErrorCode::NotFound, "There is no picture called " + name, m_info.path, ""};
    }

private:
    const std::shared_ptr<const TrainingPicture> m_picture;
    SlideInfo m_info;
};

Result<std::shared_ptr<const SlideRecipe>> recipeFor(const std::shared_ptr<const Network>& network,
    const std::shared_ptr<const TrainingPicture>& picture, const CancelToken& cancel)
{
    SegmentOptions options;
    options.normalize = StainChoice::None; // done when the picture was made
    if (!picture->slide)
        return prepareSlide(std::make_shared<PictureAsSlide>(picture, network->info().mpp), network, options, cancel);
    options.pixelSize = picture->slide->pixelSize;
    options.stain = picture->slide->stain;
    options.tissue = picture->slide->tissue;
    return prepareSlide(picture->slide->source, network, options, cancel);
}

/// Model pixels of the picture within which the truth is known.
Rect knownBox(const TrainingPicture& picture)
{
    if (picture.known.empty())
        return {0, 0, picture.rgb.width, picture.rgb.height};
    int left = picture.known.width, top = picture.known.height, right = 0, bottom = 0;
    for (int y = 0; y < picture.known.height; ++y)
        for (int x = 0; x < picture.known.width; ++x)
            if (picture.known.at(x, y) != 0) {
                left = std::min(left, x);
                top = std::min(top, y);
                right = std::max(right, x + 1);
                bottom = std::max(bottom, y + 1);
            }
    return right > left ? Rect{left, top, right - left, bottom - top} : Rect{};
}

PicturePlace placeOf(const TrainingPicture& picture)
{
    return picture.slide ? picture.place.value_or(PicturePlace{}) : PicturePlace{};
}

/// Level-0 pixels: a run owes the nuclei that lie wholly in its area, and those that the edge of what is known cuts
/// count too, as far as they lie in it.
Rect areaToSearch(const SlideRecipe& recipe, const TrainingPicture& picture)
{
    if (!picture.slide)
        return {0, 0, picture.rgb.width, picture.rgb.height};
    const Rect box = knownBox(picture).grown(regionHalo(extractionRecipeOf(recipe.network->info())));
    const PicturePlace place = placeOf(picture);
    const auto first = [](double from, std::int64_t pixel, double scale) {
        return static_cast<std::int64_t>(std::floor(from + static_cast<double>(pixel) * scale));
    };
    const auto end = [](double from, std::int64_t pixel, double scale) {
        return static_cast<std::int64_t>(std::ceil(from + static_cast<double>(pixel) * scale));
    };
    const std::int64_t left = first(place.x, box.x, place.scaleX), top = first(place.y, box.y, place.scaleY);
    return {left, top, end(place.x, box.right(), place.scaleX) - left, end(place.y, box.bottom(), place.scaleY) - top};
}

Ring inPicture(Ring contour, const PicturePlace& place)
{
    for (Point& p : contour)
        p = {(p.x - place.x) / place.scaleX, (p.y - place.y) / place.scaleY};
    return contour;
}

/// In pixels of the picture.
Result<std::vector<MultiPolygon>> nucleiOf(const std::shared_ptr<const Network>& network,
    const std::shared_ptr<const TrainingPicture>& picture, NetworkScheduler& scheduler, const CancelToken& cancel)
{
    const auto recipe = recipeFor(network, picture, cancel);
    if (!recipe)
        return recipe.error();
    SegmentRequest request;
    request.area = areaToSearch(**recipe, *picture);
    request.priority = Priority::Training;
    std::vector<MultiPolygon> shapes;
    SegmentSinks sinks;
    sinks.nuclei = [&shapes, place = placeOf(*picture)](std::vector<Nucleus> nuclei) {
        for (Nucleus& nucleus : nuclei)
            shapes.push_back({{inPicture(std::move(nucleus.contour), place), {}}});
    };
    Progress progress;
    const auto summary = segmentSlide(*recipe, scheduler, request, sinks, cancel, progress);
    if (!summary)
        return summary.error();
    return shapes;
}

LabelImage masked(LabelImage labels, const Plane<std::uint8_t>& known)
{
    for (std::size_t i = 0; i < known.pixels.size(); ++i)
        if (known.pixels[i] == 0)
            labels.pixels[i] = 0;
    return labels;
}

} // namespace

Result<JudgedPicture> judgePicture(const std::shared_ptr<const Network>& network,
    const std::shared_ptr<const TrainingPicture>& picture, NetworkScheduler& scheduler, const CancelToken& cancel)
{
    const auto shapes = nucleiOf(network, picture, scheduler, cancel);
    if (!shapes)
        return shapes.error();
    auto found = rasterize(*shapes, {0, 0, picture->rgb.width, picture->rgb.height});
    if (!found)
        return found.error();
    JudgedPicture judged;
    judged.found = masked(std::move(*found), picture->known);
    auto evaluation = evaluate(masked(picture->labels, picture->known), judged.found, cancel);
    if (!evaluation)
        return evaluation.error();
    judged.counts = evaluation->counts;
    judged.matching = std::move(evaluation->matching);
    return judged;
}

Result<Validation> validate(const std::shared_ptr<const Network>& network, const TrainingPictures& pictures,
    NetworkScheduler& scheduler, const CancelToken& cancel)
{
    Validation validation;
    for (const auto& picture : pictures) {
        const auto judged = judgePicture(network, picture, scheduler, cancel);
        if (!judged)
            return judged.error();
        validation.pictures.push_back(judged->counts);
        validation.pooled += judged->counts;
    }
    validation.rates = ratesOf(validation.pooled);
    return validation;
}

} // namespace nb
