// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/reshape.h"

#include "engine/annotation/figures.h"
#include "engine/annotation/overlap.h"
#include "tests/support/casefixture.h"
#include "tests/support/shapechecks.h"

#include <QtTest>

using nb::areaOf;
using nb::MultiPolygon;
using nb::Point;

namespace
{

MultiPolygon square(double left, double top, double side)
{
    return {nb::Polygon{{{left, top}, {left + side, top}, {left + side, top + side}, {left, top + side}}, {}}};
}

MultiPolygon blob(double radius)
{
    return nb::storable({nb::Polygon{nb::test::blob(100, 100, radius), {}}});
}

} // namespace

class TestReshape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillingTakesTheHolesOnly();
    void smoothingKeepsTheArea();
    void smoothingTakesTheStairsOut();
    void growingAndShrinkingGoBothWays();
    void shrinkingTooFarLeavesNothing();
    void growingStopsAtTheNeighbours();
    void simplifyingKeepsTheFormWithFewerPoints();
    void figuresHaveTheirAreas();
    void aPolygonThatCrossesItselfIsMended();
    void whatHasNoAreaGivesNothing();
    void aHoleWithinAHoleIsNone();
    void theNewOneYields();
    void theNeighboursYieldWhereAsked();
    void aTouchIsNoOverlap();
};

void TestReshape::fillingTakesTheHolesOnly()
{
    MultiPolygon ring = square(0, 0, 60);
    ring.front().holes.push_back({{20, 20}, {20, 40}, {40, 40}, {40, 20}});
    QVERIFY(nb::holesFilled(ring) == square(0, 0, 60));
    QVERIFY(nb::holesFilled(square(0, 0, 60)) == square(0, 0, 60));
}

void TestReshape::smoothingKeepsTheArea()
{
    for (const double radius : {4.0, 10.0, 30.0, 200.0}) {
        const MultiPolygon smooth = nb::smoothed(blob(radius));
        QCOMPARE(nb::test::flawOf(smooth), std::string());
        QVERIFY2(std::abs(areaOf(smooth) / areaOf(blob(radius)) - 1) < 0.005, qPrintable(QString::number(radius)));
    }
}

void TestReshape::smoothingTakesTheStairsOut()
{
    nb::Ring stairs; // a diamond of unit steps
    for (const auto& [dx, dy] : {std::pair{1, 1}, {-1, 1}, {-1, -1}, {1, -1}})
        for (int i = 0; i < 20; ++i) {
            const Point at = stairs.empty() ? Point{50, 0} : stairs.back();
            const bool across = (dx > 0) == (dy > 0);
            stairs.push_back({at.x + (across ? dx : 0), at.y + (across ? 0 : dy)});
            stairs.push_back({at.x + dx, at.y + dy});
        }
    const MultiPolygon before = nb::cleaned({nb::Polygon{stairs, {}}}), after = nb::smoothed(before);
    QCOMPARE(nb::test::flawOf(after), std::string());
    QVERIFY(nb::test::lengthOf(after) < 0.8 * nb::test::lengthOf(before));
    QVERIFY(std::abs(areaOf(after) / areaOf(before) - 1) < 0.005);
}

void TestReshape::growingAndShrinkingGoBothWays()
{
    const MultiPolygon bigger = nb::grown(blob(20), 2), back = nb::grown(bigger, -2);
    QCOMPARE(nb::test::flawOf(bigger), std::string());
    QVERIFY(areaOf(bigger) > areaOf(blob(20)) + 1.9 * nb::test::lengthOf(blob(20)));
    QVERIFY(std::abs(areaOf(back) / areaOf(blob(20)) - 1) < 0.01);
}

void TestReshape::shrinkingTooFarLeavesNothing()
{
    QVERIFY(nb::grown(blob(20), -30).empty());
    // an hourglass falls apart: the larger half stays
    const MultiPolygon glass{nb::Polygon{{{0, 0}, {40, 0}, {22, 20}, {35, 40}, {5, 40}, {18, 20}}, {}}};
    QCOMPARE(nb::grown(glass, -3).size(), std::size_t{1});
    QCOMPARE(nb::grown(glass, -3, {}, nb::Pieces::All).size(), std::size_t{2});
}

void TestReshape::growingStopsAtTheNeighbours()
{
    const std::vector<MultiPolygon> neighbours{square(22, -5, 30)};
    const MultiPolygon bigger = nb::grown(square(0, 0, 20), 5, neighbours);
    QCOMPARE(nb::test::flawOf(bigger), std::string());
    QCOMPARE(areaOf(nb::common(bigger, neighbours.front())), 0.0);
    QVERIFY(nb::contains(bigger, {21.9, 10}));
}

void TestReshape::simplifyingKeepsTheFormWithFewerPoints()
{
    const MultiPolygon fine{nb::Polygon{nb::test::blob(100, 100, 30, 400), {}}};
    const MultiPolygon coarse = nb::simplified(fine, 0.3);
    QCOMPARE(nb::test::flawOf(coarse), std::string());
    QVERIFY(coarse.front().shell.size() < 60);
    QVERIFY(areaOf(nb::without(coarse, fine)) + areaOf(nb::without(fine, coarse)) < 0.3 * nb::test::lengthOf(fine));
}

