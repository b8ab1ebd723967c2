// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/polygon.h"
#include "engine/geometry/shaperepair.h"

#include <QtTest>

#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

#include <cmath>
#include <random>

using nb::MultiPolygon;
using nb::Polygon;
using nb::repairedOnGrid;
using nb::Ring;

namespace
{

namespace bg = boost::geometry;
using BPolygon = bg::model::polygon<bg::model::d2::point_xy<double>>;

/// Valid by Boost's rules (those of the OGC), with every point on the grid.
bool isValid(const MultiPolygon& shape)
{
    bg::model::multi_polygon<BPolygon> all;
    const auto ring = [](auto& to, const Ring& from) {
        for (const auto& p : from)
            to.emplace_back(std::round(p.x * 100), std::round(p.y * 100));
        to.push_back(to.front());
    };
    for (const Polygon& polygon : shape) {
        all.emplace_back();
        ring(all.back().outer(), polygon.shell);
        all.back().inners().resize(polygon.holes.size());
        for (std::size_t i = 0; i < polygon.holes.size(); ++i)
            ring(all.back().inners()[i], polygon.holes[i]);
    }
    bg::correct(all);
    return bg::is_valid(all);
}

MultiPolygon one(Ring ring)
{
    return {{std::move(ring), {}}};
}

} // namespace

class TestShapeRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundsWhatIsValidAndNoMore()
    {
        const auto out = repairedOnGrid(one({{1.234, 2.345}, {10.006, 2}, {10, 9.999}}));
        QVERIFY(!out.repaired);
        QCOMPARE(out.shape, one({{1.23, 2.35}, {10.01, 2}, {10, 10}}));
    }
    void joinsPointsThatFallTogether()
    {
        const auto out = repairedOnGrid(one({{0, 0}, {5, 0}, {5.001, 0.001}, {5, 5}, {0, 5}, {0.002, 0.001}}));
        QCOMPARE(out.shape, one({{0, 0}, {5, 0}, {5, 5}, {0, 5}}));
    }
    void cutsSpikes()
    {
        const auto out = repairedOnGrid(one({{0, 0}, {5, 0}, {9, 0}, {5, 0}, {5, 5}, {0, 5}}));
        QVERIFY(isValid(out.shape));
        QCOMPARE(nb::areaOf(out.shape), 25.0);
    }
    void aBowTieBecomesItsTwoLoops()
    {
        const auto out = repairedOnGrid(one({{0, 0}, {10, 10}, {10, 0}, {0, 10}}));
        QVERIFY(out.repaired);
        QCOMPARE(out.shape.size(), std::size_t{2});
        QVERIFY(isValid(out.shape));
        QVERIFY(std::abs(nb::areaOf(out.shape) - 50) < 0.1);
    }
    void aRingThatTouchesItselfIsMended()
    {
        // a square with a dent whose tip touches the other side once rounded
        const auto out = repairedOnGrid(one({{0, 0}, {10, 0}, {10, 10}, {6, 10}, {5, 0.004}, {4, 10}, {0, 10}}));
        QVERIFY(out.repaired);
        QVERIFY(isValid(out.shape));
        QVERIFY(std::abs(nb::areaOf(out.shape) - 90) < 0.1);
    }
    void takesOffHolesThatReachOut()
    {
        const MultiPolygon shape{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{8, 4}, {12, 4}, {12, 6}, {8, 6}}}}};
        const auto out = repairedOnGrid(shape);
        QVERIFY(out.repaired);
        QVERIFY(isValid(out.shape));
        QCOMPARE(nb::areaOf(out.shape), 96.0);
    }
    void keepsGoodHoles()
    {
        const MultiPolygon shape{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{4, 4}, {6, 4}, {6, 6}, {4, 6}}}}};
        const auto out = repairedOnGrid(shape);
        QVERIFY(!out.repaired);
        QCOMPARE(out.shape, shape);
    }
    void unitesPartsThatOverlap()
    {
        MultiPolygon shape = one({{0, 0}, {10, 0}, {10, 10}, {0, 10}});
        shape.push_back({{{5, 5}, {15, 5}, {15, 15}, {5, 15}}, {}});
        const auto out = repairedOnGrid(shape);
        QCOMPARE(out.shape.size(), std::size_t{1});
        QCOMPARE(nb::areaOf(out.shape), 175.0);
    }
    void nothingIsLeftOfWhatHasNoArea()
    {
        QVERIFY(repairedOnGrid({}).shape.empty());
        QVERIFY(repairedOnGrid(one({})).shape.empty());
        QVERIFY(repairedOnGrid(one({{1, 1}, {2, 2}})).shape.empty());
        QVERIFY(repairedOnGrid(one({{1, 1}, {2, 2}, {3, 3}})).shape.empty());
        QVERIFY(repairedOnGrid(one({{1, 1}, {1.001, 1}, {1, 1.001}})).shape.empty());
    }
    void whateverComesInValidShapesComeOut()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 1500; ++round) {
            const double size = round % 3 == 0 ? 0.08 : round % 3 == 1 ? 1 : 300; // small: much falls together
            std::uniform_real_distribution<double> at(0, size);
            MultiPolygon shape(1 + static_cast<std::size_t>(round) % 2);
            for (Polygon& polygon : shape) {
                for (int i = 0; i < 3 + round % 9; ++i)
                    polygon.shell.push_back({90000 + at(random), 70000 + at(random)});
                if (round % 5 == 0)
                    polygon.holes.push_back({{90000 + at(random), 70000 + at(random)},
                        {90000 + at(random), 70000 + at(random)}, {90000 + at(random), 70000 + at(random)}});
            }
            const auto out = repairedOnGrid(shape);
            QVERIFY2(isValid(out.shape), qPrintable(QString("round %1").arg(round)));
            QVERIFY(size < 300 || !out.shape.empty());
        }
    }
    void ringsThatCrossThemselvesOftenAreMended()
    {
        Ring ring; // a zigzag and its mirror image: 2,000 loops in a row
        for (int i = 0; i <= 2000; ++i)
            ring.push_back({i * 3.0, i % 2 * 5.0});
        for (int i = 2000; i >= 0; --i)
            ring.push_back({i * 3.0, (i + 1) % 2 * 5.0});
        const auto out = repairedOnGrid(one(ring));
        QVERIFY(isValid(out.shape));
        QVERIFY(std::abs(nb::areaOf(out.shape) - 2000 * 7.5) < 10);
    }
    void ringsThatCrossThemselvesBeyondMeasureAreGivenUp()
    {
        Ring ring;
        std::mt19937 random(1);
        std::uniform_real_distribution<double> at(0, 1000);
        for (int i = 0; i < 60000; ++i)
            ring.push_back({at(random), at(random)});
        QVERIFY(isValid(repairedOnGrid(one(ring)).shape));
    }
    void longRingsAreQuick()
    {
        Ring ring;
        for (int i = 0; i < 100000; ++i)
            ring.push_back({5000 + 4000 * std::cos(i * M_PI / 50000), 5000 + 4000 * std::sin(i * M_PI / 50000)});
        const auto out = repairedOnGrid(one(ring));
        QVERIFY(!out.shape.empty());
        QVERIFY(std::abs(nb::areaOf(out.shape) - M_PI * 16e6) < 1e4);
    }
};

QTEST_GUILESS_MAIN(TestShapeRepair)
#include "tst_shaperepair.moc"
