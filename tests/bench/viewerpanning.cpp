// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measured.h"
#include "tests/bench/viewermeasures.h"
#include "ui/slidescene.h"
#include "widgets/slidecanvas.h"

#include <QCoreApplication>

#include <cstdio>

namespace nb::bench
{

namespace
{

constexpr std::int64_t kSide = std::int64_t{ViewerSlides::kSide} * ViewerSlides::kRepeats;
constexpr int kNucleiPerSide = 1000;
constexpr int kRuns = 3;
constexpr int kThere = 50; // frames there, and as many back
constexpr int kSettleEvery = 5; // frames, while the way is gone for the first time
constexpr QPointF kStep(-37, 23); // screen pixels: a quick hand at 60 frames a second
constexpr double kLargest = 2.92; // screen pixels per level-0 pixel; halved from level to level, never a whole one

struct Percentiles {
    double p95 = 0;
    double p99 = 0;
    double computedP95 = 0;
};

struct Stage {
    explicit Stage(const ViewerSlides& slides)
        : scene(canvas)
    {
        canvas.resize(1920, 1080);
        canvas.setReducedMotion(true);
        canvas.show();
        scene.setSlide(slides.openLarge());
        scene.setResults(nullptr, mapsEverywhere(kSide), nucleiEverywhere(kSide, kNucleiPerSide));
        scene.setVisible(LayerId::Inside, true);
        scene.setVisible(LayerId::Outlines, false);
    }
    void settle()
    {
        pumpUntil("tiles of a view", [this] { return canvas.settled(); });
    }
    SlideCanvas canvas;
    SlideScene scene;
};

QPointF stepAt(int frame)
{
    return frame < kThere ? kStep : -kStep;
}

/// Pans there and back once unmeasured, so that the tiles are cached, then measured.
Percentiles panAt(Stage& stage, double scale, double rotation)
{
    ViewTransform view = stage.canvas.view();
    view.scale = scale;
    view.rotationDeg = rotation;
    view.centre = {kSide * 0.48, kSide * 0.52};
    stage.canvas.setView(view);
    stage.settle();
    for (int i = 0; i < 2 * kThere; ++i) {
        (void)frameOf(stage.canvas, [&] { stage.canvas.panBy(stepAt(i)); });
        if (i % kSettleEvery == 0)
            stage.settle();
    }
    stage.settle();
    std::vector<double> p95, p99, computed;
    for (int run = 0; run < kRuns; ++run) {
        std::vector<double> frames, computing;
        for (int i = 0; i < 2 * kThere; ++i) {
            const Frame frame = frameOf(stage.canvas, [&] { stage.canvas.panBy(stepAt(i)); });
            frames.push_back(frame.ms);
            computing.push_back(frame.computedMs);
        }
        p95.push_back(percentile(frames, 0.95));
        p99.push_back(percentile(frames, 0.99));
        computed.push_back(percentile(computing, 0.95));
    }
    return {median(p95), median(p99), median(computed)};
}

Percentiles panEverywhere(const char* what, Stage& stage, double rotation)
{
    Percentiles worst;
    for (double scale = kLargest; scale > stage.canvas.fitScale() / 2; scale /= 2) {
        const Percentiles here = panAt(stage, scale, rotation);
        std::fprintf(stderr, "%-20s scale %7.4f  p95 %6.2f ms  p99 %6.2f ms  computed p95 %6.2f ms\n", what, scale,
            here.p95, here.p99, here.computedP95);
        worst = {std::max(worst.p95, here.p95), std::max(worst.p99, here.p99),
            std::max(worst.computedP95, here.computedP95)};
    }
    return worst;
}

/// Frames of the animated zoom, over what is cached the second time.
double zoomP95Ms(Stage& stage)
{
    std::vector<double> frames;
    stage.canvas.setReducedMotion(false);
    for (int pass = 0; pass < 2; ++pass) {
        frames.clear();
        stage.canvas.fit();
        stage.settle();
        while (stage.canvas.view().scale < kLargest) {
            stage.canvas.zoomBy(2, {700, 400});
            while (!stage.canvas.settled()) {
                const auto before = stage.canvas.view();
                const Frame frame = frameOf(stage.canvas, [] { QCoreApplication::processEvents(); });
                if (stage.canvas.view() != before)
                    frames.push_back(frame.ms);
            }
        }
    }
    stage.canvas.setReducedMotion(true);
    return percentile(frames, 0.95);
}

} // namespace

void measurePanning(const ViewerSlides& slides, nlohmann::ordered_json& json)
{
    Stage stage(slides);
    json["pan_cached_p95_ms"] = panEverywhere("cached", stage, 0).p95;
    stage.scene.setVisible(LayerId::Outlines, true);
    const Percentiles million = panEverywhere("a million nuclei", stage, 0);
    json["pan_million_p95_ms"] = million.p95;
    json["pan_million_p99_ms"] = million.p99;
    json["pan_million_turned_p95_ms"] = panEverywhere("turned by 30 degrees", stage, 30).p95;
    json["zoom_million_p95_ms"] = zoomP95Ms(stage);
}

} // namespace nb::bench
