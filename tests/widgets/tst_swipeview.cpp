// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slidecanvas.h"
#include "widgets/swipeview.h"

#include <QSignalSpy>
#include <QtTest>

using namespace nb;

namespace
{

QPolygonF square(double x, double y, double side)
{
    return QPolygonF(QVector<QPointF>{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

/// Pixels near a colour in part of a picture.
int near(const QImage& picture, const QRect& part, const QColor& colour)
{
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x) {
            const QColor c = picture.pixelColor(x, y);
            count += std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green())
                        + std::abs(c.blue() - colour.blue())
                    < 60
                ? 1
                : 0;
        }
    return count;
}

const QColor kOld(213, 94, 0);
const QColor kNew(0, 92, 190);

} // namespace

class TestSwipeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_canvas = std::make_unique<SlideCanvas>();
        m_canvas->setReducedMotion(true);
        m_canvas->resize(400, 300);
        m_canvas->setSlideSize(4000, 3000);
        ViewTransform view = m_canvas->view();
        view.centre = {200, 150};
        view.scale = 1;
        m_canvas->setView(view);
        m_canvas->show();
        m_swipe = new SwipeView(*m_canvas);
        m_swipe->compare({QRectF(50, 50, 300, 200)},
            {QStringLiteral("old"), {square(80, 100, 60), square(260, 100, 60)}},
            {QStringLiteral("new"), {square(80, 170, 60), square(260, 170, 60)}});
    }
    void cleanup() { m_canvas.reset(); }
    void theDividerStandsAsideOfWhatIsMarked()
    {
        const QRectF nucleus(170, 100, 60, 60); // under the divider
        m_swipe->mark(nucleus);
        const auto dividerX = [this] { return m_swipe->handle().geometry().center().x(); };
        const auto left = [this, &nucleus] { return m_canvas->view().toScreen(nucleus).left(); };
        QVERIFY2(dividerX() < left(), qPrintable(QString::number(dividerX())));
        ViewTransform view = m_canvas->view();
        view.centre = {200, 130};
        view.scale = 2;
        m_canvas->setView(view);
        QVERIFY(dividerX() < left());
        m_swipe->setDivider(0.75); // the person's word
        m_canvas->setView(view);
        QCOMPARE(m_swipe->divider(), 0.75);
    }
    void showsOneSideOnEitherSideOfTheDivider()
    {
        const QImage picture = m_swipe->grab().toImage();
        const QRect left(60, 95, 130, 150), right(210, 95, 130, 150);
        QVERIFY(near(picture, left, kOld) > 50);
        QCOMPARE(near(picture, left, kNew), 0);
        QVERIFY(near(picture, right, kNew) > 50);
        QCOMPARE(near(picture, right, kOld), 0);
        m_swipe->setDivider(1);
        const QImage before = m_swipe->grab().toImage();
        QVERIFY(near(before, right, kOld) > 50);
        QCOMPARE(near(before, left, kNew) + near(before, right, kNew), 0);
    }
    void theDividerIsDraggedAndStaysWithinWhatIsCompared()
    {
        QSignalSpy moved(m_swipe, &SwipeView::dividerMoved);
        QWidget& handle = m_swipe->handle();
        QVERIFY(handle.isVisible());
        QVERIFY(std::abs(handle.geometry().center().x() - 200) <= 1);
        QTest::mousePress(&handle, Qt::LeftButton, {}, handle.rect().center());
        QTest::mouseMove(&handle, handle.mapFrom(m_canvas.get(), QPoint(275, 150)));
        QTRY_COMPARE(moved.size(), 1);
        QVERIFY(std::abs(m_swipe->divider() - 0.75) < 0.01);
        QTest::mouseMove(&handle, handle.mapFrom(m_canvas.get(), QPoint(399, 150)));
        QTRY_COMPARE(m_swipe->divider(), 1.0);
        QTest::mouseRelease(&handle, Qt::LeftButton);
    }
    void theArrowKeysMoveIt()
    {
        QWidget& handle = m_swipe->handle();
        QVERIFY(handle.focusPolicy() & Qt::TabFocus);
        QTest::keyClick(&handle, Qt::Key_Right);
        QVERIFY(m_swipe->divider() > 0.5);
        QTest::keyClick(&handle, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(m_swipe->divider() < 0.5);
        QTest::keyClick(&handle, Qt::Key_Home);
        QCOMPARE(m_swipe->divider(), 0.0);
        QTest::keyClick(&handle, Qt::Key_End);
        QCOMPARE(m_swipe->divider(), 1.0);
    }
    void itGoesWithTheSlideAndLetsTheMouseThrough()
    {
        m_canvas->panBy({40, 0});
        QTRY_COMPARE(m_swipe->seenArea().left(), 90.0);
        QVERIFY(m_swipe->testAttribute(Qt::WA_TransparentForMouseEvents));
        ViewTransform elsewhere = m_canvas->view();
        elsewhere.centre = {3500, 2500};
        m_canvas->setView(elsewhere);
        QTRY_VERIFY(!m_swipe->handle().isVisible()); // nothing of it is on the screen
        m_swipe->end();
        QVERIFY(!m_swipe->active());
    }

private:
    std::unique_ptr<SlideCanvas> m_canvas;
    SwipeView* m_swipe = nullptr;
};

QTEST_MAIN(TestSwipeView)
#include "tst_swipeview.moc"
