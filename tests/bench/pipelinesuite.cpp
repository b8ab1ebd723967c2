// SPDX-License-Identifier: GPL-3.0-or-later
// The `--pipeline` suite: keys and their definitions are in design.md section 10.
#include "engine/base/cpubudget.h"
#include "engine/nn/defaultmodel.h"
#include "engine/segment/patchfeed.h"
#include "engine/segment/slidesegmenter.h"
#include "engine/segment/tileextraction.h"
#include "tests/bench/demomaps.h"
#include "tests/bench/demoregion.h"
#include "tests/bench/measured.h"
#include "tests/bench/suite.h"
#include "tests/bench/torchpaperprotocol.h"

#include <cstdio>

namespace nb::bench
{

namespace
{

using NetworkPtr = std::shared_ptr<const Network>;
using SlidePtr = std::shared_ptr<const SlideSource>;
using RecipePtr = std::shared_ptr<const SlideRecipe>;

constexpr int kLargeSide = 4000;
constexpr int kSmallSide = 1000;
constexpr int kLargeRuns = 3;
constexpr int kSmallRuns = 3;
constexpr int kExtractionRuns = 7;

void say(const char* what, double seconds)
{
    std::fprintf(stderr, "%-40s %8.3f s\n", what, seconds);
}

struct PipelineRun {
    double seconds = 0; ///< from the opened slide to its nuclei: tissue, stain estimate, network, nuclei
    double prepareSeconds = 0; ///< of these, before the first patch
    SegmentSummary summary;
};

Rect wholeOf(const SlideSource& slide)
{
    return {0, 0, slide.info().width(), slide.info().height()};
}

PipelineRun runPipeline(const SlidePtr& slide, const NetworkPtr& network, NetworkScheduler& scheduler)
{
    PipelineRun run;
    Progress progress;
    RecipePtr recipe;
    run.prepareSeconds = secondsOf([&] { recipe = orThrow(prepareSlide(slide, network, {}, {})); });
    run.seconds = run.prepareSeconds + secondsOf([&] {
        run.summary = orThrow(segmentSlide(recipe, scheduler, {wholeOf(*slide)}, {}, {}, progress));
    });
    return run;
}

/// The patches of a slide as the network gets them.
std::vector<RgbImage> patchesOf(const SlideRecipe& recipe, PatchFeed& feed)
{
    std::vector<RgbImage> patches;
    for (std::int64_t row = 0; row < recipe.grid.rows(); ++row)
        for (std::int64_t column = 0; column < recipe.grid.columns(); ++column) {
            if (!feed.runs(column, row))
                continue;
            patches.push_back(orThrow(recipe.pixels.read(recipe.grid.patchArea(column, row))));
            recipe.normalizer.apply(patches.back().pixels.data(), patches.back().pixels.size() / 3);
        }
    return patches;
}

/// The bare forward passes, on the same workers as the pipeline's.
double runForward(const std::vector<RgbImage>& patches, const Network& network, NetworkScheduler& scheduler)
{
    return secondsOf([&] {
        std::mutex mutex;
        std::condition_variable changed;
        std::size_t left = patches.size();
        for (const RgbImage& patch : patches)
            scheduler.post(Priority::SlideRun, [&] {
                thread_local std::vector<float> probabilities;
                probabilities.resize(patch.pixels.size());
                orThrow(network.probabilities(patch.pixels, 1, patch.width, patch.height, probabilities));
                const std::lock_guard lock(mutex);
                --left;
                changed.notify_all();
            });
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return left == 0; });
    });
}

