// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/placetiles.h"
#include "widgets/minimap.h"
#include "widgets/scalebar.h"
#include "widgets/slidecanvas.h"
#include "widgets/tilelayer.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>
#include <cmath>

using namespace nb;
using nb::test::PlaceTiles;

namespace
{

constexpr double kSlideWidth = 6000, kSlideHeight = 4000;
const QSizeF kSlide(kSlideWidth, kSlideHeight);

/// A canvas on the colour-coded slide.
struct Stage {
    TileLoader loader{1};
    std::shared_ptr<PlaceTiles> source = std::make_shared<PlaceTiles>(kSlide);
    TileLayer layer{source, loader};
    SlideCanvas canvas;

    explicit Stage(const QSize& size = {640, 480}, bool opaque = true)
    {
        source->opaque = opaque;
        source->marked = opaque;
        canvas.setReducedMotion(true);
        canvas.setMinimapVisible(false);
        canvas.setScaleBarVisible(false);
        canvas.resize(size);
        canvas.setSlideSize(static_cast<qint64>(kSlideWidth), static_cast<qint64>(kSlideHeight));
        canvas.addLayer(&layer);
        canvas.show();
    }
};

/// A layer that counts and paints crosses at fixed slide places.
class Crosses : public Layer
{
public:
    QList<QPointF> places;
    int painted = 0;
    void paint(QPainter& painter, const ViewTransform& view) override
    {
        ++painted;
        for (const QPointF& place : places)
            painter.fillRect(QRectF(view.toScreen(place) - QPointF(2, 2), QSizeF(4, 4)), Qt::blue);
    }

protected:
    void load(const ViewTransform&) override { }
    void rest() override { }
};

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b))});
}

} // namespace

class TestSlideCanvas : public QObject
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
    void wheelZoomsAtTheCursor();
    void controlWheelAsksForOpacity();
    void keysPanAndZoom();
    void dragPansAndClickDoesNot();
    void aThrownPictureGlidesAndStops();
    void zoomIsSmoothAndEndsExactly();
    void hiddenLayersAreNotPainted();
    void resizingAFittedViewFitsAgain();
    void viewStaysWithinReach();
    void clickInTheMinimapGoesThere();
    void minimapShowsWhereTheViewIs();
    void scaleBarFollowsZoomAndPixelSize();
    void withoutASlideNothingHappens();
    void pictureShowsOverlays();
};

void TestSlideCanvas::everyPlaceIsWhereItBelongs_data()
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

void TestSlideCanvas::everyPlaceIsWhereItBelongs()
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

void TestSlideCanvas::landmarksAreWithinHalfAScreenPixel()
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

void TestSlideCanvas::aScrolledFrameIsTheSameAsAFreshOne_data()
{
    QTest::addColumn<double>("rotation");
    QTest::newRow("upright") << 0.0;
    QTest::newRow("quarter turn") << 90.0;
}

void TestSlideCanvas::aScrolledFrameIsTheSameAsAFreshOne()
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

void TestSlideCanvas::aPanDrawsOnlyTheStripsThatComeIntoView()
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

void TestSlideCanvas::nothingIsBlankOnARandomWalk()
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

void TestSlideCanvas::aTranslucentLayerHasNoSeamsAndIsBlendedOnce()
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

void TestSlideCanvas::anotherSourceReplacesTheFirstWithoutAGap()
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

void TestSlideCanvas::wheelZoomsAtTheCursor()
{
    Stage stage;
    const QPointF cursor(100, 400);
    const QPointF under = stage.canvas.view().toSlide(cursor);
    const double before = stage.canvas.view().scale;
    QWheelEvent wheel(
        cursor, stage.canvas.mapToGlobal(cursor), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&stage.canvas, &wheel);
    QCOMPARE(stage.canvas.view().scale, before * 1.25 * 1.25);
    const QPointF now = stage.canvas.view().toScreen(under);
    QVERIFY(std::hypot(now.x() - cursor.x(), now.y() - cursor.y()) < 1);
}

void TestSlideCanvas::controlWheelAsksForOpacity()
{
    Stage stage;
    QSignalSpy asked(&stage.canvas, &SlideCanvas::overlayOpacityWheel);
    const ViewTransform before = stage.canvas.view();
    QWheelEvent wheel(
        QPointF(10, 10), QPointF(10, 10), {}, {0, -120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&stage.canvas, &wheel);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toDouble(), -1.0);
    QCOMPARE(stage.canvas.view(), before);
}

