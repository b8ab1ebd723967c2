// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "engine/base/progress.h"
#include "engine/io/pyramidtiff.h"
#include "engine/nn/defaultmodel.h"
#include "engine/nn/modelfile.h"
#include "engine/slide/slidesource.h"
#include "engine/stain/slidestain.h"
#include "engine/stain/stainnormalizer.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>

namespace nb::cli
{

namespace
{

constexpr double kLambda = 0.1; // the paper's (II-B)
constexpr PixelSize kUsualPixelSize{
    0.5, 0.5}; // where the file does not say: decides only how far apart samples are taken
constexpr int kTile = 512;

struct Choices {
    std::string input;
    std::string output;
    std::string target;
    StainChoice method = StainChoice::Auto;
    bool overwrite = false;
};

/// The stains to bring the input to: the target image's own, else the default model's.
Result<StainMatrix> targetOf(const Choices& choices, const CancelToken& cancel)
{
    const auto path = findDefaultModel();
    if (!path)
        return path.error();
    const auto model = readModelFile(*path);
    if (!model)
        return model.error();
    if (choices.target.empty())
        return model->info.stainTarget;
    const auto image = openSlide(choices.target);
    if (!image)
        return image.error();
    const StainChoice method = choices.method == StainChoice::Macenko ? StainChoice::Macenko : StainChoice::Vahadane;
    const auto stain = decideSlideStain(**image, (*image)->info().pixelSize.value_or(kUsualPixelSize), method,
        model->info.stainTarget, kLambda, cancel);
    if (!stain)
        return stain.error();
    if (stain->method == StainMethod::None)
        return Error{ErrorCode::Invalid, "The target image has no tissue whose stains could be measured",
            choices.target, "Choose an image with H&E-stained tissue"};
    return stain->source;
}

Status writeNormalized(const SlideSource& slide, const StainNormalizer& normalizer, const std::string& output,
    const CancelToken& cancel, Progress& progress)
{
    const SlideInfo& info = slide.info();
    PyramidTiffOptions options;
    options.width = info.width();
    options.height = info.height();
    options.tile = kTile;
    options.pixelSize = info.pixelSize;
    options.description = "Nucleoscope: colours normalised";
    auto file = PyramidTiffWriter::create(output, options);
    if (!file)
        return file.error();
    const std::int64_t columns = (info.width() + kTile - 1) / kTile, rows = (info.height() + kTile - 1) / kTile;
    progress.total = columns * rows;
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t column = 0; column < columns; ++column) {
            if (cancel.cancelled())
                return Error{ErrorCode::Cancelled, "Stopped before it was finished", output, ""};
            auto tile = slide.read(0, {column * kTile, row * kTile, kTile, kTile});
            if (!tile)
                return tile.error();
            normalizer.apply(tile->pixels.data(), tile->pixels.size() / 3);
            if (Status status = (*file)->writeTile(column, row, *tile); !status)
                return status;
            ++progress.done;
        }
    }
    return (*file)->finish(cancel);
}

int run(const Choices& choices)
{
    if (!isTiffName(choices.output))
        return reportUsage("The output's name has to end in .tif: " + choices.output);
    if (const auto error = replacesInput(choices.output, {choices.input, choices.target}))
        return report(*error);
    if (const auto error = occupied(choices.output, choices.overwrite))
        return report(*error);
    const CancelToken cancel = cancelOnInterrupt();
    const auto slide = openSlide(choices.input);
    if (!slide)
        return report(slide.error());
    const auto target = targetOf(choices, cancel);
    if (!target)
        return report(target.error());
    const auto stain = decideSlideStain(
        **slide, (*slide)->info().pixelSize.value_or(kUsualPixelSize), choices.method, *target, kLambda, cancel);
    if (!stain)
        return report(stain.error());
    Progress progress;
    const Status written = [&] {
        const ProgressLine line("Normalising", progress);
        return writeNormalized(**slide, StainNormalizer(*stain), choices.output, cancel, progress);
    }();
    if (!written)
        return report(written.error());
    note(stain->reason);
    return kDone;
}

} // namespace

void addNormalize(CLI::App& app, int& status)
{
    const auto choices = std::make_shared<Choices>();
    CLI::App* command
        = app.add_subcommand("normalize", "Brings a slide's colours to the model's, or to those of another image");
    command->add_option("INPUT", choices->input, "A slide or an image")->required();
    command->add_option("-o,--output", choices->output, "The result, a pyramidal TIFF")->required();
    command->add_option("--target", choices->target, "An image whose colours to take; otherwise the default model's");
    command->add_option("--method", choices->method, "auto, vahadane, macenko or none")
        ->transform(CLI::CheckedTransformer(std::map<std::string, StainChoice>{{"auto", StainChoice::Auto},
            {"vahadane", StainChoice::Vahadane}, {"macenko", StainChoice::Macenko}, {"none", StainChoice::None}}));
    command->add_flag("--overwrite", choices->overwrite, "Replace an output that is there");
    command->callback([choices, &status] { status = run(*choices); });
}

} // namespace nb::cli
