// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/trainjob.h"
#include "engine/base/cpubudget.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <map>

namespace nb::cli
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr double kDistillation = 0.5; // where there is a parent, but none of its data to rehearse

/// What the person gave, apart from the job: it is laid over the defaults or the paper's choices.
struct Choices {
    TrainJob job;
    bool paper = false;
    bool overwrite = false;
    bool json = false;
    bool noWeightMap = false;
    bool freezeEncoder = false;
    std::string augment;
    double mpp = 0;
    std::vector<double> classWeights;
    std::optional<int> width, patch, batch, epochs, patience;
    std::optional<std::int64_t> patchesPerEpoch, warmUp;
    std::optional<double> learningRate, dropout, averaging, distillation, rehearsalShare, timeLimit;
    std::optional<ModelInput> input;
};

const std::map<std::string, bool Augmentation::*> kVariations
    = {{"elastic", &Augmentation::elastic}, {"rescale", &Augmentation::rescale}, {"affine", &Augmentation::affine},
        {"shift", &Augmentation::shift}, {"flip", &Augmentation::flip}, {"rotate", &Augmentation::rotate},
        {"stain", &Augmentation::stain}, {"blur", &Augmentation::blurNoise}};

/// "all", "none" or names with commas; false where a name is unknown.
bool setAugmentation(const std::string& list, Augmentation& augmentation)
{
    if (list.empty())
        return true;
    for (const auto& [name, member] : kVariations)
        augmentation.*member = list == "all";
    if (list == "all" || list == "none")
        return true;
    for (const std::string& name : CLI::detail::split(list, ',')) {
        const auto found = kVariations.find(name);
        if (found == kVariations.end())
            return false;
        augmentation.*(found->second) = true;
    }
    return true;
}

template <class T, class U> void lay(const std::optional<T>& given, U& over)
{
    if (given)
        over = *given;
}

/// The settings that the choices make, or what is wrong with them.
std::string complete(Choices& choices)
{
    TrainJob& job = choices.job;
    TrainingSettings settings = choices.paper ? paperSettings() : TrainingSettings();
    settings.seed = job.settings.seed;
    settings.threads = job.settings.threads;
    settings.target = job.settings.target;
    settings.precision = job.settings.precision;
    job.width = choices.width.value_or(choices.paper ? 32 : 16);
    lay(choices.patch, settings.patch);
    lay(choices.batch, settings.batch);
    lay(choices.epochs, settings.epochs);
    lay(choices.patience, settings.patience);
    lay(choices.patchesPerEpoch, settings.patchesPerEpoch);
    lay(choices.warmUp, settings.warmUpSteps);
    lay(choices.learningRate, settings.learningRate);
    lay(choices.dropout, settings.dropout);
    lay(choices.averaging, settings.averaging);
    lay(choices.rehearsalShare, settings.rehearsalShare);
    lay(choices.input, job.input);
    if (choices.timeLimit)
        settings.timeLimitMinutes = choices.timeLimit;
    settings.distillation
        = choices.distillation.value_or(!job.parent.empty() && job.rehearse.empty() ? kDistillation : 0.0);
    settings.weightMap = !choices.noWeightMap;
    settings.freezeEncoder = choices.freezeEncoder;
    if (!choices.classWeights.empty())
        std::copy(choices.classWeights.begin(), choices.classWeights.end(), settings.classWeights.begin());
    if (!setAugmentation(choices.augment, settings.augmentation))
        return "--augment takes all, none, or some of elastic,rescale,affine,shift,flip,rotate,stain,blur";
    if (!job.parent.empty() && (choices.width || choices.input))
        return "--width and --input are for training from nothing; a model that is taught further keeps its own";
    if (choices.mpp > 0)
        job.pixelSize = PixelSize{choices.mpp, choices.mpp};
    job.settings = settings;
    const Status status = checkSettings(settings);
    return status ? "" : status.error().message();
}

