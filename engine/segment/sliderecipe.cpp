// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sliderecipe.h"

#include <cmath>
#include <cstdio>

namespace nb {

namespace {

constexpr int kDefaultPatch = 384;
constexpr int kDefaultStride = 352; // chosen by measurement: ARCHITECTURE.md, "Patch and stride"
constexpr double kMostModelPixels = 2147483647.0;

struct ChosenPixelSize {
    PixelSize size;
    PixelSizeOrigin origin = PixelSizeOrigin::Slide;
    std::string warning;
};

std::string shortNumber(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

Result<ChosenPixelSize> choosePixelSize(const SlideInfo& info, const SegmentOptions& options, double modelMpp)
{
    if (options.pixelSize) {
        if (!options.pixelSize->plausible())
            return Error {ErrorCode::Invalid, "The µm/px given for the slide makes no sense", info.path, "Give a number between 0.01 and 100"};
        return ChosenPixelSize {*options.pixelSize, PixelSizeOrigin::Person, ""};
    }
    if (info.pixelSize && info.pixelSize->plausible())
        return ChosenPixelSize {*info.pixelSize, PixelSizeOrigin::Slide, ""};
    const std::string said = info.impossiblePixelSize.empty()
        ? "The file does not say its µm/px."
        : "The file says " + info.impossiblePixelSize + " µm/px, which no microscope has.";
    return ChosenPixelSize {{modelMpp, modelMpp}, PixelSizeOrigin::ModelAssumed,
                            said + " The model's own, " + shortNumber(modelMpp)
                                + ", is assumed; if that is wrong, nuclei and sizes are wrong too. Set the µm/px if you know it"};
}

Status checkPatch(int patch, int stride, const std::string& path)
{
    if (patch < 64 || patch > 2048 || patch % 16 != 0)
        return Error {ErrorCode::Invalid, "The patch size makes no sense", path, "Give a multiple of 16 between 64 and 2048"};
    if (stride < patch / 8 || stride > patch)
        return Error {ErrorCode::Invalid, "The stride makes no sense", path, "Give a number between an eighth of the patch and the patch"};
    return {};
}

} // namespace

Result<std::shared_ptr<const SlideRecipe>> prepareSlide(std::shared_ptr<const SlideSource> slide,
                                                        std::shared_ptr<const Network> network, const SegmentOptions& options,
                                                        const CancelToken& cancel)
{
    const SlideInfo& info = slide->info();
    const ModelInfo& model = network->info();
    const auto size = choosePixelSize(info, options, model.mpp);
    if (!size)
        return size.error();
    const int patch = options.patch > 0 ? options.patch : kDefaultPatch;
    const int stride = options.stride > 0 ? options.stride : (patch == kDefaultPatch ? kDefaultStride : patch - patch / 8);
    if (const Status status = checkPatch(patch, stride, info.path); !status)
        return status.error();
    const double modelWidth = static_cast<double>(info.width()) * size->size.x / model.mpp;
    const double modelHeight = static_cast<double>(info.height()) * size->size.y / model.mpp;
    if (modelWidth > kMostModelPixels || modelHeight > kMostModelPixels)
        return Error {ErrorCode::TooLarge, "At this µm/px the slide is too large for the model", info.path, "Check the µm/px"};

    auto tissue = options.tissue ? Result<TissueMask>(*options.tissue) : findTissue(*slide, size->size, cancel);
    if (!tissue)
        return tissue.error();
    auto stain = options.stain
        ? Result<SlideStain>(*options.stain)
        : decideSlideStain(*slide, size->size, options.normalize, model.stainTarget, model.stainLambda, cancel);
    if (!stain)
        return stain.error();
    ModelPixels pixels(slide, size->size, model.mpp);
    const PatchGrid grid(pixels.width(), pixels.height(), patch, stride);
    return std::shared_ptr<const SlideRecipe>(new SlideRecipe {
        slide, std::move(network), size->size, size->origin, std::move(pixels), *stain, StainNormalizer(*stain),
        StainSeparation(stain->source), std::move(*tissue), grid, options.vote, size->warning});
}

Rect modelArea(const SlideRecipe& recipe, const Rect& level0Area)
{
    const SlideInfo& info = recipe.slide->info();
    const Rect wanted = level0Area.intersected({0, 0, info.width(), info.height()});
    if (wanted.empty())
        return {};
    const double sx = recipe.pixels.scaleX(), sy = recipe.pixels.scaleY();
    constexpr double kSlack = 1e-9; // a region that ends on a model pixel's edge, but for rounding
    const auto first = [](std::int64_t v, double s) { return static_cast<std::int64_t>(std::ceil(static_cast<double>(v) / s - kSlack)); };
    const auto last = [](std::int64_t v, std::int64_t all, double s, std::int64_t most) {
        return v >= all ? most : static_cast<std::int64_t>(std::floor(static_cast<double>(v) / s + kSlack));
    };
    const std::int64_t left = first(wanted.x, sx), top = first(wanted.y, sy);
    return {left, top, last(wanted.right(), info.width(), sx, recipe.pixels.width()) - left,
            last(wanted.bottom(), info.height(), sy, recipe.pixels.height()) - top};
}

Rect touchedModelArea(const SlideRecipe& recipe, const Rect& level0Area)
{
    const SlideInfo& info = recipe.slide->info();
    const Rect wanted = level0Area.intersected({0, 0, info.width(), info.height()});
    const auto first = [](std::int64_t v, double s) { return static_cast<std::int64_t>(std::floor(static_cast<double>(v) / s)) - 1; };
    const auto last = [](std::int64_t v, double s) { return static_cast<std::int64_t>(std::ceil(static_cast<double>(v) / s)) + 1; };
    const std::int64_t left = first(wanted.x, recipe.pixels.scaleX()), top = first(wanted.y, recipe.pixels.scaleY());
    return Rect {left, top, last(wanted.right(), recipe.pixels.scaleX()) - left, last(wanted.bottom(), recipe.pixels.scaleY()) - top}
        .intersected({0, 0, recipe.pixels.width(), recipe.pixels.height()});
}

} // namespace nb
