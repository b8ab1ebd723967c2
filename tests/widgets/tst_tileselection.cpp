// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tileselection.h"

#include <QtTest>

using namespace nb;

namespace
{

// Levels 0 to 4, 16 x 16 tiles at level 0.
const TileGrid kGrid = TileGrid::halving(QSizeF(4096, 4096), 1, 1);

ViewTransform viewOf(const QRectF& slideArea, double scale)
{
    ViewTransform view;
    view.centre = slideArea.center();
    view.scale = scale;
    view.viewport = slideArea.size() * scale;
    return view;
}

std::function<TileState(const TileKey&)> only(QSet<TileKey> ready, TileState rest = TileState::Missing)
{
    return [ready, rest](const TileKey& key) { return ready.contains(key) ? TileState::Ready : rest; };
}

QList<TileKey> keysOf(const std::vector<TileWant>& wanted)
{
    QList<TileKey> keys;
    for (const TileWant& want : wanted)
        keys.append(want.key);
    return keys;
}

double areaOf(const QRectF& r)
{
    return r.width() * r.height();
}

/// Every place of `area` is drawn exactly once.
bool coversOnce(const TileSelection& selection, const QRectF& area)
{
    double sum = 0;
    for (std::size_t i = 0; i < selection.draw.size(); ++i) {
        sum += areaOf(selection.draw[i].area.intersected(area));
        for (std::size_t j = 0; j < i; ++j)
            if (areaOf(selection.draw[i].area.intersected(selection.draw[j].area)) > 1e-6)
                return false;
    }
    return std::abs(sum - areaOf(area)) < 1e-6;
}

} // namespace

Q_DECLARE_METATYPE(QSet<nb::TileKey>)

class TestTileSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelIsJustFinerThanTheScreen_data();
    void levelIsJustFinerThanTheScreen();
    void drawsWhatIsThere_data();
    void drawsWhatIsThere();
    void missingOnesComeNearestFirst();
    void coarsestComesBeforeAll();
    void slowCoarsestComesLast();
    void aStandInIsWantedWhereNothingIsNear();
    void failedTilesAreMarkedAndNotWanted();
    void oldTilesAreDrawnAndWanted();
    void aRingAroundTheViewIsWantedLast();
    void turnedViewsWantNoTileOffTheScreen();
    void aViewBesideTheSlideDrawsNothing();
    void everythingDrawnIsVisible();
    void lastTilesEndWithTheSlide();
};

void TestTileSelection::levelIsJustFinerThanTheScreen_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<int>("level");
    QTest::newRow("one to one") << 1.0 << 1.0 << 0;
    QTest::newRow("magnified") << 7.0 << 1.0 << 0;
    QTest::newRow("a little smaller") << 0.9 << 1.0 << 0;
    QTest::newRow("half") << 0.5 << 1.0 << 1;
    QTest::newRow("just above half") << 0.51 << 1.0 << 0;
    QTest::newRow("a fifth") << 0.2 << 1.0 << 2;
    QTest::newRow("fine screen") << 0.5 << 2.0 << 0;
    QTest::newRow("beyond the coarsest") << 0.001 << 1.0 << 4;
}

void TestTileSelection::levelIsJustFinerThanTheScreen()
{
    QFETCH(double, scale);
    QFETCH(double, ratio);
    QFETCH(int, level);
    ViewTransform view = viewOf({0, 0, 100, 100}, scale);
    view.devicePixelRatio = ratio;
    QCOMPARE(tileLevelFor(kGrid, view), level);
}

