// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/canvasstage.h"

#include <QRandomGenerator>
#include <QtTest>
#include <cmath>

using namespace nb;
using namespace nb::test;

/// What is drawn: every place where it belongs, nothing blank, no more than needed.
class TestCanvasFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceIsWhereItBelongs_data();
    void everyPlaceIsWhereItBelongs();
    void landmarksAreWithinHalfAScreenPixel();
    void aScrolledFrameIsTheSameAsAFreshOne_data();
    void aScrolledFrameIsTheSameAsAFreshOne();
    void aPanDrawsOnlyTheStripsThatComeIntoView();
    void nothingIsBlankOnARandomWalk();
    void aTranslucentLayerHasNoSeamsAndIsBlendedOnce();
    void anotherSourceReplacesTheFirstWithoutAGap();
    void hiddenLayersAreNotPainted();
};

void TestCanvasFrame::everyPlaceIsWhereItBelongs_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("rotation");
    QTest::addColumn<bool>("mirrored");
    for (const double scale : {0.08, 0.25, 0.37, 0.71, 1.0, 2.6, 6.0})
        for (const double rotation : {0.0, 30.0, 90.0, 180.0, 270.0})
            for (const bool mirrored : {false, true})
                QTest::addRow("%g at %g%s", scale, rotation, mirrored ? " mirrored" : "")
                    << scale << rotation << mirrored;
}

