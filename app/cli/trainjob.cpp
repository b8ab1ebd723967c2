// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trainjob.h"

#include "app/cli/console.h"
#include "app/cli/trainlog.h"
#include "engine/base/cpubudget.h"
#include "engine/io/atomicfile.h"
#include "engine/nn/defaultmodel.h"
#include "engine/train/casetrainingsource.h"
#include "engine/train/trainingdata.h"
#include "engine/train/trainingrecord.h"

#include <chrono>
#include <filesystem>

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

std::vector<std::shared_ptr<const TrainingSource>> sourcesOf(const std::vector<std::string>& paths, RegionRole role)
{
    std::vector<std::shared_ptr<const TrainingSource>> sources;
    for (const std::string& path : paths)
        sources.push_back(trainingSource(path, role));
    return sources;
}

Result<TrainingData> dataOf(const TrainJob& job, const ModelInfo& model, const CancelToken& cancel)
{
    const TrainingSources sources{sourcesOf(job.data, RegionRole::Training),
        sourcesOf(job.rehearse, RegionRole::Training), sourcesOf(job.validate, RegionRole::Validation)};
    auto data = loadTrainingData(sources, {model, job.normalize, job.pixelSize}, cancel);
    if (!data)
        return data;
    // The trainer knows pictures, not where they lie: what is wrong with the first list is told here, with its name.
    if (Status status = checkTrainingData({data->train, {}, {}, {}}); !status) {
        Error error = status.error();
        for (const std::string& path : job.data)
            error.path += (error.path.empty() ? "" : ", ") + path;
        return error;
    }
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
