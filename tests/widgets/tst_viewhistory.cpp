// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewhistory.h"

#include <QtTest>

using namespace nb;

namespace
{

ViewTransform at(double x, double y = 0, double scale = 1)
{
    ViewTransform view;
    view.centre = {x, y};
    view.scale = scale;
    return view;
}

} // namespace

class TestViewHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsBackAndForwardAgain();
    void aNewViewForgetsWhatLayAhead();
    void theSamePlaceToTheEyeIsVisitedOnce();
    void forgetsTheOldest();
    void emptyLeadsNowhere();
};

void TestViewHistory::leadsBackAndForwardAgain()
{
    ViewHistory history;
    for (const double x : {100.0, 200.0, 300.0})
        history.visit(at(x));
    QVERIFY(history.canGoBack() && !history.canGoForward());
    QCOMPARE(history.back()->centre.x(), 200.0);
    QCOMPARE(history.back()->centre.x(), 100.0);
    QVERIFY(!history.back());
    QVERIFY(!history.canGoBack() && history.canGoForward());
    QCOMPARE(history.forward()->centre.x(), 200.0);
    QCOMPARE(history.forward()->centre.x(), 300.0);
    QVERIFY(!history.forward());
}

void TestViewHistory::aNewViewForgetsWhatLayAhead()
{
    ViewHistory history;
    for (const double x : {100.0, 200.0, 300.0})
        history.visit(at(x));
    QVERIFY(history.back());
    history.visit(at(900));
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back()->centre.x(), 200.0);
}

void TestViewHistory::theSamePlaceToTheEyeIsVisitedOnce()
{
    ViewHistory history;
    history.visit(at(100));
    history.visit(at(200));
    QVERIFY(history.back());
    history.visit(at(101)); // where a flight back ended: one pixel off
    QVERIFY(history.canGoForward());
    ViewTransform other = at(100);
    other.viewport = {800, 600};
    QVERIFY(samePlace(other, at(100)));
    QVERIFY(!samePlace(at(100, 0, 1), at(100, 0, 1.02)));
    QVERIFY(samePlace(at(100, 0, 0.01), at(150, 0, 0.01))); // half a screen pixel
    other.mirrored = true;
    QVERIFY(!samePlace(other, at(100)));
    ViewTransform turned = at(100);
    turned.rotationDeg = 359.99;
    QVERIFY(samePlace(turned, at(100)));
    turned.rotationDeg = 90;
    QVERIFY(!samePlace(turned, at(100)));
}

void TestViewHistory::forgetsTheOldest()
{
    ViewHistory history;
    for (std::size_t i = 0; i < ViewHistory::kMost + 10; ++i)
        history.visit(at(static_cast<double>(i) * 100));
    std::size_t steps = 0;
    double last = -1;
    while (const auto view = history.back()) {
        ++steps;
        last = view->centre.x();
    }
    QCOMPARE(steps, ViewHistory::kMost - 1);
    QCOMPARE(last, 1000.0);
}

void TestViewHistory::emptyLeadsNowhere()
{
    ViewHistory history;
    QVERIFY(!history.back() && !history.forward() && !history.canReturn(at(1)));
    history.visit(at(1));
    QVERIFY(history.canReturn(at(500)) && !history.canReturn(at(1)));
    history.clear();
    QVERIFY(!history.canGoBack() && !history.canGoForward());
}

QTEST_GUILESS_MAIN(TestViewHistory)
#include "tst_viewhistory.moc"