void measureOverhead(nlohmann::ordered_json& json, const NetworkPtr& network, NetworkScheduler& scheduler)
{
    const SlidePtr slide = demoRegion(kLargeSide, kLargeSide);
    const RecipePtr recipe = orThrow(prepareSlide(slide, network, {}, {}));
    Progress progress;
    PatchFeed feed(recipe, scheduler, Priority::SlideRun, {}, progress);
    const std::vector<RgbImage> patches = patchesOf(*recipe, feed);
    std::vector<double> ratios, stain, prepare, speed, forwardSeconds;
    for (int i = 0; i < kLargeRuns; ++i) {
        const double forward = runForward(patches, *network, scheduler);
        const PipelineRun run = runPipeline(slide, network, scheduler);
        say("forward passes alone", forward);
        say("whole pipeline on the same patches", run.seconds);
        ratios.push_back(run.seconds / forward);
        stain.push_back(run.summary.stainSeconds / run.seconds);
        prepare.push_back(run.prepareSeconds / run.seconds);
        speed.push_back(run.summary.megapixels / run.seconds);
        forwardSeconds.push_back(forward / run.summary.megapixels);
        json["nuclei"] = run.summary.nuclei;
    }
    json["pipeline_over_forward"] = median(ratios);
    json["stain_share"] = median(stain);
    json["prepare_share"] = median(prepare);
    json["mpx_per_s"] = median(speed);
    json["forward_s_per_mpx"] = median(forwardSeconds);
}

void measurePaper(
    nlohmann::ordered_json& json, const NetworkPtr& ours, const NetworkPtr& fp32, NetworkScheduler& scheduler)
{
    const SlidePtr slide = demoRegion(kSmallSide, kSmallSide);
    const RgbImage picture = orThrow(slide->read(0, wholeOf(*slide)));
    const PaperProtocol within(scheduler.threads(), PaperProtocol::Threading::WithinBatch);
    const PaperProtocol perThread(scheduler.threads(), PaperProtocol::Threading::BatchPerThread);
    std::vector<double> over, overFp32;
    for (int i = 0; i < kSmallRuns; ++i) {
        const double auto_ = runPipeline(slide, ours, scheduler).seconds;
        const double exact = runPipeline(slide, fp32, scheduler).seconds;
        // Which way of threading suits LibTorch depends on the machine: the faster one counts.
        const double paper
            = std::min(secondsOf([&] { within.run(picture); }), secondsOf([&] { perThread.run(picture); }));
        say("the paper's protocol, 1000x1000", paper);
        say("ours in fp32", exact);
        say("ours", auto_);
        over.push_back(paper / auto_);
        overFp32.push_back(paper / exact);
    }
    json["paper_protocol_over_ours"] = median(over);
    json["paper_protocol_over_ours_fp32"] = median(overFp32);
}

void measurePostprocessing(nlohmann::ordered_json& json, const NetworkPtr& network, NetworkScheduler& scheduler)
{
    const SlidePtr slide = demoRegion(kSmallSide, kSmallSide);
    const RecipePtr recipe = orThrow(prepareSlide(slide, network, {}, {}));
    const MapWindow window = mapsOf(recipe, scheduler);
    const ExtractionRecipe extraction = extractionRecipeOf(network->info());
    std::vector<double> seconds;
    for (int i = 0; i < kExtractionRuns; ++i)
        seconds.push_back(secondsOf([&] { (void)extractTile(*recipe, window, window.area, window.area, extraction); }));
    json["postprocess_s_per_mpx"]
        = median(seconds) / (static_cast<double>(kSmallSide) * static_cast<double>(kSmallSide) / 1e6);
}

nlohmann::ordered_json runPipelineSuite()
{
    const std::string model = orThrow(findDefaultModel());
    const NetworkPtr ours = orThrow(loadNetwork(model, {PrecisionChoice::Auto, DeviceChoice::Cpu}));
    const NetworkPtr fp32 = orThrow(loadNetwork(model, {PrecisionChoice::Fp32, DeviceChoice::Cpu}));
    NetworkScheduler scheduler(cpuBudget());
    nlohmann::ordered_json json;
    measureOverhead(json, ours, scheduler);
    measurePaper(json, ours, fp32, scheduler);
    measurePostprocessing(json, ours, scheduler);
    json["precision"] = ours->precision() == Precision::Bf16 ? "bf16" : "fp32";
    json["threads"] = scheduler.threads();
    return json;
}

const RegisteredSuite kPipeline(
    {"pipeline", "slide to nuclei against the bare network and against the paper's protocol", runPipelineSuite});

} // namespace

} // namespace nb::bench