void TestReshape::figuresHaveTheirAreas()
{
    QCOMPARE(areaOf(nb::rectangleFigure({10, 10}, {30, 20})), 200.0);
    QCOMPARE(areaOf(nb::rectangleFigure({30, 20}, {10, 10})), 200.0);
    QCOMPARE(areaOf(nb::rectangleFigure({10, 10}, {30, 20}, true)), 400.0);
    QVERIFY(std::abs(areaOf(nb::ellipseFigure({0, 0}, {40, 20})) - M_PI * 200) < 3);
    QVERIFY(std::abs(areaOf(nb::ellipseFigure({0, 0}, {40, -20}, true)) - M_PI * 400) < 5);
    QVERIFY(std::abs(areaOf(nb::ellipseFigure({0, 0}, {4000, 2000})) / (M_PI * 2e6) - 1) < 0.001);
    std::vector<Point> line;
    for (int i = 0; i < 500; ++i)
        line.push_back({100 + 30 * std::cos(2 * M_PI * i / 500), 100 + 30 * std::sin(2 * M_PI * i / 500)});
    const MultiPolygon drawn = nb::freehandFigure(line);
    QVERIFY(std::abs(areaOf(drawn) / (M_PI * 900) - 1) < 0.02);
    QVERIFY(drawn.front().shell.size() < 60);
    for (const MultiPolygon& figure : {nb::ellipseFigure({0, 0}, {40, 20}), drawn, nb::rectangleFigure({1, 2}, {3, 4})})
        QCOMPARE(nb::test::flawOf(figure), std::string());
}

void TestReshape::aPolygonThatCrossesItselfIsMended()
{
    const std::vector<Point> bow{{0, 0}, {40, 40}, {40, 0}, {0, 30}};
    const MultiPolygon one = nb::polygonFigure(bow), all = nb::polygonFigure(bow, false);
    QCOMPARE(nb::test::flawOf(one), std::string());
    QCOMPARE(nb::test::flawOf(all), std::string());
    QCOMPARE(one.size(), std::size_t{1});
    QCOMPARE(all.size(), std::size_t{2});
    QVERIFY(areaOf(one) < areaOf(all));
}

void TestReshape::whatHasNoAreaGivesNothing()
{
    QVERIFY(nb::rectangleFigure({1, 1}, {1, 5}).empty());
    QVERIFY(nb::ellipseFigure({1, 1}, {1, 1}).empty());
    QVERIFY(nb::polygonFigure(std::vector<Point>{{0, 0}, {10, 10}}).empty());
    QVERIFY(nb::polygonFigure(std::vector<Point>{{0, 0}, {10, 10}, {20, 20}}).empty());
    QVERIFY(nb::polygonFigure(std::vector<Point>{{0, 0}, {NAN, 10}, {20, INFINITY}}).empty());
    QVERIFY(nb::freehandFigure({}).empty());
}

void TestReshape::aHoleWithinAHoleIsNone()
{
    MultiPolygon nested = square(0, 0, 60);
    nested.front().holes = {{{20, 20}, {20, 40}, {40, 40}, {40, 20}}, {{30, 30}, {30, 30.02}, {30.01, 30.03}}};
    for (const MultiPolygon& shape : {nb::united(nested, {}), nb::without(nested, square(100, 100, 3)),
             nb::simplified(nested, 0.1), nb::cleaned(nested)}) {
        QCOMPARE(nb::test::flawOf(shape), std::string());
        QCOMPARE(areaOf(shape), 3200.0);
    }
}

void TestReshape::theNewOneYields()
{
    const std::vector<MultiPolygon> neighbours{square(15, 0, 20), square(500, 500, 3), square(0, 15, 4)};
    const MultiPolygon left = nb::yieldingTo(square(0, 0, 20), neighbours);
    QCOMPARE(nb::test::flawOf(left), std::string());
    QVERIFY(std::abs(areaOf(left) - (15 * 20 - 16)) < 1e-9);
    QVERIFY(nb::yieldingTo(square(16, 1, 3), neighbours).empty());
    // a bar over a neighbour: the longer end stays
    const MultiPolygon bar = nb::rectangleFigure({-30, 5}, {40, 8});
    QCOMPARE(areaOf(nb::yieldingTo(bar, neighbours)), 45.0 * 3);
    QCOMPARE(areaOf(nb::yieldingTo(bar, neighbours, nb::Pieces::All)), 50.0 * 3);
}

void TestReshape::theNeighboursYieldWhereAsked()
{
    const std::vector<MultiPolygon> neighbours{square(15, 0, 20), square(500, 500, 3), square(2, 2, 4)};
    const auto yielded = nb::neighboursYielding(neighbours, square(0, 0, 20));
    QCOMPARE(yielded.size(), std::size_t{2});
    QCOMPARE(yielded[0].index, std::size_t{0});
    QCOMPARE(areaOf(yielded[0].shape), 15.0 * 20);
    QCOMPARE(yielded[1].index, std::size_t{2});
    QVERIFY(yielded[1].shape.empty());
}

void TestReshape::aTouchIsNoOverlap()
{
    const std::vector<MultiPolygon> neighbours{square(20, 0, 20)};
    QVERIFY(nb::yieldingTo(square(0, 0, 20), neighbours) == square(0, 0, 20));
    QVERIFY(nb::neighboursYielding(neighbours, square(0, 0, 20)).empty());
}

QTEST_APPLESS_MAIN(TestReshape)
#include "tst_reshape.moc"
