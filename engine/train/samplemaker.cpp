// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/samplemaker.h"

#include "engine/stain/stainnormalizer.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <new>

namespace nb
{

struct SampleMaker::Layers {
    std::shared_ptr<const TrainingPicture> picture;
    RgbImage target; ///< see targetLayers
};

namespace
{

constexpr int kTries = 50; // to find a known place before an unknown one is taken

struct Place {
    double x = 0;
    double y = 0;
};

/// Anywhere in [half, size - half], so that the patch lies in the picture; where it is smaller, so that it lies in the
/// patch.
double somewhere(double size, double half, SampleRandom& random)
{
    return random.uniform(std::min(half, size - half), std::max(half, size - half));
}

Place shiftedPlace(const TrainingPicture& picture, double half, SampleRandom& random)
{
    Place place;
    for (int i = 0; i < kTries; ++i) {
        place = {somewhere(picture.rgb.width, half, random), somewhere(picture.rgb.height, half, random)};
        const int x = std::clamp(static_cast<int>(place.x), 0, picture.rgb.width - 1);
        const int y = std::clamp(static_cast<int>(place.y), 0, picture.rgb.height - 1);
        if (picture.known.empty() || picture.known.at(x, y) != 0)
            break;
    }
    return place;
}

/// The centre of one of the patches that lie side by side from the upper left.
Place gridPlace(const TrainingPicture& picture, int patch, SampleRandom& random)
{
    const auto one = [&](int size) {
        const auto patches = static_cast<double>(std::max(1, size / patch));
        return (std::floor(random.uniform() * patches) + 0.5) * patch;
    };
    const double x = one(picture.rgb.width);
    return {x, one(picture.rgb.height)};
}

/// `from` where `warp` says; the picture is mirrored beyond its edges. Only what the warp reaches is looked at.
RgbImage warped(const RgbImage& from, WarpMap warp, bool smooth)
{
    const auto reach = [](const Plane<float>& map, int size) {
        const auto [least, most] = std::minmax_element(map.pixels.begin(), map.pixels.end());
        constexpr float kMargin = 3; // interpolation and smoothing
        const int first = std::clamp(static_cast<int>(std::floor(*least - kMargin)), 0, size - 1);
        return cv::Range(first, std::clamp(static_cast<int>(std::ceil(*most + kMargin)) + 1, first + 1, size));
    };
    const cv::Range columns = reach(warp.x, from.width), rows = reach(warp.y, from.height);
    cv::Mat source
        = cv::Mat(from.height, from.width, CV_8UC3, const_cast<std::uint8_t*>(from.pixels.data()))(rows, columns);
    cv::Mat mapX(warp.x.height, warp.x.width, CV_32F, warp.x.pixels.data());
    cv::Mat mapY(warp.y.height, warp.y.width, CV_32F, warp.y.pixels.data());
    mapX -= columns.start;
    mapY -= rows.start;
    if (smooth && warp.scale < 0.9) { // made smaller: averaged first, as inference does
        cv::Mat smoothed;
        cv::GaussianBlur(source, smoothed, {}, 0.5 * std::sqrt(1 / (warp.scale * warp.scale) - 1), 0,
            cv::BORDER_REFLECT_101 | cv::BORDER_ISOLATED);
        source = smoothed;
    }
    RgbImage out(warp.x.width, warp.x.height);
    cv::Mat to(out.height, out.width, CV_8UC3, out.pixels.data());
    cv::remap(source, to, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    return out;
}

} // namespace

SampleMaker::SampleMaker(SampleRecipe recipe)
    : m_recipe(std::move(recipe))
    , m_pictures(grouped(m_recipe.pictures))
    , m_rehearsal(grouped(m_recipe.rehearsal))
{
}

SampleMaker::~SampleMaker() = default;

SampleMaker::Group SampleMaker::grouped(const TrainingPictures& pictures) const
{
    Group group;
    double sum = 0;
    for (const auto& picture : pictures) {
        sum += static_cast<double>(knownPixels(*picture));
        group.until.push_back(sum);
        group.pictures.push_back(std::make_shared<Layers>(
            Layers{picture, targetLayers(*picture, m_recipe.target, m_recipe.model.targetErosionSteps)}));
    }
    return group;
}

const SampleMaker::Layers& SampleMaker::choose(SampleRandom& random) const
{
    const bool older = !m_rehearsal.pictures.empty() && random.chance(m_recipe.rehearsalShare);
    const Group& group = older ? m_rehearsal : m_pictures;
    const double at = random.uniform() * group.until.back();
    const auto found
        = static_cast<std::size_t>(std::upper_bound(group.until.begin(), group.until.end(), at) - group.until.begin());
    return *group.pictures[std::min(found, group.pictures.size() - 1)];
}

TrainingSample SampleMaker::draw(std::uint64_t epoch, std::uint64_t index) const
{
    SampleRandom random({m_recipe.seed, epoch, index});
    const Augmentation& augmentation = m_recipe.augmentation;
    const Layers& layers = choose(random);
    const TrainingPicture& picture = *layers.picture;
    const double scale = augmentation.rescale ? random.uniform(augmentation.scale.from, augmentation.scale.to) : 1;
    Place place = augmentation.shift ? shiftedPlace(picture, m_recipe.patch / 2.0 / scale, random)
                                     : gridPlace(picture, m_recipe.patch, random);
    if (!augmentation.rescale && !augmentation.rotate && !augmentation.affine && !augmentation.elastic)
        place = {std::floor(place.x), std::floor(place.y)}; // whole pixels stay as they are
    const WarpMap warp = drawWarp(augmentation, m_recipe.patch, scale, place.x, place.y, random);
    TrainingSample sample{warped(picture.rgb, warp, true), {}};
    sample.target = binarizedTarget(warped(layers.target, warp, false), m_recipe.target);
    if (augmentation.stain)
        varyStain(augmentation, m_recipe.model.stainTarget, random, sample.rgb);
    if (augmentation.blurNoise)
        varyFocus(augmentation, random, sample.rgb);
    if (m_recipe.model.input == ModelInput::Haematoxylin)
        StainSeparation(m_recipe.model.stainTarget)
            .showOnly(StainSeparation::View::Haematoxylin, sample.rgb.pixels.data(), sample.rgb.pixels.size() / 3);
    return sample;
}

Result<TrainingSample> SampleMaker::make(std::uint64_t epoch, std::uint64_t index) const
{
    try {
        return draw(epoch, index);
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::OutOfMemory, "Not enough memory to make training samples", "", "Choose a smaller patch"};
    } catch (const cv::Exception& error) {
        return Error{ErrorCode::Internal, "A training sample cannot be made (" + error.msg + ")", "", ""};
    }
}

} // namespace nb
