// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measured.h"
#include "tests/bench/viewermeasures.h"
#include "tests/support/undrawnplaces.h"
#include "widgets/slidecanvas.h"
#include "widgets/slidetilesource.h"
#include "widgets/tilelayer.h"

#include <QCoreApplication>

#include <cstdio>

namespace nb::bench
{

namespace
{
constexpr int kSteps = 500;
}

void measureWalk(const ViewerSlides& slides, nlohmann::ordered_json& json)
{
    SlideCanvas canvas;
    canvas.resize(1920, 1080);
    canvas.setReducedMotion(true);
    canvas.setMinimapVisible(false);
    canvas.setScaleBarVisible(false);
    canvas.setSlideSize(ViewerSlides::kSide, ViewerSlides::kSide);
    test::UndrawnPlaces undrawn(canvas);
    TileLoader loader;
    TileLayer layer(std::make_shared<SlideTileSource>(slides.open()), loader);
    canvas.addLayer(&layer);
    canvas.show();
    pumpUntil("the first picture", [&] { return !layer.overview().isNull(); });
    test::RandomWalk walk(11);
    int blank = 0, sharp = 0;
    for (int i = 0; i < kSteps; ++i) {
        walk.step(canvas);
        blank += undrawn.count() > 0 ? 1 : 0;
        sharp += canvas.settled() ? 1 : 0;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 4);
    }
    std::fprintf(stderr, "%d of %d frames were sharp at once\n", sharp, kSteps);
    json["blank_frames"] = blank;
}

} // namespace nb::bench
