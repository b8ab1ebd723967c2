// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/brush.h"

#include "tests/support/casefixture.h"
#include "tests/support/shapechecks.h"

#include <QtTest>

using nb::areaOf;
using nb::BrushMode;
using nb::BrushStroke;
using nb::MultiPolygon;
using nb::Point;

namespace
{

MultiPolygon disc(double x, double y, double radius)
{
    return {nb::Polygon{nb::test::blob(x, y, radius), {}}};
}

MultiPolygon square(double left, double top, double side)
{
    return {nb::Polygon{{{left, top}, {left + side, top}, {left + side, top + side}, {left, top + side}}, {}}};
}

} // namespace

class TestBrush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStrokeIsAsWideAsTheBrush();
    void addingGrowsTheNucleusUnderTheBrush();
    void subtractingKeepsTheBiggestPiece();
    void subtractingKeepsAllPiecesWhereAsked();
    void addingSparesNeighbours();
    void anEmptyShapeBecomesANucleus();
    void aStrokeThatMeetsNothingChangesNothing();
    void takingAllAwayLeavesNothing();
    void aLoopAroundLeavesAHole();
    void onlyTheNeighbourhoodOfTheBrushChanges();
};

void TestBrush::aStrokeIsAsWideAsTheBrush()
{
    const std::vector<Point> points{{100, 100}, {200, 100}};
    const MultiPolygon stroke = nb::brushStroke(points, 10);
    QCOMPARE(nb::test::flawOf(stroke), std::string());
    QVERIFY(std::abs(areaOf(stroke) - (2000 + M_PI * 100)) < 20);
    QVERIFY(nb::contains(stroke, {91, 100}));
    QVERIFY(nb::contains(stroke, {150, 109.9}));
    QVERIFY(!nb::contains(stroke, {150, 110.1}));
    QVERIFY(nb::brushStroke({}, 10).empty());
    QVERIFY(std::abs(areaOf(nb::brushStroke(std::span(points).first(1), 10)) - M_PI * 100) < 5);
}

void TestBrush::addingGrowsTheNucleusUnderTheBrush()
{
    const MultiPolygon before = square(100, 100, 50);
    BrushStroke stroke(before, {BrushMode::Add, 5});
    for (int x = 120; x <= 180; x += 3)
        stroke.extend({static_cast<double>(x), 125});
    const MultiPolygon after = stroke.finished();
    QCOMPARE(nb::test::flawOf(after), std::string());
    QCOMPARE(after.size(), std::size_t{1});
    QVERIFY(std::abs(areaOf(after) - (2500 + 30 * 10 + M_PI * 25 / 2)) < 6); // a capsule sticks out
    QVERIFY(after.front().shell.size() < 40); // not a point for each mouse position
}

void TestBrush::subtractingKeepsTheBiggestPiece()
{
    BrushStroke stroke(square(100, 100, 50), {BrushMode::Subtract, 5});
    stroke.extend({120, 90});
    stroke.extend({120, 160});
    QCOMPARE(stroke.shape().size(), std::size_t{2});
    const MultiPolygon after = stroke.finished();
    QCOMPARE(nb::test::flawOf(after), std::string());
    QCOMPARE(after.size(), std::size_t{1});
    QVERIFY(std::abs(areaOf(after) - 25 * 50) < 1);
}

void TestBrush::subtractingKeepsAllPiecesWhereAsked()
{
    BrushStroke stroke(square(100, 100, 50), {BrushMode::Subtract, 5, nb::Pieces::All});
    stroke.extend({120, 90});
    stroke.extend({120, 160});
    QCOMPARE(stroke.finished().size(), std::size_t{2});
    QVERIFY(std::abs(areaOf(stroke.finished()) - 40 * 50) < 1);
}

void TestBrush::addingSparesNeighbours()
{
    const MultiPolygon neighbour = square(160, 100, 50);
    BrushStroke stroke(square(100, 100, 50), {BrushMode::Add, 8}, {neighbour, square(5000, 0, 10)});
    for (int x = 120; x <= 230; x += 4)
        stroke.extend({static_cast<double>(x), 125});
    const MultiPolygon after = stroke.finished();
    QCOMPARE(nb::test::flawOf(after), std::string());
    QCOMPARE(after.size(), std::size_t{1}); // what was drawn beyond the neighbour is no part of it
    QVERIFY(areaOf(nb::common(after, neighbour)) < 0.01);
    QVERIFY(std::abs(areaOf(after) - (2500 + 10 * 16)) < 2);
}

void TestBrush::anEmptyShapeBecomesANucleus()
{
    BrushStroke stroke({}, {BrushMode::Add, 10});
    stroke.extend({50, 50});
    stroke.extend({60, 55});
    QCOMPARE(nb::test::flawOf(stroke.finished()), std::string());
    QVERIFY(areaOf(stroke.finished()) > 500);
}

void TestBrush::aStrokeThatMeetsNothingChangesNothing()
{
    const MultiPolygon before = disc(100, 100, 20);
    BrushStroke away(before, {BrushMode::Subtract, 5});
    away.extend({200, 200});
    QVERIFY(away.finished() == before);
    BrushStroke within(before, {BrushMode::Add, 5});
    within.extend({100, 100});
    within.extend({103, 100});
    QVERIFY(within.finished() == before);
}

void TestBrush::takingAllAwayLeavesNothing()
{
    BrushStroke stroke(disc(100, 100, 20), {BrushMode::Subtract, 40});
    stroke.extend({100, 100});
    QVERIFY(stroke.finished().empty());
}

void TestBrush::aLoopAroundLeavesAHole()
{
    BrushStroke stroke({}, {BrushMode::Add, 5});
    for (int i = 0; i <= 40; ++i)
        stroke.extend({100 + 40 * std::cos(2 * M_PI * i / 40), 100 + 40 * std::sin(2 * M_PI * i / 40)});
    const MultiPolygon after = stroke.finished();
    QCOMPARE(nb::test::flawOf(after), std::string());
    QCOMPARE(after.size(), std::size_t{1});
    QCOMPARE(after.front().holes.size(), std::size_t{1});
}

void TestBrush::onlyTheNeighbourhoodOfTheBrushChanges()
{
    BrushStroke stroke(nb::brushStroke(std::vector<Point>{{0, 0}, {400, 30}, {800, 0}}, 30), {BrushMode::Add, 10});
    stroke.extend({400, 70});
    stroke.extend({404, 72});
    const nb::Rect changed = stroke.changed();
    QVERIFY(changed.width < 40 && changed.height < 40);
    QVERIFY(changed.contains(410, 75));
}

QTEST_APPLESS_MAIN(TestBrush)
#include "tst_brush.moc"
