// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/demoslide.h"
#include "tests/support/undrawnplaces.h"
#include "widgets/slidetilesource.h"
#include "widgets/tilelayer.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nb;
using namespace nb::test;

class TestWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotDrawnIsNoticed();
    void noFrameOfAWalkOverASlideFileHasAnUndrawnPixel();
};

void TestWalk::whatIsNotDrawnIsNoticed()
{
    SlideCanvas canvas;
    canvas.resize(300, 200);
    canvas.setSlideSize(600, 400);
    UndrawnPlaces undrawn(canvas);
    QVERIFY(undrawn.count() > 1000);
}

void TestWalk::noFrameOfAWalkOverASlideFileHasAnUndrawnPixel()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("demo.tif")).toStdString();
    Progress progress;
    QVERIFY(writeDemoSlide(DemoTissue(2100, 1500, 3, 0), path, {}, progress).ok());
    const auto slide = openSlide(path);
    QVERIFY(slide);
    SlideCanvas canvas;
    canvas.resize(420, 320);
    canvas.setReducedMotion(true);
    canvas.setMinimapVisible(false);
    canvas.setScaleBarVisible(false);
    canvas.setSlideSize((*slide)->info().width(), (*slide)->info().height());
    UndrawnPlaces undrawn(canvas);
    TileLoader loader(1);
    TileLayer layer(std::make_shared<SlideTileSource>(*slide), loader);
    canvas.addLayer(&layer);
    canvas.show();
    QTRY_VERIFY(!layer.overview().isNull());
    RandomWalk walk(5);
    for (int step = 0; step < 120; ++step) {
        walk.step(canvas);
        QVERIFY2(undrawn.count() == 0, qPrintable(QString::number(step)));
        if (step % 3 == 0)
            QCoreApplication::processEvents();
    }
}

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
