// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/casejob.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/segmentjob.h"
#include "engine/base/cpubudget.h"
#include "engine/nn/defaultmodel.h"
#include "engine/nn/pairednetwork.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

namespace nb::cli
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::int64_t kFurthest = 1LL << 40; // pixels; sums of such numbers cannot overflow

struct Choices {
    std::vector<std::string> inputs;
    std::string output;
    std::vector<std::int64_t> region;
    double mpp = 0;
    bool mppGiven = false;
    std::string model;
    std::string boundaryModel;
    Vote vote = Vote::Weighted;
    StainChoice normalize = StainChoice::Auto;
    int patch = 0;
    int stride = 0;
    PrecisionChoice precision = PrecisionChoice::Auto;
    int threads = 0;
    DeviceChoice device = DeviceChoice::Auto;
    std::string labels;
    std::string heatmap;
    bool overwrite = false;
    bool json = false;
};

bool endsWith(const std::string& text, const std::string& end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool isFolder(const std::string& path)
{
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

/// What is wrong with the numbers, or empty.
std::string numbersComplaint(const Choices& choices)
{
    if (choices.mppGiven && !PixelSize{choices.mpp, choices.mpp}.plausible())
        return "--mpp is micrometres per pixel, between 0.01 and 100";
    const auto absurd = [](std::int64_t v) { return v < -kFurthest || v > kFurthest; };
    if (!choices.region.empty() && (choices.region[2] <= 0 || choices.region[3] <= 0))
        return "--region is X,Y,W,H with a width and a height above 0";
    if (std::any_of(choices.region.begin(), choices.region.end(), absurd))
        return "--region has a number that is beyond any slide";
    if (choices.patch % 16 != 0)
        return "--patch has to be a multiple of 16";
    if (choices.patch > 0 && choices.stride > 0
        && (choices.stride > choices.patch || choices.stride < choices.patch / 8))
        return "--stride has to be between an eighth of --patch and --patch";
    return {};
}

/// What is wrong with the names of inputs and outputs, or empty.
std::string namesComplaint(const Choices& choices)
{
    const bool several = choices.inputs.size() > 1;
    if (several && (!choices.labels.empty() || !choices.heatmap.empty() || !choices.region.empty()))
        return "--region, --labels and --heatmap go with one input";
    if (!several && !isFolder(choices.output) && !endsWith(choices.output, ".geojson")
        && !endsWith(choices.output, ".geojson.gz") && !isCase(choices.output))
        return "The output's name has to end in .geojson, .geojson.gz or .nsc (or be a folder that exists): "
            + choices.output;
    if (isCase(choices.output) && (!choices.labels.empty() || !choices.heatmap.empty()))
        return "--labels and --heatmap go with .geojson; a case holds the maps itself";
    for (const std::string& path : {choices.labels, choices.heatmap})
        if (!path.empty() && !isTiffName(path))
            return "The names of --labels and --heatmap have to end in .tif: " + path;
    std::set<std::string> names;
    std::error_code ignored;
    for (const std::string& path : {choices.output, choices.labels, choices.heatmap})
        if (!path.empty() && !names.insert(fs::absolute(path, ignored).lexically_normal().string()).second)
            return "Two outputs have the same name: " + path;
    return {};
}

/// One job per input; several go into a folder, named after their inputs.
Result<std::vector<SegmentJob>> jobsOf(const Choices& choices)
{
    const bool intoFolder = choices.inputs.size() > 1 || isFolder(choices.output);
    std::vector<SegmentJob> jobs;
    std::set<std::string> names;
    for (const std::string& input : choices.inputs) {
        SegmentJob job;
        job.input = input;
        job.output
            = intoFolder ? (fs::path(choices.output) / fs::path(input).stem()).string() + ".geojson" : choices.output;
        job.labels = choices.labels;
        job.heatmap = choices.heatmap;
        if (!choices.region.empty())
            job.region = Rect{choices.region[0], choices.region[1], choices.region[2], choices.region[3]};
        if (choices.mppGiven)
            job.options.pixelSize = PixelSize{choices.mpp, choices.mpp};
        job.options.normalize = choices.normalize;
        job.options.patch = choices.patch;
        job.options.stride = choices.stride;
        job.options.vote = choices.vote;
        if (!names.insert(job.output).second)
            return Error{ErrorCode::Exists, "Two inputs would be written to one file", job.output,
                "Rename one of the inputs, or run them one by one"};
        for (const std::string& path : {job.output, job.labels, job.heatmap}) {
            if (auto error = replacesInput(path, choices.inputs))
                return *error;
            if (auto error = replacesInput(path, {choices.model}))
                return *error;
            if (auto error = occupied(path, choices.overwrite || isCase(path))) // a case is added to, never replaced
                return *error;
        }
        jobs.push_back(std::move(job));
    }
    std::error_code failed;
    if (intoFolder)
        fs::create_directories(choices.output, failed);
    if (failed)
        return Error{ErrorCode::NotWritable, "The folder for the results cannot be made", choices.output,
            "Choose a folder that you may write to"};
    return jobs;
}

Json describe(const SegmentOutcome& outcome, const Network& network, int threads)
{
    const SegmentSummary& summary = outcome.summary;
    static constexpr const char* kMethods[] = {"none", "vahadane", "macenko"};
    return {{"nuclei", summary.nuclei}, {"seconds", outcome.seconds}, {"megapixels", summary.megapixels},
        {"network_seconds", summary.networkSeconds}, {"stain_seconds", summary.stainSeconds},
        {"extract_seconds", summary.extractSeconds}, {"peak_rss_mib", peakMemoryMib()}, {"model", network.info().name},
        {"model_sha256", network.info().hash}, {"mpp", outcome.pixelSize.x},
        {"normalization", kMethods[static_cast<int>(outcome.stain.method)]},
        {"normalization_reason", outcome.stain.reason},
        {"precision", network.precision() == Precision::Bf16 ? "bf16" : "fp32"},
        {"device", network.device() == Device::Cuda ? "cuda" : "cpu"}, {"threads", threads},
        {"patches", summary.patches}, {"skipped_patches", summary.skippedPatches}, {"too_large", summary.tooLarge},
        {"repaired", outcome.repaired}, {"dropped", outcome.dropped}, {"warning", outcome.warning}};
}

void tell(const SegmentJob& job, const SegmentOutcome& outcome)
{
    if (!outcome.warning.empty())
        note(outcome.warning);
    if (!outcome.stain.reason.empty())
        note(outcome.stain.reason);
    if (outcome.summary.tooLarge > 0)
        note(std::to_string(outcome.summary.tooLarge)
            + " shapes were left out because they are larger than any nucleus");
    if (outcome.dropped > 0)
        note(std::to_string(outcome.dropped)
            + " nuclei are not in the file because nothing is left of them once rounded");
    if (outcome.repaired > 0)
        note(std::to_string(outcome.repaired) + " outlines were mended because they touched themselves once rounded");
    std::fprintf(stderr, "%lld nuclei on %.2f Mpx in %.1f s: %s\n", static_cast<long long>(outcome.summary.nuclei),
        outcome.summary.megapixels, outcome.seconds, job.output.c_str());
}

Json together(const std::vector<Json>& each)
{
    if (each.size() == 1)
        return each.front();
    Json all = {{"nuclei", 0}, {"seconds", 0.0}, {"megapixels", 0.0}, {"network_seconds", 0.0}};
    for (const Json& one : each) {
        all["nuclei"] = all["nuclei"].get<std::int64_t>() + one["nuclei"].get<std::int64_t>();
        for (const char* key : {"seconds", "megapixels", "network_seconds"})
            all[key] = all[key].get<double>() + one[key].get<double>();
    }
    all["peak_rss_mib"] = peakMemoryMib();
    all["model"] = each.empty() ? Json() : each.front()["model"];
    all["mpp"] = each.empty() ? Json() : each.front()["mpp"];
    all["inputs"] = each;
    return all;
}

/// The model, or the nucleus model and the boundary model as one.
Result<std::shared_ptr<const Network>> networkOf(const std::string& model, const Choices& choices)
{
    const NetworkOptions options{choices.precision, choices.device};
    auto network = loadNetwork(model, options);
    if (!network || choices.boundaryModel.empty())
        return network;
    auto boundary = loadNetwork(choices.boundaryModel, options);
    if (!boundary)
        return boundary;
    return PairedNetwork::create(std::move(*network), std::move(*boundary));
}

int run(const Choices& choices)
{
    for (const std::string& wrong : {numbersComplaint(choices), namesComplaint(choices)})
        if (!wrong.empty())
            return reportUsage(wrong);
    const auto jobs = jobsOf(choices);
    if (!jobs)
        return report(jobs.error());
    const CancelToken cancel = cancelOnInterrupt();
    auto model = choices.model.empty() ? findDefaultModel() : Result<std::string>(choices.model);
    if (!model)
        return report(model.error());
    const auto network = networkOf(*model, choices);
    if (!network)
        return report(network.error());
    NetworkScheduler scheduler(choices.threads > 0 ? choices.threads : cpuBudget());
    int status = kDone;
    std::vector<Json> each;
    for (const SegmentJob& job : *jobs) {
        Progress progress;
        const auto outcome = [&] {
            const ProgressLine line(fs::path(job.input).filename().string(), progress);
            return isCase(job.output) ? runCaseJob(job, choices.overwrite, *network, scheduler, cancel, progress)
                                      : runSegmentJob(job, *network, scheduler, cancel, progress);
        }();
        if (!outcome) {
            status = report(outcome.error());
            if (status == kInterrupted)
                return status;
            continue; // one bad slide does not cost the others
        }
        each.push_back(describe(*outcome, **network, scheduler.threads()));
        if (jobs->size() > 1)
            each.back()["output"] = fs::path(job.output).filename().string();
        tell(job, *outcome);
    }
    if (choices.json && !each.empty())
        std::printf("%s\n", together(each).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    return status;
}

} // namespace

void addSegment(CLI::App& app, int& status)
{
    const auto choices = std::make_shared<Choices>();
    CLI::App* command = app.add_subcommand("segment", "Finds the nuclei of slides or images");
    command->add_option("INPUT", choices->inputs, "Slides or images")->required();
    command
        ->add_option("-o,--output", choices->output,
            "The nuclei: .geojson, .geojson.gz or .nsc (a case); for several inputs a folder")
        ->required();
    command->add_option("--region", choices->region, "Only X,Y,W,H, in pixels of the slide")
        ->delimiter(',')
        ->expected(4);
    auto* mpp
        = command->add_option("--mpp", choices->mpp, "Micrometres per pixel, where the slide does not say or is wrong");
    command->add_option("--model", choices->model, "A model file; otherwise the one that comes with the program");
    command->add_option("--boundary-model", choices->boundaryModel,
        "A model taught with --targets boundary, beside one taught with --targets nucleus");
    command->add_option("--vote", choices->vote, "How overlapping squares decide: weighted or uniform")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, Vote>{{"weighted", Vote::Weighted}, {"uniform", Vote::Uniform}}));
    command->add_option("--normalize", choices->normalize, "auto, vahadane, macenko or none")
        ->transform(CLI::CheckedTransformer(std::map<std::string, StainChoice>{{"auto", StainChoice::Auto},
            {"vahadane", StainChoice::Vahadane}, {"macenko", StainChoice::Macenko}, {"none", StainChoice::None}}));
    command->add_option("--patch", choices->patch, "Side of the squares that the network sees, a multiple of 16")
        ->check(CLI::Range(64, 2048));
    command->add_option("--stride", choices->stride, "Step from square to square")->check(CLI::Range(8, 2048));
    command->add_option("--precision", choices->precision, "auto, fp32 or bf16")
        ->transform(CLI::CheckedTransformer(std::map<std::string, PrecisionChoice>{
            {"auto", PrecisionChoice::Auto}, {"fp32", PrecisionChoice::Fp32}, {"bf16", PrecisionChoice::Bf16}}));
    command->add_option("--threads", choices->threads, "How many processors to use; otherwise all")
        ->check(CLI::Range(1, 1024));
    command->add_option("--device", choices->device, "auto, cpu or cuda")
        ->transform(CLI::CheckedTransformer(std::map<std::string, DeviceChoice>{
            {"auto", DeviceChoice::Auto}, {"cpu", DeviceChoice::Cpu}, {"cuda", DeviceChoice::Cuda}}));
    command->add_option("--labels", choices->labels, "Also a label image, a 32-bit TIFF of the slide's size");
    command->add_option(
        "--heatmap", choices->heatmap, "Also the network's maps, a TIFF: red background, green boundary, blue inside");
    command->add_flag("--overwrite", choices->overwrite,
        "Replace outputs that are there; in a case: find anew, what a person touched stays");
    command->add_flag("--json", choices->json, "One JSON object on standard output");
    command->callback([choices, mpp, &status] {
        choices->mppGiven = mpp->count() > 0;
        status = run(*choices);
    });
}

} // namespace nb::cli