std::optional<Error> alreadyThere(const Choices& choices)
{
    if (auto error = occupied(choices.job.output, choices.overwrite))
        return error;
    std::error_code ignored;
    if (!choices.job.resume && !choices.overwrite && std::filesystem::exists(checkpointOf(choices.job), ignored))
        return Error{ErrorCode::Exists, "A training that was stopped is there already", checkpointOf(choices.job),
            "Add --resume to go on with it, or --overwrite to begin anew"};
    return {};
}

void tell(const TrainJob& job, const TrainResult& result)
{
    const TrainingOutcome& outcome = result.outcome;
    for (const std::string& warning : outcome.warnings)
        note(warning);
    const auto print = [](const char* which, const EvaluationRates& r) {
        std::fprintf(stderr,
            "%-7s F1 %.3f  Dice %.3f  AJI %.3f  PQ %.3f  missed %.3f  false %.3f  merged %.3f  split %.3f\n", which,
            r.f1, r.dice, r.aji, r.pq, r.missedDetection, r.falseDetection, r.underSegmentation, r.overSegmentation);
    };
    if (outcome.before)
        print("before", outcome.before->rates);
    if (outcome.after)
        print("after", outcome.after->rates);
    std::fprintf(stderr, "%lld steps in %.0f s, weights of step %lld: %s\n", static_cast<long long>(outcome.steps),
        outcome.seconds, static_cast<long long>(outcome.bestStep), job.output.c_str());
}

Json describe(const TrainResult& result)
{
    static constexpr const char* kEnds[] = {"all steps", "time limit", "no progress", "finished early"};
    const TrainingOutcome& outcome = result.outcome;
    return {{"steps", outcome.steps}, {"weights_of_step", outcome.bestStep}, {"seconds", outcome.seconds},
        {"patches_per_second", outcome.patchesPerSecond}, {"end", kEnds[static_cast<int>(outcome.end)]},
        {"model", outcome.model.info.name}, {"model_sha256", result.hash}, {"parent", outcome.model.info.parent},
        {"metrics", Json::parse(outcome.model.info.metrics, nullptr, false)}, {"warnings", outcome.warnings},
        {"peak_rss_mib", peakMemoryMib()}};
}

