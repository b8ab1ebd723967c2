// SPDX-License-Identifier: GPL-3.0-or-later
// Ruler and counting grid: their arithmetic, and what they show on the canvas.
#include "widgets/countinggrid.h"
#include "widgets/ruler.h"
#include "widgets/slidecanvas.h"

#include <QPainter>
#include <QSignalSpy>
#include <QtTest>

using namespace nb;

namespace
{

struct Stage {
    SlideCanvas canvas;
    CountingGrid grid{canvas};
    Ruler ruler{canvas};

    Stage()
    {
        canvas.setReducedMotion(true);
        canvas.setMinimapVisible(false);
        canvas.setScaleBarVisible(false);
        canvas.resize(400, 400);
        canvas.setSlideSize(4000, 4000);
        ViewTransform view = canvas.view();
        view.centre = {2000, 2000};
        view.scale = 0.5;
        canvas.setView(view);
        canvas.show();
    }
};

bool dark(QRgb p)
{
    return qGray(p) < 120;
}

} // namespace

class TestMeasuring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthFollowsEachAxis();
    void lengthIsSaidInAFittingUnit();
    void aDragMeasures();
    void turningAndMirroringChangeNoLength();
    void theLengthGoesWithItsLine();
    void anEndCanBeTakenElsewhere();
    void inactiveItLetsTheCanvasPan();
    void middleButtonAndWheelStayTheCanvases();
    void anAssumedPixelSizeIsSaid();
    void gridLinesAreMultiplesOfTheSpacing();
    void gridIsDrawnWhereItSays();
    void aGridTooDenseSaysSo();
};

void TestMeasuring::lengthFollowsEachAxis()
{
    QCOMPARE(rulerLength({10, 10}, {13, 14}, {}), 5.0);
    QCOMPARE(rulerLength({10, 10}, {110, 10}, PixelSize{0.25, 0.5}), 25.0);
    QCOMPARE(rulerLength({10, 10}, {10, 110}, PixelSize{0.25, 0.5}), 50.0);
    QCOMPARE(rulerLength({0, 0}, {12, 8}, PixelSize{0.25, 0.5}), 5.0);
    QCOMPARE(rulerLength({7, 7}, {7, 7}, PixelSize{0.25, 0.25}), 0.0);
}

void TestMeasuring::lengthIsSaidInAFittingUnit()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(rulerText(3.14159, false), QStringLiteral("3.14 µm"));
    QCOMPARE(rulerText(123.456, false), QStringLiteral("123.5 µm"));
    QCOMPARE(rulerText(1234.6, false), QStringLiteral("1.235 mm"));
    QCOMPARE(rulerText(250.26, true), QStringLiteral("250.3 px"));
}

void TestMeasuring::aDragMeasures()
{
    Stage stage;
    stage.ruler.setPixelSize(PixelSize{0.25, 0.25}, false);
    stage.ruler.setActive(true);
    const ViewTransform before = stage.canvas.view();
    QTest::mousePress(&stage.ruler, Qt::LeftButton, {}, QPoint(100, 100));
    QVERIFY(!stage.ruler.placed());
    QTest::mouseMove(&stage.ruler, QPoint(150, 100));
    QTest::mouseMove(&stage.ruler, QPoint(200, 100));
    QTest::mouseRelease(&stage.ruler, Qt::LeftButton, {}, QPoint(200, 100));
    QCOMPARE(stage.ruler.text(), QStringLiteral("50.0 µm")); // 100 screen pixels, 200 of the slide
    QVERIFY2(stage.canvas.view() == before, "measuring moved the slide");
    const QImage picture = stage.canvas.picture();
    QVERIFY(dark(picture.pixel(150, 100)));
    QVERIFY(!dark(picture.pixel(80, 100)));
    stage.ruler.remove();
    QVERIFY(stage.ruler.text().isEmpty());
    QVERIFY(!dark(stage.canvas.picture().pixel(150, 100)));
}

void TestMeasuring::turningAndMirroringChangeNoLength()
{
    Stage stage;
    stage.ruler.setPixelSize(PixelSize{0.25, 0.5}, false);
    stage.ruler.place({1900, 2000}, {2100, 2000});
    const QString text = stage.ruler.text();
    QCOMPARE(text, QStringLiteral("50.0 µm"));
    stage.canvas.rotateBy(90);
    stage.canvas.setMirrored(true);
    QCOMPARE(stage.ruler.text(), text);
    const QImage picture = stage.canvas.picture();
    QVERIFY(dark(picture.pixel(200, 180))); // upright now, as the slide is
    QVERIFY(!dark(picture.pixel(180, 200)));
}

void TestMeasuring::theLengthGoesWithItsLine()
{
    Stage stage;
    const QImage empty = stage.canvas.picture();
    stage.ruler.place({1900, 2000}, {2100, 2000});
    QVERIFY(stage.canvas.picture() != empty);
    stage.canvas.panBy({900, 0}); // the line is beyond the edge
    QCOMPARE(stage.canvas.view().toScreen(QPointF(1900, 2000)).x() > 400, true);
    stage.ruler.hide();
    const QImage without = stage.canvas.picture();
    stage.ruler.show();
    QCOMPARE(stage.canvas.picture(), without);
}