void TestCanvasFrame::everyPlaceIsWhereItBelongs()
{
    QFETCH(double, scale);
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    Stage stage;
    ViewTransform view = stage.canvas.view();
    view.centre = {3100, 2050};
    view.scale = scale;
    view.rotationDeg = rotation;
    view.mirrored = mirrored;
    stage.canvas.setView(view);
    QTRY_VERIFY(stage.canvas.settled());
    const QImage picture = stage.canvas.picture();
    const QRectF slide = stage.canvas.slideRect().adjusted(20, 20, -20, -20);
    int looked = 0;
    // A grey level is 15 slide pixels high, so half a screen pixel is 6 of them at the smallest scale; tiles round
    // down, too.
    const int within = scale < 0.1 ? 2 : 1;
    for (int y = 5; y < picture.height(); y += 23)
        for (int x = 5; x < picture.width(); x += 29) {
            const QPointF place = stage.canvas.view().toSlide(QPointF(x + 0.5, y + 0.5));
            if (!slide.contains(place))
                continue;
            ++looked;
            const QColor expected = PlaceTiles::colourAt(place, kSlide);
            QVERIFY2(distance(picture.pixel(x, y), expected.rgb()) <= within,
                qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
        }
    QVERIFY(looked > 50);
}

void TestCanvasFrame::landmarksAreWithinHalfAScreenPixel()
{
    for (const double scale : {0.09, 0.2, 0.4, 0.77, 1.0})
        for (const double rotation : {0.0, 17.0, 90.0, 222.0}) {
            Stage stage;
            ViewTransform view = stage.canvas.view();
            view.centre = {3000.3, 1999.9};
            view.scale = scale;
            view.rotationDeg = rotation;
            stage.canvas.setView(view);
            QTRY_VERIFY(stage.canvas.settled());
            const QImage picture = stage.canvas.picture();
            for (const QPointF& place : PlaceTiles::landmarks()) {
                const QPointF expected = stage.canvas.view().toScreen(place);
                const double reach = PlaceTiles::kLandmark * scale * 0.75 + 3;
                const QRectF around(expected - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
                if (!QRectF(picture.rect()).contains(around))
                    continue;
                QPointF sum;
                double weight = 0;
                for (int y = static_cast<int>(around.top()); y < around.bottom(); ++y)
                    for (int x = static_cast<int>(around.left()); x < around.right(); ++x) {
                        const double blue = std::max(0, qBlue(picture.pixel(x, y)) - 60);
                        sum += QPointF(x + 0.5, y + 0.5) * blue;
                        weight += blue;
                    }
                const QPointF off = sum / weight - expected;
                QVERIFY2(std::max(std::abs(off.x()), std::abs(off.y())) <= 0.5,
                    qPrintable(
                        QStringLiteral("%1 at %2: off by %3, %4").arg(scale).arg(rotation).arg(off.x()).arg(off.y())));
            }
        }
}

void TestCanvasFrame::aScrolledFrameIsTheSameAsAFreshOne_data()
{
    QTest::addColumn<double>("rotation");
    QTest::newRow("upright") << 0.0;
    QTest::newRow("quarter turn") << 90.0;
}

void TestCanvasFrame::aScrolledFrameIsTheSameAsAFreshOne()
{
    QFETCH(double, rotation);
    Stage stage;
    Crosses crosses;
    QRandomGenerator random(5);
    for (int i = 0; i < 300; ++i)
        crosses.places.append({random.bounded(kSlideWidth), random.bounded(kSlideHeight)});
    stage.canvas.addLayer(&crosses);
    ViewTransform view = stage.canvas.view();
    view.scale = 0.437;
    view.rotationDeg = rotation;
    view.centre = {3000, 2000};
    stage.canvas.setView(view);
    QTRY_VERIFY(stage.canvas.settled());
    for (const QPointF& step :
        {QPointF(13, 0), QPointF(0, -27), QPointF(-31.4, 12.7), QPointF(5, 5), QPointF(-200, 133), QPointF(-700, 3)}) {
        stage.canvas.panBy(step);
        (void)stage.canvas.picture(); // the frame is moved while tiles are still missing
        QTRY_VERIFY(stage.canvas.settled());
        const QImage scrolled = stage.canvas.picture();
        Q_EMIT crosses.changed({});
        QCOMPARE(stage.canvas.picture(), scrolled);
    }
}

void TestCanvasFrame::aPanDrawsOnlyTheStripsThatComeIntoView()
{
    Stage stage;
    class Clips : public Crosses
    {
    public:
        double area = 0;
        void paint(QPainter& painter, const ViewTransform&) override
        {
            const QRectF clip = painter.clipBoundingRect();
            area += clip.width() * clip.height();
        }
    } clips;
    stage.canvas.setView([&] {
        ViewTransform v = stage.canvas.view();
        v.scale = 0.63;
        return v;
    }());
    QTRY_VERIFY(stage.canvas.settled());
    (void)stage.canvas.picture();
    stage.canvas.addLayer(&clips);
    (void)stage.canvas.picture();
    QVERIFY(clips.area >= 640 * 480);
    stage.loader.setWanted(stage.source, {});
    clips.area = 0;
    stage.canvas.panBy({7, -4});
    QCoreApplication::sendPostedEvents();
    (void)stage.canvas.picture();
    QVERIFY2(clips.area > 0 && clips.area <= 7 * 480 + 4 * 640, qPrintable(QString::number(clips.area)));
}

void TestCanvasFrame::nothingIsBlankOnARandomWalk()
{
    Stage stage({320, 240});
    stage.source->marked = false;
    QTRY_VERIFY(stage.canvas.settled()); // the coarsest level is there
    QRandomGenerator random(7);
    for (int step = 0; step < 500; ++step) {
        ViewTransform view = stage.canvas.view();
        if (random.bounded(3) == 0)
            view = view.scaledAt(
                QPointF(random.bounded(320), random.bounded(240)), view.scale * std::exp2(random.bounded(4.0) - 2));
        else
            view = view.panned({random.bounded(500.0) - 250, random.bounded(500.0) - 250});
        if (random.bounded(20) == 0)
            view.rotationDeg = random.bounded(360);
        view.centre = {std::clamp(view.centre.x(), 300.0, 5700.0), std::clamp(view.centre.y(), 300.0, 3700.0)};
        stage.canvas.setView(view);
        const QImage frame = stage.canvas.picture();
        const QRectF slide = stage.canvas.slideRect().adjusted(60, 60, -60, -60);
        for (int y = 0; y < 240; y += 7)
            for (int x = 0; x < 320; x += 7)
                if (const QPointF place = stage.canvas.view().toSlide(QPointF(x + 0.5, y + 0.5)); slide.contains(place))
                    // The glass below is light in all channels; no place of the slide has blue above 60.
                    QVERIFY2(qBlue(frame.pixel(x, y)) < 100,
                        qPrintable(QStringLiteral("step %1 at %2,%3").arg(step).arg(x).arg(y)));
        if (step % 10 == 0)
            QCoreApplication::processEvents();
    }
}

void TestCanvasFrame::aTranslucentLayerHasNoSeamsAndIsBlendedOnce()
{
    Stage stage({640, 480}, false);
    stage.source->hold(false);
    for (const double rotation : {0.0, 37.0}) {
        ViewTransform view = stage.canvas.view();
        view.scale = 0.713;
        view.centre = {3000, 2000};
        view.rotationDeg = rotation;
        stage.canvas.setView(view);
        QTRY_VERIFY(stage.canvas.settled());
        const QImage picture = stage.canvas.picture();
        // Half of the tile's blue (0 at level 0) over the light glass: a seam would show as 244, a double blend as 61.
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                QVERIFY2(std::abs(qBlue(picture.pixel(x, y)) - 121) <= 3,
                    qPrintable(QStringLiteral("%1 at %2,%3").arg(qBlue(picture.pixel(x, y))).arg(x).arg(y)));
    }
}

void TestCanvasFrame::anotherSourceReplacesTheFirstWithoutAGap()
{
    Stage stage({640, 480}, false);
    ViewTransform view = stage.canvas.view();
    view.scale = 0.713;
    view.centre = {3000, 2000};
    stage.canvas.setView(view);
    QTRY_VERIFY(stage.canvas.settled());
    const QImage before = stage.canvas.picture();
    const auto next = std::make_shared<PlaceTiles>(kSlide);
    next->opaque = next->marked = false;
    next->hold(true);
    stage.layer.setSource(next);
    QCOMPARE(stage.canvas.picture(), before);
    next->hold(false);
    while (!stage.canvas.settled()) {
        QTest::qWait(1);
        QCOMPARE(stage.canvas.picture(), before); // they look the same, so nothing may change on the way
    }
}

void TestCanvasFrame::hiddenLayersAreNotPainted()
{
    Stage stage;
    Crosses hidden, clear;
    hidden.setVisible(false);
    clear.setOpacity(0);
    stage.canvas.addLayer(&hidden);
    stage.canvas.addLayer(&clear);
    (void)stage.canvas.picture();
    QCOMPARE(hidden.painted, 0);
    QCOMPARE(clear.painted, 0);
    hidden.setVisible(true);
    (void)stage.canvas.picture();
    QVERIFY(hidden.painted > 0);
}

QTEST_MAIN(TestCanvasFrame)
#include "tst_canvasframe.moc"