void TestSlideCanvas::keysPanAndZoom()
{
    Stage stage;
    stage.canvas.setScale(1);
    const ViewTransform start = stage.canvas.view();
    QTest::keyClick(&stage.canvas, Qt::Key_Right);
    QVERIFY(stage.canvas.view().centre.x() > start.centre.x());
    QTest::keyClick(&stage.canvas, Qt::Key_Left);
    QVERIFY(std::abs(stage.canvas.view().centre.x() - start.centre.x()) < 1);
    QTest::keyClick(&stage.canvas, Qt::Key_Down);
    QVERIFY(stage.canvas.view().centre.y() > start.centre.y());
    QTest::keyClick(&stage.canvas, Qt::Key_Plus);
    QCOMPARE(stage.canvas.view().scale, 1.5);
    QTest::keyClick(&stage.canvas, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(stage.canvas.view().scale, 1.0);
    QTest::keyClick(&stage.canvas, Qt::Key_Home);
    QCOMPARE(stage.canvas.view().scale, stage.canvas.fitScale());
}

void TestSlideCanvas::dragPansAndClickDoesNot()
{
    Stage stage;
    stage.canvas.setScale(1);
    const ViewTransform start = stage.canvas.view();
    QSignalSpy clicked(&stage.canvas, &SlideCanvas::clicked);
    QTest::mouseClick(&stage.canvas, Qt::LeftButton, {}, {200, 200});
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(stage.canvas.view(), start);
    const QPointF grabbed = start.toSlide(QPointF(200, 200));
    QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, {200, 200});
    QMouseEvent move(QEvent::MouseMove, QPointF(260, 170), stage.canvas.mapToGlobal(QPointF(260, 170)), Qt::NoButton,
        Qt::LeftButton, {});
    QCoreApplication::sendEvent(&stage.canvas, &move);
    QCOMPARE(stage.canvas.view().toScreen(grabbed).toPoint(), QPoint(260, 170));
    QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, {260, 170});
    QCOMPARE(clicked.size(), 1);
}

void TestSlideCanvas::aThrownPictureGlidesAndStops()
{
    qint64 now = 0;
    ViewMotion motion;
    motion.setClock([&] { return now; });
    ViewTransform view{{3000, 2000}, 1, 0, false, {640, 480}, 1};
    QSignalSpy finished(&motion, &ViewMotion::finished);
    connect(&motion, &ViewMotion::stepped, this, [&](const ViewTransform& v) { view = v; });
    motion.dragStarted();
    for (int i = 0; i < 5; ++i) {
        now += 16;
        motion.dragged({20, 0});
    }
    motion.dragEnded(view);
    QVERIFY(motion.active());
    double last = view.centre.x(), lastStep = 1e9;
    while (motion.active()) {
        now += 16;
        motion.step();
        const double step = last - view.centre.x();
        QVERIFY(step >= 0 && step <= lastStep + 1e-9); // the way of the hand, ever slower
        lastStep = step;
        last = view.centre.x();
        QVERIFY(now < 10000);
    }
    QCOMPARE(finished.size(), 1);
    QVERIFY(view.centre.x() < 2900);
    motion.dragStarted();
    motion.dragged({20, 0});
    now += 500; // the hand rested
    motion.dragEnded(view);
    QVERIFY(!motion.active());
}

void TestSlideCanvas::zoomIsSmoothAndEndsExactly()
{
    qint64 now = 0;
    ViewMotion motion;
    motion.setClock([&] { return now; });
    ViewTransform view{{3000, 2000}, 1, 0, false, {640, 480}, 1};
    const QPointF cursor(600, 30);
    const QPointF under = view.toSlide(cursor);
    connect(&motion, &ViewMotion::stepped, this, [&](const ViewTransform& v) { view = v; });
    motion.zoomTo(view, 4, cursor);
    int steps = 0;
    double last = 1;
    while (motion.active()) {
        now += 16;
        motion.step();
        QVERIFY(view.scale >= last);
        QVERIFY((view.toScreen(under) - cursor).manhattanLength() < 1e-6);
        last = view.scale;
        ++steps;
        if (steps == 4)
            motion.zoomTo(view, 8, cursor); // the next notch while still under way
        QVERIFY(steps < 100);
    }
    QCOMPARE(view.scale, 8.0);
    QVERIFY(steps > 8);
}

void TestSlideCanvas::hiddenLayersAreNotPainted()
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
