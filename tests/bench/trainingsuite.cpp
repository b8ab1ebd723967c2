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

#include <atomic>
#include <cstdio>
#include <thread>

namespace nb::bench
{

namespace
{

constexpr int kRuns = 5;
constexpr int kPairs = 9; // of a region alone and beside a training
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
    return secondsOf([&] {
        Progress progress;
        SegmentRequest request{{0, 0, kSide, kSide}};
        request.priority = Priority::Visible;
        request.order = PatchOrder::FromCentre; // as the window asks for it
        orThrow(segmentSlide(recipe, scheduler, request, {}, {}, progress));
    });
}

/// A training that goes on until it is destroyed.
class RunningTraining
{
public:
    RunningTraining(const ModelFile& model, NetworkScheduler& scheduler)
        : m_plan(planOf(model, 1'000'000))
    {
        m_sinks.step = [this](const StepReport& report) {
            ++m_steps;
            m_stepSeconds = m_plan.settings.batch / report.patchesPerSecond;
        };
        m_thread = std::thread(
            [this, &scheduler] { (void)trainModel(m_plan, scheduler, m_control, m_sinks, m_stop.token()); });
        goOn(2 * kWarmSteps);
    }
    ~RunningTraining()
    {
        m_stop.cancel();
        m_thread.join();
    }
    RunningTraining(const RunningTraining&) = delete;
    RunningTraining& operator=(const RunningTraining&) = delete;

    /// Nothing of it computes any more: neither a step nor samples ahead.
    void rest()
    {
        m_control.paused = true;
        for (int before = -1; before != m_steps;) {
            before = m_steps;
            std::this_thread::sleep_for(std::chrono::duration<double>(3 * m_stepSeconds));
        }
    }
    /// Returns in the middle of a step, `share` of the way into it.
    void goOn(int steps, double share = 0)
    {
        m_control.paused = false;
        for (const int until = m_steps + steps; m_steps < until;)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        std::this_thread::sleep_for(std::chrono::duration<double>(share * m_stepSeconds));
    }

private:
    const TrainingPlan m_plan;
    TrainingControl m_control;
    TrainingSinks m_sinks;
    CancelSource m_stop;
    std::atomic<int> m_steps{0};
    std::atomic<double> m_stepSeconds{1};
    std::thread m_thread;
};

/// "Segment what I see" while a training runs, against the same while it rests: in turns, so that other programs slow
/// down both, and asked for at different moments of a step.
double segmentSlowdown(const ModelFile& model, NetworkScheduler& scheduler)
{
    const auto network = orThrow(makeNetwork(model, {}));
    const auto recipe = orThrow(prepareSlide(demoRegion(kSide, kSide), network, {}, {}));
    RunningTraining training(model, scheduler);
    (void)visibleSeconds(recipe, scheduler); // warms up
    std::vector<double> alone, beside, ratios;
    for (int i = 0; i < kPairs; ++i) {
        training.rest();
        alone.push_back(visibleSeconds(recipe, scheduler));
        training.goOn(2, (i + 0.5) / kPairs);
        beside.push_back(visibleSeconds(recipe, scheduler));
        ratios.push_back(beside.back() / alone.back());
        std::fprintf(stderr, "a region alone %.3f s, beside a training %.3f s\n", alone.back(), beside.back());
    }
    return median(ratios);
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

const RegisteredSuite kSlowdown(
    {"slowdown", "segment_slowdown of --training alone", [] {
         NetworkScheduler scheduler(cpuBudget());
         const auto model = orThrow(readModelFile(orThrow(findDefaultModel())));
         return nlohmann::ordered_json{{"segment_slowdown", segmentSlowdown(model, scheduler)}};
     }});

} // namespace

} // namespace nb::bench
