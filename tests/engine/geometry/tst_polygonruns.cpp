// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/polygonruns.h"

#include "engine/geometry/polygon.h"

#include <QtTest>
#include <cmath>
#include <limits>
#include <random>

using nb::MultiPolygon;
using nb::Point;
using nb::Ring;

namespace
{

MultiPolygon shapeOf(Ring ring)
{
    return {{std::move(ring), {}}};
}

/// A star-shaped ring: simple, with random vertices.
Ring randomRing(std::mt19937& random, double x, double y, double radius)
{
    std::uniform_real_distribution<double> share(0.3, 1.0);
    Ring ring;
    constexpr int kVertices = 24;
    for (int i = 0; i < kVertices; ++i) {
        const double angle = 2 * M_PI * i / kVertices, r = radius * share(random);
        ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    return ring;
}

} // namespace

class TestPolygonRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsAreThoseWhoseCentresLieInside();
    void theEarlierShapeKeepsThePixel();
    void shapesSideBySideShareNoPixelAndLeaveNone();
    void holesAndPartsAreHeeded();
    void refusesPointsThatAreNowhere();
};

void TestPolygonRuns::pixelsAreThoseWhoseCentresLieInside()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(-20, 120);
    std::vector<MultiPolygon> shapes;
    for (int i = 0; i < 40; ++i)
        shapes.push_back(shapeOf(randomRing(random, place(random), place(random), 15)));
    const auto labels = nb::rasterize(shapes, {-5, -3, 110, 103});
    QVERIFY(labels.ok());
    for (int y = 0; y < labels->height; ++y) {
        for (int x = 0; x < labels->width; ++x) {
            std::uint32_t expected = 0;
            for (std::size_t i = 0; i < shapes.size() && expected == 0; ++i)
                if (nb::contains(shapes[i], {x - 5 + 0.5, y - 3 + 0.5}))
                    expected = static_cast<std::uint32_t>(i + 1);
            QCOMPARE(labels->at(x, y), expected);
        }
    }
}

void TestPolygonRuns::theEarlierShapeKeepsThePixel()
{
    const std::vector<MultiPolygon> shapes{shapeOf({{4, 0}, {6, 0}, {6, 1}, {4, 1}}),
        shapeOf({{0, 0}, {10, 0}, {10, 1}, {0, 1}}), shapeOf({{5, 0}, {12, 0}, {12, 1}, {5, 1}})};
    auto runs = nb::PolygonRuns::create(shapes);
    QVERIFY(runs.ok());
    QCOMPARE(runs->frame(), (nb::Rect{0, 0, 12, 1}));
    std::vector<nb::LabelRun> row;
    runs->row(0, row);
    QCOMPARE(row, (std::vector<nb::LabelRun>{{0, 4, 2}, {4, 6, 1}, {6, 10, 2}, {10, 12, 3}}));
}

void TestPolygonRuns::shapesSideBySideShareNoPixelAndLeaveNone()
{
    // A fan of triangles around a point that is itself a pixel centre, edges through further centres.
    const Point middle{20.5, 20.5};
    std::vector<MultiPolygon> fan;
    const std::vector<Point> around{
        {0.5, 0.5}, {20.5, 0.5}, {40.5, 0.5}, {40.5, 20.5}, {40.5, 40.5}, {20.5, 40.5}, {0.5, 40.5}, {0.5, 20.5}};
    for (std::size_t i = 0; i < around.size(); ++i)
        fan.push_back(shapeOf({middle, around[i], around[(i + 1) % around.size()]}));
    std::vector<MultiPolygon> backwards(fan.rbegin(), fan.rend());
    const auto one = nb::rasterize(fan, {0, 0, 41, 41}), other = nb::rasterize(backwards, {0, 0, 41, 41});
    std::int64_t covered = 0;
    for (int y = 0; y < 41; ++y) {
        for (int x = 0; x < 41; ++x) {
            const std::uint32_t a = one->at(x, y), b = other->at(x, y);
            QCOMPARE(b, a == 0 ? 0U : 9 - a); // no pixel is claimed twice, so the order does not matter
            covered += a != 0;
        }
    }
    QCOMPARE(covered, 40 * 40);
}

void TestPolygonRuns::holesAndPartsAreHeeded()
{
    MultiPolygon ring = shapeOf({{0, 0}, {9, 0}, {9, 9}, {0, 9}});
    ring[0].holes.push_back({{3, 3}, {6, 3}, {6, 6}, {3, 6}});
    ring.push_back({{{20, 0}, {22, 0}, {22, 2}, {20, 2}}, {}});
    const std::vector<MultiPolygon> shapes{ring};
    const auto labels = nb::rasterize(shapes, {0, 0, 30, 10});
    QCOMPARE(std::count(labels->pixels.begin(), labels->pixels.end(), 1U), 81 - 9 + 4);
    QCOMPARE(labels->at(4, 4), 0U);
    QCOMPARE(labels->at(21, 1), 1U);
}

void TestPolygonRuns::refusesPointsThatAreNowhere()
{
    for (const double bad :
        {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1e300}) {
        const std::vector<MultiPolygon> shapes{shapeOf({{0, 0}, {bad, 0}, {1, 1}})};
        const auto runs = nb::PolygonRuns::create(shapes);
        QVERIFY(!runs.ok());
        QCOMPARE(runs.error().code, nb::ErrorCode::Invalid);
    }
}

QTEST_GUILESS_MAIN(TestPolygonRuns)
#include "tst_polygonruns.moc"
