// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/join.h"

#include "engine/annotation/knife.h"
#include "engine/annotation/shapealgebra.h"
#include "tests/support/casefixture.h"
#include "tests/support/shapechecks.h"

#include <QtTest>

using nb::areaOf;
using nb::joined;
using nb::MultiPolygon;

namespace
{

MultiPolygon square(double left, double top, double side)
{
    return {nb::Polygon{{{left, top}, {left + side, top}, {left + side, top + side}, {left, top + side}}, {}}};
}

} // namespace

class TestJoin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheKnifeCutBecomesWholeAgain();
    void aGapIsClosed();
    void whatIsTooFarApartIsRefused();
    void nothingOfTheNucleiIsLost();
    void aHoleThatWasThereStays();
    void aHoleThatJoiningMadeIsFilled();
    void oneAloneIsRefused();
};

void TestJoin::whatTheKnifeCutBecomesWholeAgain()
{
    const MultiPolygon whole{nb::Polygon{nb::test::blob(100, 100, 30), {}}};
    const auto parts = nb::cut(whole, std::vector<nb::Point>{{60, 95}, {140, 103}});
    QCOMPARE(parts.size(), std::size_t{2});
    const auto one = joined(parts);
    QVERIFY(one.ok());
    QCOMPARE(nb::test::flawOf(*one), std::string());
    QCOMPARE(one->size(), std::size_t{1});
    QVERIFY(one->front().holes.empty());
    QVERIFY(std::abs(areaOf(*one) - areaOf(whole)) < 0.01 * areaOf(whole));
}

void TestJoin::aGapIsClosed()
{
    for (const double gap : {0.0, 0.01, 0.3, 1.0, 2.5, 5.0}) {
        const std::vector<MultiPolygon> two{square(0, 0, 20), square(20 + gap, 3, 20)};
        const auto one = joined(two);
        QVERIFY(one.ok());
        QCOMPARE(nb::test::flawOf(*one), std::string());
        QCOMPARE(one->size(), std::size_t{1});
        QVERIFY(areaOf(*one) >= 800 + 10 * gap);
        QVERIFY(areaOf(*one) <= 800 + 17 * gap + 4 + 2 * gap * gap);
    }
}

void TestJoin::whatIsTooFarApartIsRefused()
{
    const std::vector<MultiPolygon> two{square(0, 0, 20), square(32, 0, 20)};
    const auto one = joined(two);
    QVERIFY(!one.ok());
    QCOMPARE(one.error().code, nb::ErrorCode::Invalid);
    QVERIFY(!one.error().remedy.empty());
}

void TestJoin::nothingOfTheNucleiIsLost()
{
    const std::vector<MultiPolygon> three{{nb::Polygon{nb::test::blob(100, 100, 20), {}}},
        {nb::Polygon{nb::test::blob(141, 105, 18), {}}}, {nb::Polygon{nb::test::blob(120, 136, 17), {}}}};
    const auto one = joined(three);
    QVERIFY(one.ok());
    QCOMPARE(nb::test::flawOf(*one), std::string());
    for (const MultiPolygon& part : three)
        QVERIFY(areaOf(nb::without(part, *one)) < 0.1);
}

void TestJoin::aHoleThatWasThereStays()
{
    MultiPolygon ring = square(0, 0, 60);
    ring.front().holes.push_back({{20, 20}, {20, 40}, {40, 40}, {40, 20}});
    const auto one = joined(std::vector<MultiPolygon>{ring, square(61, 0, 20)});
    QVERIFY(one.ok());
    QCOMPARE(nb::test::flawOf(*one), std::string());
    QCOMPARE(one->front().holes.size(), std::size_t{1});
}

void TestJoin::aHoleThatJoiningMadeIsFilled()
{
    const std::vector<MultiPolygon> around{
        square(0, 0, 20), square(20, 20, 20), square(40, 0, 20), square(20, -20, 20)};
    const auto one = joined(around);
    QVERIFY(one.ok());
    QVERIFY(one->front().holes.empty());
}

void TestJoin::oneAloneIsRefused()
{
    QVERIFY(!joined(std::vector<MultiPolygon>{square(0, 0, 20)}).ok());
    QVERIFY(!joined({}).ok());
}

QTEST_APPLESS_MAIN(TestJoin)
#include "tst_join.moc"
