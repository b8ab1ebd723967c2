// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/knife.h"

#include "engine/annotation/shapealgebra.h"
#include "tests/support/casefixture.h"
#include "tests/support/shapechecks.h"

#include <QtTest>
#include <random>

using nb::areaOf;
using nb::cut;
using nb::MultiPolygon;
using nb::Point;
using Stroke = std::vector<Point>;

namespace
{

MultiPolygon rectangle(double left, double top, double width, double height)
{
    return {nb::Polygon{{{left, top}, {left + width, top}, {left + width, top + height}, {left, top + height}}, {}}};
}

void verifyParts(const std::vector<MultiPolygon>& parts, const MultiPolygon& whole)
{
    double area = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        QCOMPARE(nb::test::flawOf(parts[i]), std::string());
        area += areaOf(parts[i]);
        for (std::size_t j = i + 1; j < parts.size(); ++j)
            QCOMPARE(areaOf(nb::common(parts[i], parts[j])), 0.0);
        if (i > 0)
            QVERIFY(areaOf(parts[i]) <= areaOf(parts[i - 1]));
    }
    QVERIFY(std::abs(area - areaOf(whole)) < 0.02 * nb::test::lengthOf(whole) + 0.1);
}

} // namespace

class TestKnife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStrokeAcrossMakesTwo();
    void aStrokeThatDoesNotCrossChangesNothing();
    void aStrokeOverTwoLobesMakesThree();
    void aSliverGoesToTheLargerPart();
    void aHoleIsCutOpen();
    void partsThatTheStrokeLeavesWholeStayTogether();
    void aStrokeAlongTheOutlineChangesNothing();
    void aWildStrokeLosesNothing();
};

void TestKnife::aStrokeAcrossMakesTwo()
{
    const MultiPolygon whole = rectangle(100, 100, 60, 40);
    const auto parts = cut(whole, Stroke{{125, 80}, {122, 120}, {125, 160}});
    QCOMPARE(parts.size(), std::size_t{2});
    verifyParts(parts, whole);
    QVERIFY(areaOf(parts[0]) > 1300 && areaOf(parts[1]) < 1100);
    QVERIFY(nb::contains(parts[1], {110, 120}));
}

void TestKnife::aStrokeThatDoesNotCrossChangesNothing()
{
    const MultiPolygon whole = rectangle(100, 100, 60, 40);
    for (const Stroke& stroke : {Stroke{{125, 80}, {125, 120}}, Stroke{{110, 110}, {150, 130}},
             Stroke{{200, 80}, {200, 160}}, Stroke{{125, 80}}, Stroke{}}) {
        const auto parts = cut(whole, stroke);
        QCOMPARE(parts.size(), std::size_t{1});
        QVERIFY(parts.front() == whole);
    }
}

void TestKnife::aStrokeOverTwoLobesMakesThree()
{
    // a U: the stroke crosses both arms
    const MultiPolygon u{nb::Polygon{{{0, 0}, {20, 0}, {20, 40}, {40, 40}, {40, 0}, {60, 0}, {60, 60}, {0, 60}}, {}}};
    const auto parts = cut(u, Stroke{{-10, 20}, {70, 20}});
    QCOMPARE(parts.size(), std::size_t{3});
    verifyParts(parts, u);
}

void TestKnife::aSliverGoesToTheLargerPart()
{
    const MultiPolygon whole = rectangle(100, 100, 60, 40);
    const auto parts = cut(whole, Stroke{{100.1, 80}, {100.1, 160}});
    QCOMPARE(parts.size(), std::size_t{1});
    // crossing itself in the middle leaves a small loop
    const auto crossed = cut(whole, Stroke{{130, 90}, {130, 121}, {132, 121}, {129, 119}, {130, 150}});
    QCOMPARE(crossed.size(), std::size_t{2});
    verifyParts(crossed, whole);
}

void TestKnife::aHoleIsCutOpen()
{
    MultiPolygon ring = rectangle(0, 0, 60, 60);
    ring.front().holes.push_back({{20, 20}, {20, 40}, {40, 40}, {40, 20}});
    const auto half = cut(ring, Stroke{{30, -5}, {30, 65}});
    QCOMPARE(half.size(), std::size_t{2});
    verifyParts(half, ring);
    QVERIFY(half[0].front().holes.empty());
    // into the hole only: opens nothing, as the shape still hangs together
    QCOMPARE(cut(ring, Stroke{{30, -5}, {30, 30}}).size(), std::size_t{1});
}

void TestKnife::partsThatTheStrokeLeavesWholeStayTogether()
{
    MultiPolygon two = rectangle(0, 0, 60, 60);
    two.push_back(rectangle(100, 0, 20, 20).front());
    const auto parts = cut(two, Stroke{{20, -5}, {20, 65}});
    QCOMPARE(parts.size(), std::size_t{2});
    verifyParts(parts, two);
    QCOMPARE(parts[0].size(), std::size_t{2});
}

void TestKnife::aStrokeAlongTheOutlineChangesNothing()
{
    const MultiPolygon whole = rectangle(100, 100, 60, 40);
    QCOMPARE(cut(whole, Stroke{{100, 80}, {100, 160}}).size(), std::size_t{1});
    QCOMPARE(cut(whole, Stroke{{100, 100}, {160, 100}, {160, 140}}).size(), std::size_t{1});
    QCOMPARE(cut(whole, Stroke{{100, 100}, {160, 140}}).size(), std::size_t{2}); // corner to corner
}

void TestKnife::aWildStrokeLosesNothing()
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> place(60, 140);
    for (int round = 0; round < 200; ++round) {
        const MultiPolygon whole{nb::Polygon{nb::test::blob(100, 100, 30), {}}};
        Stroke stroke;
        for (int i = 0; i < 12; ++i)
            stroke.push_back({place(random), place(random)});
        verifyParts(cut(whole, stroke), whole);
    }
}

QTEST_APPLESS_MAIN(TestKnife)
#include "tst_knife.moc"
