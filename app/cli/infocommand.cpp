// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "engine/slide/slidesource.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace nb::cli
{

namespace
{

nlohmann::ordered_json describe(const SlideInfo& info)
{
    nlohmann::ordered_json json;
    json["format"] = info.format;
    json["width"] = info.width();
    json["height"] = info.height();
    json["mpp"] = info.pixelSize ? nlohmann::ordered_json{{"x", info.pixelSize->x}, {"y", info.pixelSize->y}}
                                 : nlohmann::ordered_json();
    json["objective_power"]
        = info.objectivePower ? nlohmann::ordered_json(*info.objectivePower) : nlohmann::ordered_json();
    json["levels"] = nlohmann::ordered_json::array();
    for (const SlideLevel& level : info.levels)
        json["levels"].push_back({{"width", level.width}, {"height", level.height}, {"downsample", level.downsample}});
    json["hash"] = info.hash;
    json["associated_images"] = info.associatedImages;
    json["properties"] = info.properties;
    return json;
}

void print(const SlideInfo& info)
{
    std::printf("format      %s\n", oneLine(info.format).c_str());
    std::printf(
        "size        %lld x %lld px\n", static_cast<long long>(info.width()), static_cast<long long>(info.height()));
    if (info.pixelSize)
        std::printf("pixel size  %.4g x %.4g um (%.4g x %.4g mm in all)\n", info.pixelSize->x, info.pixelSize->y,
            info.pixelSize->x * static_cast<double>(info.width()) / 1000,
            info.pixelSize->y * static_cast<double>(info.height()) / 1000);
    else if (!info.impossiblePixelSize.empty())
        std::printf("pixel size  unknown: the file says %s um, which no microscope has; name it with --mpp when looking "
                    "for nuclei\n",
            oneLine(info.impossiblePixelSize).c_str());
    else
        std::printf("pixel size  unknown: name it with --mpp when looking for nuclei\n");
    if (info.objectivePower)
        std::printf("objective   %gx\n", *info.objectivePower);
    for (std::size_t i = 0; i < info.levels.size(); ++i)
        std::printf("level %-5zu %lld x %lld px, 1:%g\n", i, static_cast<long long>(info.levels[i].width),
            static_cast<long long>(info.levels[i].height), info.levels[i].downsample);
    for (const std::string& name : info.associatedImages)
        std::printf("image       %s\n", oneLine(name).c_str());
    std::printf("hash        %s\n", oneLine(info.hash).c_str());
}

int run(const std::string& input, bool asJson)
{
    const auto slide = openSlide(input);
    if (!slide)
        return report(slide.error());
    if (asJson)
        std::printf(
            "%s\n", describe((*slide)->info()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    else
        print((*slide)->info());
    return kDone;
}

} // namespace

void addInfo(CLI::App& app, int& status)
{
    struct Choices {
        std::string input;
        bool json = false;
    };
    const auto choices = std::make_shared<Choices>();
    CLI::App* command = app.add_subcommand("info", "Shows what a slide or image says of itself");
    command->add_option("INPUT", choices->input, "A slide or an image")->required();
    command->add_flag("--json", choices->json, "One JSON object on standard output");
    command->callback([choices, &status] { status = run(choices->input, choices->json); });
}

} // namespace nb::cli
