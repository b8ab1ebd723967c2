// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"
#include "tests/bench/measured.h"
#include "tests/bench/viewermeasures.h"
#include "ui/livecontroller.h"
#include "ui/mainwindow.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"
#include "widgets/slidecanvas.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <cstdio>

namespace nb::bench
{

namespace
{

constexpr int kOpenings = 5;
constexpr int kGapRuns = 5;
constexpr int kGapRunMs = 4000;
constexpr int kFrameMs = 16;
constexpr double kPanScale = 0.73;

struct Window {
    Window()
        : window(std::make_unique<MainWindow>(composition.services()))
    {
        window->mayLose = [](const QString&) { return true; };
        window->resize(1920, 1080);
        window->show();
    }
    [[nodiscard]] SlideCanvas& canvas() const { return window->canvas(); }
    [[nodiscard]] bool hasPicture() const
    {
        const auto& layers = canvas().layers();
        return window->slides().slide() && !layers.isEmpty() && !layers.front()->overview().isNull();
    }
    Composition composition;
    std::unique_ptr<MainWindow> window; // ends first
};

/// Goes over the slide in wide turns, a step each frame, and back into it where it comes to an edge.
void panOn(SlideCanvas& canvas, QPointF& step)
{
    canvas.panBy(step);
    const QPointF centre = canvas.view().centre;
    const QSizeF size = canvas.slideSize();
    if (centre.x() < 0.2 * size.width() || centre.x() > 0.8 * size.width())
        step.setX(centre.x() < size.width() / 2 ? -std::abs(step.x()) : std::abs(step.x()));
    if (centre.y() < 0.2 * size.height() || centre.y() > 0.8 * size.height())
        step.setY(centre.y() < size.height() / 2 ? -std::abs(step.y()) : std::abs(step.y()));
}

struct Gap {
    double ms = 0;
    double computedMs = 0; ///< of it, on this thread
    double mostComputedMs = 0; ///< in any round
};

/// The longest time between two rounds of the event loop in a run.
Gap longestGap(Window& stage, QPointF& step)
{
    SegmentationController& segmentation = stage.window->segmentation();
    QEventLoop loop;
    QTimer heart, hand;
    QElapsedTimer beat;
    Gap longest;
    double computed = threadMs();
    QObject::connect(&heart, &QTimer::timeout, &loop, [&] {
        const double ms = static_cast<double>(beat.nsecsElapsed()) / 1e6, now = threadMs();
        if (ms > longest.ms)
            longest = {ms, now - computed, longest.mostComputedMs};
        longest.mostComputedMs = std::max(longest.mostComputedMs, now - computed);
        computed = now;
        beat.start();
    });
    QObject::connect(&hand, &QTimer::timeout, &loop, [&] {
        panOn(stage.canvas(), step);
        if (segmentation.activity() == SegmentationController::Activity::Idle)
            segmentation.segmentSlide(); // a quick machine is through already
    });
    heart.setTimerType(Qt::PreciseTimer);
    hand.setTimerType(Qt::PreciseTimer);
    QTimer::singleShot(kGapRunMs, &loop, &QEventLoop::quit);
    beat.start();
    heart.start(1);
    hand.start(kFrameMs);
    loop.exec();
    return longest;
}

} // namespace

void measureFirstPicture(const ViewerSlides& slides, nlohmann::ordered_json& json)
{
    Window stage;
    pumpUntil("the window", [&] { return stage.window->isVisible(); });
    std::vector<double> first, sharp;
    for (int i = 0; i < kOpenings; ++i) {
        QElapsedTimer timer;
        timer.start();
        stage.window->openFile(QString::fromStdString(slides.path()));
        pumpUntil("the first picture", [&] { return stage.hasPicture(); });
        stage.canvas().repaint();
        first.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        pumpUntil("the whole picture", [&] { return stage.canvas().settled(); });
        stage.canvas().repaint();
        sharp.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        std::fprintf(stderr, "first picture after %.0f ms, sharp after %.0f ms\n", first.back(), sharp.back());
        pumpUntil("the slide's preparation", [&] { return stage.window->segmentation().recipe() != nullptr; });
        stage.window->slides().close();
        pumpUntil("closing", [&] { return !stage.window->slides().slide(); });
    }
    json["first_picture_ms"] = median(first);
    json["sharp_picture_ms"] = median(sharp);
}

void measureGuiGap(const ViewerSlides& slides, nlohmann::ordered_json& json)
{
    Window stage;
    stage.window->openFile(QString::fromStdString(slides.path()));
    pumpUntil("the slide's preparation", [&] { return stage.window->segmentation().recipe() != nullptr; });
    ViewTransform view = stage.canvas().view();
    view.scale = kPanScale;
    stage.canvas().setView(view);
    stage.window->scene().setVisible(LayerId::Outlines, true);
    stage.window->live().setOn(true);
    stage.window->segmentation().segmentSlide();
    pumpUntil("the search's first nuclei", [&] {
        return stage.window->segmentation().status().done > 0 || stage.window->segmentation().nuclei()->size() > 0;
    });
    std::vector<double> gaps;
    QPointF step(-19, -11);
    for (int i = 0; i < kGapRuns; ++i) {
        const Gap gap = longestGap(stage, step);
        gaps.push_back(gap.ms);
        std::fprintf(stderr, "longest gap %.1f ms, of it computed %.1f (most in a round %.1f); %lld patches done\n",
            gap.ms, gap.computedMs, gap.mostComputedMs,
            static_cast<long long>(stage.window->segmentation().status().done));
    }
    json["gui_gap_max_ms"] = median(gaps);
    stage.window->segmentation().stop();
    stage.window->live().setOn(false);
}

} // namespace nb::bench
