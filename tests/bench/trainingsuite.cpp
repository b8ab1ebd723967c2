// SPDX-License-Identifier: GPL-3.0-or-later
// The `--training` suite: keys and their definitions are in design.md section 10.
#include "engine/base/cpubudget.h"
#include "engine/nn/defaultmodel.h"
#include "engine/segment/slidesegmenter.h"
#include "engine/train/trainer.h"
#include "engine/train/trainingstep.h"
#include "tests/bench/demoregion.h"
#include "tests/bench/measured.h"
#include "tests/bench/suite.h"
#ifdef NB_BENCH_WINDOW
#include "tests/bench/viewertraining.h"
#endif

#include <cstdio>
#include <thread>

namespace nb::bench
{

namespace
{

constexpr int kRuns = 5;
constexpr int kStepsPerRun = 12;
constexpr int kWarmSteps = 2; // not counted, here and in the trainer's own figure
constexpr int kSide = 1000;

/// Demo tissue; what is taught about it makes no difference for the time.
TrainingPictures pictures()
{
    auto picture = std::make_shared<TrainingPicture>();
    picture->name = "demo";
    picture->rgb = orThrow(demoRegion(kSide, kSide)->read(0, {0, 0, kSide, kSide}));
    picture->labels = LabelImage(kSide, kSide);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            if (x % 40 < 20 && y % 40 < 20)
                picture->labels.at(x, y) = static_cast<std::uint32_t>(1 + y / 40 * kSide + x / 40);
    picture->nuclei = countNuclei(picture->labels);
    return {picture};
}

TrainingPlan planOf(const ModelFile& model, int steps)
{
    TrainingPlan plan;
    plan.start = model;
    plan.data.train = pictures();
    plan.settings.patchesPerEpoch = static_cast<std::int64_t>(steps) * plan.settings.batch;
    plan.settings.epochs = 1;
    return plan;
}

/// Forward, backward and update alone, on one batch: samples per second.
double bareRate(TrainingStep& step, const TrainingBatch& batch)
{
    for (int i = 0; i < kWarmSteps; ++i)
        orThrow(step.advance(batch, 1e-4, 1));
    const double seconds = secondsOf([&] {
        for (int i = 0; i < kStepsPerRun; ++i)
            orThrow(step.advance(batch, 1e-4, 1));
    });
    return batch.count * kStepsPerRun / seconds;
}

double visibleSeconds(const std::shared_ptr<const SlideRecipe>& recipe, NetworkScheduler& scheduler)
{
    std::vector<double> seconds;
    for (int i = 0; i < kRuns; ++i)
        seconds.push_back(secondsOf([&] {
            Progress progress;
            SegmentRequest request{{0, 0, kSide, kSide}};
            request.priority = Priority::Visible;
            orThrow(segmentSlide(recipe, scheduler, request, {}, {}, progress));
        }));
    return median(seconds);
}

/// "Segment what I see" while a training runs, against alone.
double segmentSlowdown(const ModelFile& model, NetworkScheduler& scheduler)
{
    const auto network = orThrow(makeNetwork(model, {}));
    const auto recipe = orThrow(prepareSlide(demoRegion(kSide, kSide), network, {}, {}));
    (void)visibleSeconds(recipe, scheduler); // warms up
    const double alone = visibleSeconds(recipe, scheduler);
    CancelSource stop;
    std::atomic<int> steps{0};
    TrainingSinks sinks;
    sinks.step = [&steps](const StepReport&) { ++steps; };
    std::thread training(
        [&] { (void)trainModel(planOf(model, 1'000'000), scheduler, TrainingControl(), sinks, stop.token()); });
    while (steps < kWarmSteps)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const double beside = visibleSeconds(recipe, scheduler);
    stop.cancel();
    training.join();
    std::fprintf(stderr, "a region alone %.3f s, beside a training %.3f s\n", alone, beside);
    return beside / alone;
}

nlohmann::ordered_json run()
{
    const ModelFile model = orThrow(readModelFile(orThrow(findDefaultModel())));
    NetworkScheduler scheduler(cpuBudget());
    const TrainingPlan plan = planOf(model, kStepsPerRun + kWarmSteps);
    const auto step = orThrow(makeTrainingStep(model, plan.settings));
    SampleRecipe recipe;
    recipe.pictures = plan.data.train;
    recipe.model = model.info;
    const TrainingBatch batch
        = orThrow(BatchFeed(std::make_shared<SampleMaker>(recipe), {plan.settings.batch, 100, 0}).next());
    std::vector<double> ratios, rates;
    for (int i = 0; i < kRuns; ++i) { // side by side, so that other programs slow down both
        const double bare = bareRate(*step, batch);
        const double rate = orThrow(trainModel(plan, scheduler, TrainingControl(), {}, {})).patchesPerSecond;
        std::fprintf(stderr, "bare %.2f, training %.2f samples/s\n", bare, rate);
        ratios.push_back(rate / bare);
        rates.push_back(rate);
    }
    nlohmann::ordered_json json
        = {{"samples_over_bare_step", median(ratios)}, {"segment_slowdown", segmentSlowdown(model, scheduler)},
            {"samples_per_s", median(rates)}, {"precision", step->precision() == Precision::Bf16 ? "bf16" : "fp32"}};
#ifdef NB_BENCH_WINDOW
    json["gui_gap_max_ms"] = trainingGuiGapMs();
#endif
    return json;
}

const RegisteredSuite kSuite({"training", "Training: samples against the bare step, and what it costs who looks", run});

} // namespace

} // namespace nb::bench