void TestMeasuring::anEndCanBeTakenElsewhere()
{
    Stage stage;
    stage.ruler.setActive(true);
    stage.ruler.place(stage.canvas.view().toSlide(QPointF(100, 100)), stage.canvas.view().toSlide(QPointF(200, 100)));
    QTest::mousePress(&stage.ruler, Qt::LeftButton, {}, QPoint(102, 101)); // the first end
    QTest::mouseMove(&stage.ruler, QPoint(150, 100));
    QTest::mouseRelease(&stage.ruler, Qt::LeftButton, {}, QPoint(150, 100));
    QCOMPARE(stage.ruler.text(), QStringLiteral("100.0 px"));
}

void TestMeasuring::inactiveItLetsTheCanvasPan()
{
    Stage stage;
    stage.ruler.place({1900, 2000}, {2100, 2000});
    QVERIFY(stage.ruler.testAttribute(Qt::WA_TransparentForMouseEvents));
    QVERIFY(stage.grid.testAttribute(Qt::WA_TransparentForMouseEvents));
    stage.ruler.setActive(true);
    QVERIFY(!stage.ruler.testAttribute(Qt::WA_TransparentForMouseEvents));
    QSignalSpy hovered(&stage.canvas, &SlideCanvas::hovered);
    QMouseEvent move(QEvent::MouseMove, QPointF(30, 30), QPointF(30, 30), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&stage.ruler, &move);
    QVERIFY2(!hovered.isEmpty(), "the place under the cursor is no longer told");
}

void TestMeasuring::middleButtonAndWheelStayTheCanvases()
{
    Stage stage;
    stage.ruler.setActive(true);
    const auto send = [&](QEvent::Type type, double x, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, QPointF(x, 200), QPointF(x, 200), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(&stage.ruler, &event);
    };
    send(QEvent::MouseButtonPress, 200, Qt::MiddleButton, Qt::MiddleButton);
    send(QEvent::MouseMove, 240, Qt::NoButton, Qt::MiddleButton);
    send(QEvent::MouseMove, 250, Qt::NoButton, Qt::MiddleButton);
    send(QEvent::MouseButtonRelease, 250, Qt::MiddleButton, Qt::NoButton);
    QCOMPARE(stage.canvas.view().centre.x(), 1900.0); // 50 screen pixels
    QVERIFY(!stage.ruler.placed());
    QWheelEvent wheel(
        QPointF(200, 200), QPointF(200, 200), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&wheel); // only a hand's wheel goes on to the parent
    qApp->notify(&stage.ruler, &wheel); // sendEvent would make it a program's
    QVERIFY(stage.canvas.view().scale > 0.5);
}

void TestMeasuring::anAssumedPixelSizeIsSaid()
{
    Stage stage;
    stage.ruler.place({1900, 2000}, {2100, 2000});
    QCOMPARE(stage.ruler.text(), QStringLiteral("200.0 px"));
    stage.ruler.setPixelSize(PixelSize{0.25, 0.25}, true);
    QVERIFY(stage.ruler.text().contains(QStringLiteral("assumed")));
    stage.grid.setPixelSize(PixelSize{0.25, 0.25}, true);
    QVERIFY(stage.grid.text().contains(QStringLiteral("assumed")));
}

void TestMeasuring::gridLinesAreMultiplesOfTheSpacing()
{
    QCOMPARE(countingGridStep(250, PixelSize{0.25, 0.5}), QSizeF(1000, 500));
    QCOMPARE(countingGridStep(250, {}), QSizeF(250, 250));
    QCOMPARE(countingGridLines(95, 305, 100), (std::vector<double>{100, 200, 300}));
    QCOMPARE(countingGridLines(100, 200, 100), (std::vector<double>{100, 200}));
    QVERIFY(countingGridLines(110, 190, 100).empty());
    QVERIFY(countingGridLines(0, 100, 0).empty());
    QVERIFY(countingGridLines(0, 1e9, 0.001).empty());
    const auto far = countingGridLines(99990, 100010, 1.0 / 0.3);
    QCOMPARE(far.front(), std::ceil(99990 * 0.3) / 0.3); // nothing adds up on the way there
}

void TestMeasuring::gridIsDrawnWhereItSays()
{
    Stage stage;
    stage.grid.setPixelSize(PixelSize{0.5, 0.5}, false);
    stage.grid.setSpacing(50); // 100 level-0, 50 screen pixels; 2000 is a multiple and in the middle
    stage.grid.show();
    const QImage picture = stage.canvas.picture();
    for (const int x : {150, 200, 250})
        QVERIFY2(dark(picture.pixel(x, 175)) || dark(picture.pixel(x - 1, 175)), qPrintable(QString::number(x)));
    for (const int x : {170, 185, 230})
        QVERIFY2(!dark(picture.pixel(x, 175)), qPrintable(QString::number(x)));
    QCOMPARE(stage.grid.text(), QStringLiteral("Squares of 50 µm"));
}

void TestMeasuring::aGridTooDenseSaysSo()
{
    Stage stage;
    stage.grid.setPixelSize(PixelSize{0.5, 0.5}, false);
    stage.grid.setSpacing(5); // 5 screen pixels
    stage.grid.show();
    QVERIFY(stage.grid.tooDense());
    QVERIFY(stage.grid.text().contains(QStringLiteral("zoom in")));
    const QImage picture = stage.canvas.picture();
    for (int x = 100; x < 300; ++x)
        QVERIFY(!dark(picture.pixel(x, 203)));
}

QTEST_MAIN(TestMeasuring)
#include "tst_measuring.moc"
