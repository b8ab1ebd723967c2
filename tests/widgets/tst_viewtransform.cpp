// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewtransform.h"

#include <QtTest>
#include <cmath>

using nb::ViewTransform;

namespace
{

ViewTransform someView(double rotation = 0, bool mirrored = false)
{
    return {{1000, 500}, 0.5, rotation, mirrored, {800, 600}, 1};
}

bool near(const QPointF& a, const QPointF& b, double within = 1e-6)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y()) < within;
}

} // namespace

class TestViewTransform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void centreIsInTheMiddle_data() { turns(); }
    void centreIsInTheMiddle();
    void thereAndBackIsTheSamePlace_data() { turns(); }
    void thereAndBackIsTheSamePlace();
    void pointUnderTheCursorStaysWhenZooming_data() { turns(); }
    void pointUnderTheCursorStaysWhenZooming();
    void panMovesThePictureWithTheHand_data() { turns(); }
    void panMovesThePictureWithTheHand();
    void quarterTurnIsClockwise();
    void mirrorSwapsLeftAndRightOnTheScreen();
    void fitShowsAllAtEveryRotation_data() { turns(); }
    void fitShowsAllAtEveryRotation();

private:
    static void turns();
};

void TestViewTransform::turns()
{
    QTest::addColumn<double>("rotation");
    QTest::addColumn<bool>("mirrored");
    for (const double rotation : {0.0, 33.0, 90.0, 180.0, 270.0, 359.5})
        for (const bool mirrored : {false, true})
            QTest::addRow("%g%s", rotation, mirrored ? " mirrored" : "") << rotation << mirrored;
}

void TestViewTransform::centreIsInTheMiddle()
{
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    QVERIFY(near(someView(rotation, mirrored).toScreen(QPointF(1000, 500)), {400, 300}));
}

void TestViewTransform::thereAndBackIsTheSamePlace()
{
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    const ViewTransform view = someView(rotation, mirrored);
    for (const QPointF& screen : {QPointF(0, 0), QPointF(799, 1), QPointF(123.4, 567.8)})
        QVERIFY(near(view.toScreen(view.toSlide(screen)), screen));
}

void TestViewTransform::pointUnderTheCursorStaysWhenZooming()
{
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    const ViewTransform view = someView(rotation, mirrored);
    const QPointF cursor(77, 501);
    const ViewTransform zoomed = view.scaledAt(cursor, 3.25);
    QCOMPARE(zoomed.scale, 3.25);
    QVERIFY(near(zoomed.toSlide(cursor), view.toSlide(cursor)));
}

void TestViewTransform::panMovesThePictureWithTheHand()
{
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    const ViewTransform view = someView(rotation, mirrored);
    const QPointF place = view.toSlide(QPointF(100, 100));
    QVERIFY(near(view.panned({30, -7}).toScreen(place), {130, 93}));
}

void TestViewTransform::quarterTurnIsClockwise()
{
    // What was right of the middle is below it.
    QVERIFY(near(someView(90).toScreen(QPointF(1100, 500)), {400, 350}));
}

void TestViewTransform::mirrorSwapsLeftAndRightOnTheScreen()
{
    QVERIFY(near(someView(0, true).toScreen(QPointF(1100, 520)), {350, 310}));
    QVERIFY(near(someView(90, true).toScreen(QPointF(1000, 600)), {450, 300}));
}

void TestViewTransform::fitShowsAllAtEveryRotation()
{
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    const QRectF slide(0, 0, 40000, 9000);
    const QRectF screen = someView(rotation, mirrored).fitted(slide).toScreen(slide);
    QVERIFY(QRectF(0, 0, 800, 600).contains(screen));
    QVERIFY(std::abs(std::max(screen.width() / 800, screen.height() / 600) - 0.96) < 1e-9);
}

QTEST_GUILESS_MAIN(TestViewTransform)
#include "tst_viewtransform.moc"