void TestTileSelection::drawsWhatIsThere_data()
{
    QTest::addColumn<QSet<TileKey>>("ready");
    QTest::addColumn<QList<int>>("levels"); // of what is drawn, in order
    QTest::addColumn<bool>("complete");
    // The view shows tiles (2,2) and (3,2) of level 1.
    const TileKey left{1, 2, 2}, right{1, 3, 2};
    QTest::newRow("nothing") << QSet<TileKey>{} << QList<int>{-1, -1} << false;
    QTest::newRow("both") << QSet<TileKey>{left, right, {4, 0, 0}} << QList<int>{1, 1} << true;
    QTest::newRow("both, but not the coarsest") << QSet<TileKey>{left, right} << QList<int>{1, 1} << false;
    QTest::newRow("one, the coarsest for the other") << QSet<TileKey>{left, {4, 0, 0}} << QList<int>{1, 4} << false;
    QTest::newRow("nearest coarser one") << QSet<TileKey>{{2, 1, 1}, {4, 0, 0}} << QList<int>{2, 2} << false;
    QTest::newRow("four finer ones") << QSet<TileKey>{{0, 4, 4}, {0, 5, 4}, {0, 4, 5}, {0, 5, 5}, {4, 0, 0}}
                                     << QList<int>{0, 0, 0, 0, 4} << false;
    QTest::newRow("three finer ones are not enough")
        << QSet<TileKey>{{0, 4, 4}, {0, 5, 4}, {0, 4, 5}, {4, 0, 0}} << QList<int>{4, 4} << false;
}

void TestTileSelection::drawsWhatIsThere()
{
    QFETCH(QSet<TileKey>, ready);
    QFETCH(QList<int>, levels);
    QFETCH(bool, complete);
    const QRectF area(1030, 1030, 980, 480);
    const TileSelection selection = selectTiles(kGrid, viewOf(area, 0.5), only(ready));
    QCOMPARE(selection.level, 1);
    QList<int> drawn;
    for (const TileDraw& draw : selection.draw)
        drawn.append(draw.picture ? draw.key.level : -1);
    QCOMPARE(drawn, levels);
    QCOMPARE(selection.complete, complete);
    QVERIFY(coversOnce(selection, area));
}

void TestTileSelection::missingOnesComeNearestFirst()
{
    const QRectF area(0, 0, 1280, 1280);
    const TileSelection selection
        = selectTiles(kGrid, viewOf(area, 1), only({{4, 0, 0}, {3, 0, 0}, {2, 0, 0}, {2, 1, 0}, {2, 0, 1}, {2, 1, 1}}));
    const QList<TileKey> wanted = keysOf(selection.wanted).mid(0, 25);
    QCOMPARE(wanted.first(), (TileKey{0, 2, 2}));
    double last = 0;
    for (const TileKey& key : wanted) {
        QCOMPARE(key.level, 0);
        const QPointF d = kGrid.area(key).center() - area.center();
        QVERIFY(std::hypot(d.x(), d.y()) >= last);
        last = std::hypot(d.x(), d.y());
    }
}

void TestTileSelection::coarsestComesBeforeAll()
{
    const TileSelection selection = selectTiles(kGrid, viewOf({0, 0, 500, 500}, 1), only({}));
    QCOMPARE(selection.wanted.front().key, (TileKey{4, 0, 0}));
}

void TestTileSelection::slowCoarsestComesLast()
{
    TileGrid slow = kGrid;
    slow.levels[3].quick = slow.levels[4].quick = false;
    const TileSelection selection = selectTiles(slow, viewOf({0, 0, 500, 500}, 1), only({}));
    QCOMPARE(selection.wanted.back().key, (TileKey{4, 0, 0}));
}

void TestTileSelection::aStandInIsWantedWhereNothingIsNear()
{
    const auto wanted = [](QSet<TileKey> ready) {
        return keysOf(selectTiles(kGrid, viewOf({300, 300, 100, 100}, 1), only(std::move(ready))).wanted);
    };
    QCOMPARE(wanted({{4, 0, 0}}).first(), (TileKey{2, 0, 0}));
    QVERIFY(!wanted({{4, 0, 0}, {2, 0, 0}}).contains(TileKey{2, 0, 0}));
    QVERIFY(!wanted({{4, 0, 0}, {1, 0, 0}}).contains(TileKey{2, 0, 0}));
}