int run(Choices& choices)
{
    if (const std::string wrong = complete(choices); !wrong.empty())
        return reportUsage(wrong);
    if (const auto error = alreadyThere(choices))
        return report(*error);
    const auto result = runTrainJob(choices.job, cancelOnInterrupt());
    if (!result)
        return report(result.error());
    tell(choices.job, *result);
    if (choices.json)
        std::printf("%s\n", describe(*result).dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
    return kDone;
}

void addData(CLI::App& command, Choices& c)
{
    command
        .add_option("--data", c.job.data,
            "Folders with pairs NAME.png and NAME.labels.png, lists of names in such a folder, or cases (.nsc): their "
            "checked regions for training")
        ->required();
    command.add_option("--validate", c.job.validate,
        "The same, held out: judged on after each epoch, never learnt from. Of cases the checked regions for "
        "validation");
    command.add_option("--rehearse", c.job.rehearse, "The same: older data, so that it is not forgotten");
    command.add_option("--rehearse-share", c.rehearsalShare, "Their share of the samples, 0 to 0.9 (0.2)");
    command.add_option("-o,--output", c.job.output, "The model, a .safetensors file")->required();
    command.add_option(
        "--from", c.job.parent, "The model to teach further: a file, or default; otherwise from nothing");
    command.add_option("--normalize", c.job.normalize, "auto, vahadane, macenko or none")
        ->transform(CLI::CheckedTransformer(std::map<std::string, StainChoice>{{"auto", StainChoice::Auto},
            {"vahadane", StainChoice::Vahadane}, {"macenko", StainChoice::Macenko}, {"none", StainChoice::None}}));
    command
        .add_option("--mpp", c.mpp, "Micrometres per pixel of all pictures, where the files do not say or are wrong")
        ->check(CLI::Range(0.01, 100.0));
    command.add_option("--log", c.job.log, "A CSV file with a line for each epoch");
    command.add_option("--name", c.job.name, "The model's name for people; otherwise the file's");
}

void addSettings(CLI::App& command, Choices& c)
{
    command.add_option("--width", c.width, "Channels of the first block (16)")->check(CLI::Range(1, 256));
    command.add_option("--input", c.input, "What the network sees: rgb or haematoxylin")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, ModelInput>{{"rgb", ModelInput::Rgb}, {"haematoxylin", ModelInput::Haematoxylin}}));
    command.add_option("--targets", c.job.settings.target, "What it is taught: nb, nucleus or boundary")
        ->transform(CLI::CheckedTransformer(std::map<std::string, TargetKind>{
            {"nb", TargetKind::Nb}, {"nucleus", TargetKind::Nucleus}, {"boundary", TargetKind::Boundary}}));
    command.add_option("--epochs", c.epochs, "How often it is judged and saved (20)");
    command.add_option("--patches-per-epoch", c.patchesPerEpoch, "Samples in an epoch (800)");
    command.add_option("--patch", c.patch, "Side of a sample in pixels, a multiple of 16 (192)");
    command.add_option("--batch", c.batch, "Samples in a step (8)");
    command.add_option("--lr", c.learningRate, "Learning rate of Adam (0.001)");
    command.add_option("--warm-up", c.warmUp, "Steps over which the learning rate rises (50)");
    command.add_option("--dropout", c.dropout, "0 to 0.9 (0.1)");
    command.add_option("--averaging", c.averaging, "Decay of the averaged weights, 0 for none (0.999)");
    command.add_option("--class-weights", c.classWeights, "Of background, boundary and inside (1,2,1)")
        ->delimiter(',')
        ->expected(3);
    command.add_option("--distill", c.distillation, "How much the model is held to its parent where that is right");
    command.add_option(
        "--augment", c.augment, "all, none, or some of elastic,rescale,affine,shift,flip,rotate,stain,blur");
    command.add_flag("--no-weight-map", c.noWeightMap, "All pixels of a patch count alike");
    command.add_flag("--freeze-encoder", c.freezeEncoder, "Only the second half of the network learns");
    command.add_flag("--paper", c.paper, "The choices of Cui et al. 2018; single ones can still be changed");
}

} // namespace

void addTrain(CLI::App& app, int& status)
{
    const auto choices = std::make_shared<Choices>();
    Choices& c = *choices;
    CLI::App* command = app.add_subcommand("train", "Teaches a model from pictures with known nuclei");
    addData(*command, c);
    addSettings(*command, c);
    command->add_option(
        "--time-limit", c.timeLimit, "Minutes after which the model is ready; decides instead of --epochs");
    command->add_option("--patience", c.patience, "Stops after so many epochs without a better validation");
    command->add_option("--seed", c.job.settings.seed, "Another number gives another training");
    command->add_option("--threads", c.job.settings.threads, "How many processors to use; otherwise all")
        ->check(CLI::Range(1, 1024));
    command->add_option("--precision", c.job.settings.precision, "auto, fp32 or bf16")
        ->transform(CLI::CheckedTransformer(std::map<std::string, PrecisionChoice>{
            {"auto", PrecisionChoice::Auto}, {"fp32", PrecisionChoice::Fp32}, {"bf16", PrecisionChoice::Bf16}}));
    command->add_flag("--resume", c.job.resume, "Goes on where a training with the same options stopped");
    command->add_flag("--overwrite", c.overwrite, "Replace the model that is there");
    command->add_flag("--json", c.json, "One JSON object on standard output");
    command->callback([choices, &status] { status = run(*choices); });
}

} // namespace nb::cli
