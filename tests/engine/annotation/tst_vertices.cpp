// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/vertices.h"

#include "tests/support/casefixture.h"
#include "tests/support/shapechecks.h"

#include <QtTest>

using nb::areaOf;
using nb::MultiPolygon;
using nb::Point;
using nb::VertexPlace;

namespace
{

MultiPolygon square()
{
    return {nb::Polygon{{{0, 0}, {40, 0}, {40, 40}, {0, 40}}, {}}};
}

MultiPolygon framed()
{
    MultiPolygon shape = square();
    shape.front().holes.push_back({{10, 10}, {10, 20}, {20, 20}, {20, 10}});
    shape.push_back({{{60, 0}, {80, 0}, {70, 20}}, {}});
    return shape;
}

} // namespace

class TestVertices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNearestVertexIsFoundInAnyRing();
    void theNearestEdgeIsWhereAPointGoesIn();
    void aVertexMoves();
    void aDragAcrossTheOutlineKeepsTheLargestPart();
    void aDragOfAHoleOutOfItsShellStaysValid();
    void aVertexGoes();
    void theLastTriangleKeepsItsVertices();
    void goingAlongByKeyboardVisitsEveryVertex();
    void aPlaceThatDoesNotExistGivesNothing();
    void movingTheWholeKeepsItsForm();
};

void TestVertices::theNearestVertexIsFoundInAnyRing()
{
    QCOMPARE(*nb::nearestVertex(framed(), {38, 39}, 5), (VertexPlace{0, 0, 2}));
    QCOMPARE(*nb::nearestVertex(framed(), {19, 21}, 5), (VertexPlace{0, 1, 2}));
    QCOMPARE(*nb::nearestVertex(framed(), {70, 22}, 5), (VertexPlace{1, 0, 2}));
    QVERIFY(!nb::nearestVertex(framed(), {50, 50}, 5));
    QVERIFY(!nb::nearestVertex({}, {50, 50}, 5));
}

void TestVertices::theNearestEdgeIsWhereAPointGoesIn()
{
    const auto edge = nb::nearestEdge(framed(), {15, 1.5}, 3);
    QVERIFY(edge.has_value());
    QCOMPARE(edge->after, (VertexPlace{0, 0, 0}));
    QCOMPARE(edge->at, (Point{15, 0}));
    const auto inserted = nb::vertexInserted(framed(), edge->after, edge->at);
    QVERIFY(inserted.has_value());
    QCOMPARE((*inserted)[0].shell.size(), std::size_t{5});
    QCOMPARE((*inserted)[0].shell[1], (Point{15, 0}));
    QCOMPARE(areaOf(*inserted), areaOf(framed()));
    QCOMPARE(nb::test::flawOf(*inserted), std::string());
    const auto closing = nb::nearestEdge(square(), {1, 20}, 3); // the edge from the last point to the first
    QCOMPARE(closing->after, (VertexPlace{0, 0, 3}));
    QVERIFY(nb::vertexInserted(square(), closing->after, {-5, 20}).has_value());
}

void TestVertices::aVertexMoves()
{
    const auto moved = nb::vertexMoved(square(), {0, 0, 2}, {50.123, 50});
    QVERIFY(moved.has_value());
    QCOMPARE((*moved)[0].shell[2], (Point{50.12, 50}));
    QCOMPARE(nb::test::flawOf(*moved), std::string());
}

void TestVertices::aDragAcrossTheOutlineKeepsTheLargestPart()
{
    const auto moved = nb::vertexMoved(square(), {0, 0, 2}, {-30, 10});
    QVERIFY(moved.has_value());
    QCOMPARE(nb::test::flawOf(*moved), std::string());
    QCOMPARE(moved->size(), std::size_t{1});
    QVERIFY(areaOf(*moved) > 100);
    // onto its neighbour: the point goes
    const auto onto = nb::vertexMoved(square(), {0, 0, 2}, {40, 0});
    QVERIFY(onto.has_value());
    QCOMPARE(nb::test::flawOf(*onto), std::string());
    QCOMPARE((*onto)[0].shell.size(), std::size_t{3});
    // a triangle made flat has no area
    const MultiPolygon triangle{nb::Polygon{{{0, 0}, {10, 0}, {5, 8}}, {}}};
    QVERIFY(!nb::vertexMoved(triangle, {0, 0, 2}, {5, 0}));
}

void TestVertices::aDragOfAHoleOutOfItsShellStaysValid()
{
    const auto moved = nb::vertexMoved(framed(), {0, 1, 0}, {-20, 15});
    QVERIFY(moved.has_value());
    QCOMPARE(nb::test::flawOf(*moved), std::string());
    // one part dragged over another: one shape
    const auto over = nb::vertexMoved(framed(), {1, 0, 0}, {20, 30});
    QVERIFY(over.has_value());
    QCOMPARE(nb::test::flawOf(*over), std::string());
}

void TestVertices::aVertexGoes()
{
    const auto without = nb::vertexDeleted(square(), {0, 0, 1});
    QVERIFY(without.has_value());
    QCOMPARE((*without)[0].shell.size(), std::size_t{3});
    QCOMPARE(areaOf(*without), 800.0);
}

void TestVertices::theLastTriangleKeepsItsVertices()
{
    const MultiPolygon triangle{nb::Polygon{{{0, 0}, {10, 0}, {5, 8}}, {}}};
    QVERIFY(!nb::vertexDeleted(triangle, {0, 0, 1}));
    const auto part = nb::vertexDeleted(framed(), {1, 0, 0}); // a further part goes as a whole
    QVERIFY(part.has_value());
    QCOMPARE(part->size(), std::size_t{1});
}

void TestVertices::goingAlongByKeyboardVisitsEveryVertex()
{
    VertexPlace place;
    for (int i = 0; i < 11; ++i)
        place = *nb::vertexAfter(framed(), place, 1);
    QCOMPARE(place, VertexPlace{});
    QCOMPARE(*nb::vertexAfter(framed(), place, -1), (VertexPlace{1, 0, 2}));
    QCOMPARE(*nb::vertexAt(framed(), {1, 0, 2}), (Point{70, 20}));
}

void TestVertices::aPlaceThatDoesNotExistGivesNothing()
{
    QVERIFY(!nb::vertexMoved(square(), {0, 0, 4}, {1, 1}));
    QVERIFY(!nb::vertexMoved(square(), {1, 0, 0}, {1, 1}));
    QVERIFY(!nb::vertexDeleted(square(), {0, 1, 0}));
    QVERIFY(!nb::vertexAt(square(), {0, 1, 0}));
    QVERIFY(!nb::vertexMoved(square(), {0, 0, 0}, {NAN, 1}));
    QVERIFY(!nb::vertexAfter({}, {}, 1));
}

void TestVertices::movingTheWholeKeepsItsForm()
{
    const auto moved = nb::shapeMoved(framed(), 1.5, -2.25);
    QVERIFY(moved.has_value());
    QCOMPARE(areaOf(*moved), areaOf(framed()));
    QCOMPARE((*moved)[1].shell[2], (Point{71.5, 17.75}));
}

QTEST_APPLESS_MAIN(TestVertices)
#include "tst_vertices.moc"