void TestTileSelection::failedTilesAreMarkedAndNotWanted()
{
    const TileKey broken{0, 1, 1};
    const auto state = [&](const TileKey& key) {
        return key == broken ? TileState::Failed : key.level == 0 ? TileState::Missing : TileState::Ready;
    };
    const TileSelection selection = selectTiles(kGrid, viewOf({300, 300, 100, 100}, 1), state);
    QCOMPARE(selection.draw.size(), 1U);
    QVERIFY(selection.draw.front().failed);
    QVERIFY(selection.draw.front().picture);
    QCOMPARE(selection.draw.front().key.level, 1);
    QVERIFY(!keysOf(selection.wanted).contains(broken));
    QVERIFY(selection.complete); // there is nothing to wait for
}

void TestTileSelection::oldTilesAreDrawnAndWanted()
{
    const auto state = [](const TileKey& key) { return key.level == 0 ? TileState::Old : TileState::Ready; };
    const TileSelection selection = selectTiles(kGrid, viewOf({300, 300, 100, 100}, 1), state);
    QCOMPARE(selection.draw.front().key, (TileKey{0, 1, 1}));
    QVERIFY(keysOf(selection.wanted).contains(TileKey{0, 1, 1}));
    QVERIFY(!selection.complete);
}

void TestTileSelection::aRingAroundTheViewIsWantedLast()
{
    const TileSelection selection = selectTiles(kGrid, viewOf({300, 300, 100, 100}, 1), only({{0, 1, 1}, {4, 0, 0}}));
    QVERIFY(selection.complete);
    QCOMPARE(selection.wanted.size(), 8U);
    for (const TileWant& want : selection.wanted)
        QVERIFY(std::abs(want.key.column - 1) <= 1 && std::abs(want.key.row - 1) <= 1);
}

void TestTileSelection::turnedViewsWantNoTileOffTheScreen()
{
    ViewTransform view = viewOf({1000, 1000, 2000, 200}, 1);
    view.rotationDeg = 45;
    const TileSelection selection = selectTiles(kGrid, view, only({}));
    const QRectF screen(QPointF(0, 0), view.viewport);
    QVERIFY(!selection.draw.empty());
    for (const TileDraw& draw : selection.draw)
        QVERIFY(view.toScreen(draw.area).intersects(screen));
    for (const QPointF& corner : {screen.topLeft(), screen.topRight(), screen.bottomLeft(), screen.bottomRight()})
        QVERIFY(std::any_of(selection.draw.begin(), selection.draw.end(),
            [&](const TileDraw& draw) { return draw.area.contains(view.toSlide(corner)); }));
}

void TestTileSelection::aViewBesideTheSlideDrawsNothing()
{
    const TileSelection selection = selectTiles(kGrid, viewOf({9000, 9000, 100, 100}, 1), only({{4, 0, 0}}));
    QVERIFY(selection.draw.empty());
    QVERIFY(selection.complete);
}

void TestTileSelection::everythingDrawnIsVisible()
{
    const TileSelection selection = selectTiles(kGrid, viewOf({0, 0, 700, 700}, 1), only({{2, 0, 0}, {4, 0, 0}}));
    for (const TileDraw& draw : selection.draw)
        QVERIFY(std::find(selection.visible.begin(), selection.visible.end(), draw.key) != selection.visible.end());
}

void TestTileSelection::lastTilesEndWithTheSlide()
{
    const TileGrid odd = TileGrid::halving(QSizeF(1001, 300), 1, 1);
    QCOMPARE(odd.levels.size(), 3U);
    QCOMPARE(odd.pixels({0, 3, 1}), QSize(233, 44));
    QCOMPARE(odd.pixels({1, 1, 0}), QSize(245, 150)); // 501 pixels hold 1001
    QCOMPARE(odd.area({1, 1, 0}), QRectF(512, 0, 490, 300));
    const TileSelection selection = selectTiles(odd, viewOf({0, 0, 2000, 2000}, 0.5), only({{1, 0, 0}, {1, 1, 0}}));
    QVERIFY(coversOnce(selection, {0, 0, 1001, 300}));
}

QTEST_GUILESS_MAIN(TestTileSelection)
#include "tst_tileselection.moc"
