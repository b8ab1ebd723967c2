// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/viewertraining.h"

#include "app/window/composition.h"
#include "tests/bench/demoregion.h"
#include "tests/bench/measured.h"
#include "tests/bench/viewerstage.h"
#include "ui/mainwindow.h"
#include "ui/modelshelf.h"
#include "ui/segmentationcontroller.h"
#include "ui/teachcontroller.h"
#include "ui/windowteach.h"
#include "widgets/slidecanvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace nb::bench
{

namespace
{

constexpr int kRuns = 5;
constexpr int kRunMs = 4000;
constexpr int kFrameMs = 16;
constexpr int kSide = 1000;
constexpr int kSquare = 40; // of which a quarter is called a nucleus: what is taught makes no difference for the time
constexpr double kPanScale = 0.73;
constexpr double kMinutes = 30; // longer than this takes

void writePair(const QTemporaryDir& folder)
{
    auto rgb = orThrow(demoRegion(kSide, kSide)->read(0, {0, 0, kSide, kSide}));
    cv::Mat bgr, labels(kSide, kSide, CV_16U);
    cv::cvtColor(cv::Mat(kSide, kSide, CV_8UC3, rgb.pixels.data()), bgr, cv::COLOR_RGB2BGR);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            labels.at<std::uint16_t>(y, x) = x % kSquare < kSquare / 2 && y % kSquare < kSquare / 2
                ? static_cast<std::uint16_t>(1 + y / kSquare * (kSide / kSquare) + x / kSquare)
                : std::uint16_t{0};
    const std::string stem = folder.filePath(QStringLiteral("demo")).toStdString();
    if (!cv::imwrite(stem + ".png", bgr) || !cv::imwrite(stem + ".labels.png", labels))
        throw std::runtime_error("the training pictures cannot be written");
}

double longestGapMs(SlideCanvas& canvas)
{
    QEventLoop loop;
    QTimer heart, hand;
    QElapsedTimer beat;
    double longest = 0;
    int frame = 0;
    QObject::connect(&heart, &QTimer::timeout, &loop, [&] {
        longest = std::max(longest, static_cast<double>(beat.nsecsElapsed()) / 1e6);
        beat.start();
    });
    QObject::connect(&hand, &QTimer::timeout, &loop, [&] {
        const bool back = ++frame / 100 % 2 != 0;
        canvas.panBy(back ? QPointF(19, 11) : QPointF(-19, -11));
    });
    heart.setTimerType(Qt::PreciseTimer);
    hand.setTimerType(Qt::PreciseTimer);
    QTimer::singleShot(kRunMs, &loop, &QEventLoop::quit);
    beat.start();
    heart.start(1);
    hand.start(kFrameMs);
    loop.exec();
    return longest;
}

} // namespace

double trainingGuiGapMs()
{
    const QTemporaryDir home; // the person's own models, settings and cases are left alone
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.filePath(QString::fromLatin1(name)).toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char program[] = "nucleoscope-bench";
    char* argv[] = {program, nullptr};
    const QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("nucleoscope"));
    QApplication::setApplicationName(QStringLiteral("nucleoscope-bench"));
    const ViewerSlides slides;
    const QTemporaryDir folder;
    writePair(folder);
    Composition composition;
    MainWindow window(composition.services());
    window.mayLose = [](const QString&) { return true; };
    window.resize(1920, 1080);
    window.show();
    window.openFile(QString::fromStdString(slides.path()));
    pumpUntil("the slide's preparation", [&] { return window.segmentation().recipe() != nullptr; });
    ViewTransform view = window.canvas().view();
    view.scale = kPanScale;
    window.canvas().setView(view);
    TeachController& teach = window.teach().controller();
    window.teach().shelf().refresh();
    teach.material().addOther(folder.path());
    teach.settings.timeLimitMinutes = kMinutes;
    pumpUntil("the models", [&] { return teach.obstacle().isEmpty(); });
    teach.start();
    pumpUntil("the first steps", [&] { return teach.lastStep() && teach.lastStep()->step > 2; });
    std::vector<double> gaps;
    for (int i = 0; i < kRuns; ++i) {
        gaps.push_back(longestGapMs(window.canvas()));
        std::fprintf(stderr, "longest gap while training %.1f ms; step %lld\n", gaps.back(),
            static_cast<long long>(teach.lastStep()->step));
    }
    teach.discard();
    return median(gaps);
}

} // namespace nb::bench
