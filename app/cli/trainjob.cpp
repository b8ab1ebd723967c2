// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trainjob.h"

#include "app/cli/console.h"
#include "app/cli/trainlog.h"
#include "engine/base/cpubudget.h"
#include "engine/io/atomicfile.h"
#include "engine/nn/defaultmodel.h"
#include "engine/train/casetrainingsource.h"

#include <chrono>
#include <filesystem>
#include <set>

namespace nb::cli
{

namespace
{

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// The parent; from nothing, the default model's recipe without its weights.
Result<ModelFile> startOf(const TrainJob& job)
{
    auto path = job.parent.empty() || job.parent == "default" ? findDefaultModel() : Result<std::string>(job.parent);
    if (!path)
        return path.error();
    auto model = readModelFile(*path);
    if (!model || !job.parent.empty())
        return model;
    model->tensors.clear();
    model->info.width = job.width;
    model->info.input = job.input;
    model->info.hash.clear();
    return model;
}

Result<TrainingPictures> load(const std::vector<std::string>& paths, RegionRole role,
    const TrainingPreparation& preparation, const CancelToken& cancel, std::string* description)
{
    TrainingPictures all;
    for (const std::string& path : paths) {
        const auto source = trainingSource(path, role);
        auto pictures = source->load(preparation, cancel);
        if (!pictures)
            return pictures.error();
        if (description != nullptr)
            *description += (description->empty() ? "" : ", ") + source->name() + " ("
                + std::to_string(pictures->size()) + (pictures->size() == 1 ? " picture)" : " pictures)");
        all.insert(all.end(), pictures->begin(), pictures->end());
    }
    return all;
}

/// A picture that is learnt from and judged on makes the judgement worthless.
Status checkApart(const TrainingData& data)
{
    std::set<std::string> learnt;
    for (const TrainingPictures* pictures : {&data.train, &data.rehearsal})
        for (const auto& picture : *pictures)
            learnt.insert(std::string(picture->rgb.pixels.begin(), picture->rgb.pixels.end()));
    for (const auto& picture : data.validation)
        if (learnt.contains(std::string(picture->rgb.pixels.begin(), picture->rgb.pixels.end())))
            return Error{ErrorCode::Invalid, "A picture is to be learnt from and judged on at once", picture->name,
                "Take it out of --data and --rehearse, or out of --validate"};
    return {};
}

Result<TrainingData> dataOf(const TrainJob& job, const ModelInfo& model, const CancelToken& cancel)
{
    const TrainingPreparation preparation{model, job.normalize, job.pixelSize};
    TrainingData data;
    for (const auto& [paths, role, pictures, description] :
        {std::tuple{&job.data, RegionRole::Training, &data.train, &data.description},
            std::tuple{&job.rehearse, RegionRole::Training, &data.rehearsal, (std::string*)nullptr},
            std::tuple{&job.validate, RegionRole::Validation, &data.validation, (std::string*)nullptr}}) {
        auto loaded = load(*paths, role, preparation, cancel, description);
        if (!loaded)
            return loaded.error();
        *pictures = std::move(*loaded);
    }
    if (Status status = checkApart(data); !status)
        return status.error();
    return data;
}

/// Before hours of work: can the model be written there?
Status checkWritable(const std::string& path)
{
    const auto file = AtomicFile::create(path);
    if (!file)
        return file.error();
    return {};
}

void nameModel(const TrainJob& job, ModelInfo& model)
{
    model.name = job.name.empty() ? fs::path(job.output).stem().string() : job.name;
    if (job.parent.empty())
        model.licence = "As its training images: " + model.licence;
}

} // namespace

std::string checkpointOf(const TrainJob& job)
{
    return job.output + ".training";
}

Result<TrainResult> runTrainJob(const TrainJob& job, const CancelToken& cancel)
{
    const auto start = Clock::now();
    if (Status status = checkWritable(job.output); !status)
        return status.error();
    TrainingPlan plan;
    plan.settings = job.settings;
    plan.checkpoint = checkpointOf(job);
    plan.resume = job.resume;
    auto model = startOf(job);
    if (!model)
        return model.error();
    plan.start = std::move(*model);
    auto data = dataOf(job, plan.start.info, cancel);
    if (!data)
        return data.error();
    plan.data = std::move(*data);
    const auto log = TrainLog::create(job.log, job.resume);
    if (!log)
        return log.error();
    plan.secondsSpent = std::chrono::duration<double>(Clock::now() - start).count();
    NetworkScheduler scheduler(job.settings.threads > 0 ? job.settings.threads : cpuBudget());
    TrainingSinks sinks;
    sinks.step = [&log](const StepReport& report) { (*log)->step(report); };
    sinks.epoch = [&log](const EpochReport& report) { (*log)->epoch(report); };
    auto outcome = trainModel(plan, scheduler, TrainingControl(), sinks, cancel);
    if (!outcome)
        return outcome.error();
    nameModel(job, outcome->model.info);
    const auto hash = writeModelFile(job.output, outcome->model);
    if (!hash) {
        Error error = hash.error();
        error.remedy += ". Nothing is lost: the same command with --resume writes it again";
        return error;
    }
    std::error_code ignored; // a file that stays behind is only in the way of the next training, which says so
    fs::remove(plan.checkpoint, ignored);
    if (Status status = (*log)->finish(); !status)
        return status.error();
    return TrainResult{std::move(*outcome), *hash};
}

} // namespace nb::cli
