// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/canvasstage.h"

#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>
#include <cmath>

using namespace nb;
using namespace nb::test;

/// Mouse, wheel and keys.
class TestCanvasInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wheelZoomsAtTheCursor();
    void controlWheelAsksForOpacity();
    void keysPanAndZoom();
    void dragPansAndClickDoesNot();
    void aThrownPictureGlidesAndStops();
    void zoomIsSmoothAndEndsExactly();
};

void TestCanvasInput::wheelZoomsAtTheCursor()
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

void TestCanvasInput::controlWheelAsksForOpacity()
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

void TestCanvasInput::keysPanAndZoom()
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

void TestCanvasInput::dragPansAndClickDoesNot()
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

void TestCanvasInput::aThrownPictureGlidesAndStops()
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

void TestCanvasInput::zoomIsSmoothAndEndsExactly()
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

QTEST_MAIN(TestCanvasInput)
#include "tst_canvasinput.moc"
