// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "engine/demo/demoslide.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>

namespace nb::cli
{

namespace
{

constexpr std::int64_t kLargestSide = 200000;

struct Choices {
    std::string output;
    std::string truth;
    std::string size = "4000x3000";
    std::uint64_t seed = 1;
    int stain = 0;
    bool overwrite = false;
};

/// "4000x3000"; nothing where it is anything else or out of range.
std::optional<std::pair<std::int64_t, std::int64_t>> parseSize(const std::string& text)
{
    long long width = 0, height = 0;
    int used = 0;
    if (std::sscanf(text.c_str(), "%lldx%lld%n", &width, &height, &used) != 2
        || static_cast<std::size_t>(used) != text.size())
        return {};
    if (width < 64 || height < 64 || width > kLargestSide || height > kLargestSide)
        return {};
    return std::pair<std::int64_t, std::int64_t>{width, height};
}

int run(const Choices& choices)
{
    const auto size = parseSize(choices.size);
    if (!size)
        return reportUsage("--size is WIDTHxHEIGHT in pixels, each from 64 to " + std::to_string(kLargestSide));
    if (!isTiffName(choices.output))
        return reportUsage("The output's name has to end in .tif: " + choices.output);
    if (!choices.truth.empty() && !choices.truth.ends_with(".geojson") && !choices.truth.ends_with(".geojson.gz"))
        return reportUsage("The truth's name has to end in .geojson or .geojson.gz: " + choices.truth);
    for (const std::string& path : {choices.output, choices.truth})
        if (const auto error = occupied(path, choices.overwrite))
            return report(*error);
    if (const auto error = replacesInput(choices.truth, {choices.output})) // two names of one file
        return report(*error);
    const CancelToken cancel = cancelOnInterrupt();
    const DemoTissue tissue(size->first, size->second, choices.seed, choices.stain);
    Progress progress;
    const Status written = [&] {
        const ProgressLine line("Demo slide", progress);
        return choices.truth.empty() ? writeDemoSlide(tissue, choices.output, cancel, progress)
                                     : writeDemo(tissue, choices.output, choices.truth, cancel, progress);
    }();
    return written ? kDone : report(written.error());
}

} // namespace

void addDemo(CLI::App& app, int& status)
{
    const auto choices = std::make_shared<Choices>();
    CLI::App* command = app.add_subcommand("demo", "Makes a synthetic H&E slide whose nuclei are known");
    command->add_option("-o,--output", choices->output, "The slide, a pyramidal TIFF")->required();
    command->add_option("--truth", choices->truth, "Its nuclei: .geojson or .geojson.gz");
    command->add_option("--size", choices->size, "WIDTHxHEIGHT in pixels of 0.25 um");
    command->add_option("--seed", choices->seed, "Another number makes another slide");
    command->add_option("--stain", choices->stain, "Which stains: 0 to 5")->check(CLI::Range(0, 5));
    command->add_flag("--overwrite", choices->overwrite, "Replace outputs that are there");
    command->callback([choices, &status] { status = run(*choices); });
}

} // namespace nb::cli
