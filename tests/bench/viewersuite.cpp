// SPDX-License-Identifier: GPL-3.0-or-later
// The `--viewer` suite: keys and their definitions are in design.md section 10. Everything is drawn by Qt's raster
// engine, offscreen, at 1920 x 1080.
#include "tests/bench/suite.h"
#include "tests/bench/viewermeasures.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace nb::bench
{

namespace
{

struct Measure {
    const char* what;
    void (*run)(const ViewerSlides&, nlohmann::ordered_json&);
};
constexpr Measure kMeasures[] = {{"tiles against OpenSlide", measureTileRate},
    {"the first picture", measureFirstPicture}, {"a random walk", measureWalk}, {"the cache", measureCache},
    {"panning", measurePanning}, {"the window under load", measureGuiGap}};

/// Settings and cases of the person who measures are left alone.
void useHomeOfItsOwn(const QTemporaryDir& home)
{
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.filePath(QString::fromLatin1(name)).toLocal8Bit());
}

nlohmann::ordered_json runViewerSuite()
{
    const QTemporaryDir home;
    useHomeOfItsOwn(home);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "nucleoscope-bench";
    char* argv[] = {name, nullptr};
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("nucleoscope"));
    QApplication::setApplicationName(QStringLiteral("nucleoscope-bench"));
    std::fprintf(stderr, "making a demo slide of %d x %d px\n", ViewerSlides::kSide, ViewerSlides::kSide);
    const ViewerSlides slides;
    nlohmann::ordered_json json;
    const QByteArray only = qgetenv("NB_VIEWER_ONLY"); // while developing
    for (const Measure& measure : kMeasures) {
        if (!only.isEmpty() && !QByteArray(measure.what).contains(only))
            continue;
        std::fprintf(stderr, "measuring %s\n", measure.what);
        measure.run(slides, json);
    }
    return json;
}

const RegisteredSuite kViewer({"viewer", "panning, tiles, first picture, gaps of the window", runViewerSuite});

} // namespace

} // namespace nb::bench
