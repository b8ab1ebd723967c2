// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/canvasstage.h"
#include "widgets/minimap.h"
#include "widgets/scalebar.h"

#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace nb;
using namespace nb::test;

/// The view as a whole, and what lies over it: minimap and scale bar.
class TestSlideCanvas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resizingAFittedViewFitsAgain();
    void viewStaysWithinReach();
    void clickInTheMinimapGoesThere();
    void minimapShowsWhereTheViewIs();
    void scaleBarFollowsZoomAndPixelSize();
    void withoutASlideNothingHappens();
    void pictureShowsOverlays();
};

void TestSlideCanvas::resizingAFittedViewFitsAgain()
{
    Stage stage;
    QCOMPARE(stage.canvas.view().scale, stage.canvas.fitScale());
    stage.canvas.resize(300, 200);
    QCOMPARE(stage.canvas.view().scale, stage.canvas.fitScale());
    stage.canvas.setScale(1);
    stage.canvas.resize(500, 400);
    QCOMPARE(stage.canvas.view().scale, 1.0);
    QCOMPARE(stage.canvas.view().viewport, QSizeF(500, 400));
}

void TestSlideCanvas::viewStaysWithinReach()
{
    Stage stage;
    ViewTransform wild = stage.canvas.view();
    wild.centre = {-1e9, std::nan("")};
    wild.scale = 1e12;
    stage.canvas.setView(wild);
    QVERIFY(stage.canvas.slideRect().contains(stage.canvas.view().centre));
    QVERIFY(stage.canvas.view().scale <= stage.canvas.largestScale());
    for (int i = 0; i < 100; ++i)
        stage.canvas.zoomBy(0.5);
    QCOMPARE(stage.canvas.view().scale, stage.canvas.smallestScale());
    QVERIFY(stage.canvas.view().scale * kSlideWidth > 40);
}

void TestSlideCanvas::clickInTheMinimapGoesThere()
{
    Stage stage;
    stage.canvas.setMinimapVisible(true);
    stage.canvas.setScale(1);
    Minimap* const map = stage.canvas.minimap();
    QTest::mouseClick(map, Qt::LeftButton, {}, {map->width() * 3 / 4, map->height() / 4});
    const QPointF centre = stage.canvas.view().centre;
    QVERIFY(std::abs(centre.x() - kSlideWidth * 0.75) < 60);
    QVERIFY(std::abs(centre.y() - kSlideHeight * 0.25) < 60);
    QTest::mousePress(map, Qt::LeftButton, {}, {10, 10});
    QMouseEvent drag(
        QEvent::MouseMove, QPointF(map->width() / 2.0, map->height() / 2.0), {}, Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(map, &drag);
    QVERIFY(std::abs(stage.canvas.view().centre.x() - kSlideWidth / 2) < 60);
}

void TestSlideCanvas::minimapShowsWhereTheViewIs()
{
    Stage stage;
    stage.canvas.setMinimapVisible(true);
    stage.canvas.setScale(1);
    stage.canvas.centreOn({1500, 3000});
    QTRY_VERIFY(stage.canvas.settled());
    Minimap* const map = stage.canvas.minimap();
    const QImage picture = map->grab().toImage();
    // The slide's own colours, and a dark frame where the view ends.
    const QPointF place(5000, 1000), spot = map->slideToMap().map(place);
    QVERIFY(distance(picture.pixel(spot.toPoint()), PlaceTiles::colourAt(place, kSlide).rgb()) <= 4);
    const QRectF seen = map->slideToMap().mapRect(stage.canvas.view().visibleSlide());
    const QRgb edge = picture.pixel(static_cast<int>(seen.left()), static_cast<int>(seen.center().y()));
    QVERIFY2(qRed(edge) < 90 && qGreen(edge) < 120, qPrintable(QString::number(edge, 16)));
}

void TestSlideCanvas::scaleBarFollowsZoomAndPixelSize()
{
    Stage stage;
    stage.canvas.setScale(1);
    QVERIFY(stage.canvas.scaleBar()->length().text.endsWith(QLatin1String("px")));
    stage.canvas.setPixelSize(PixelSize{0.5, 0.5});
    QCOMPARE(stage.canvas.scaleBar()->length().text, QStringLiteral("50 µm"));
    QCOMPARE(stage.canvas.scaleBar()->length().screenPixels, 100.0);
    stage.canvas.zoomBy(0.5);
    QCOMPARE(stage.canvas.scaleBar()->length().text, QStringLiteral("100 µm"));
}

void TestSlideCanvas::withoutASlideNothingHappens()
{
    SlideCanvas canvas;
    canvas.resize(300, 200);
    canvas.show();
    QSignalSpy moved(&canvas, &SlideCanvas::viewChanged);
    QTest::keyClick(&canvas, Qt::Key_Plus);
    QTest::mouseClick(&canvas, Qt::LeftButton);
    canvas.fit();
    canvas.zoomBy(2);
    canvas.panBy({5, 5});
    QVERIFY(canvas.settled());
    QCOMPARE(canvas.picture().size(), QSize(300, 200));
    QCOMPARE(moved.size(), 0);
}

void TestSlideCanvas::pictureShowsOverlays()
{
    Stage stage;
    QTRY_VERIFY(stage.canvas.settled());
    const QImage bare = stage.canvas.picture();
    stage.canvas.setMinimapVisible(true);
    stage.canvas.setScaleBarVisible(true);
    stage.canvas.setPixelSize(PixelSize{0.25, 0.25});
    const QImage full = stage.canvas.picture();
    QVERIFY(bare.copy(stage.canvas.minimap()->geometry()) != full.copy(stage.canvas.minimap()->geometry()));
    QVERIFY(bare.copy(stage.canvas.scaleBar()->geometry()) != full.copy(stage.canvas.scaleBar()->geometry()));
}

QTEST_MAIN(TestSlideCanvas)
#include "tst_slidecanvas.moc"
