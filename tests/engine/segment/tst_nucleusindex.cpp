// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/nucleusindex.h"

#include <QtTest>
#include <cmath>
#include <random>
#include <set>
#include <thread>

using namespace nb;

namespace
{

constexpr std::int64_t kSide = 20000;

Nucleus nucleusAt(double x, double y, double radius, std::uint32_t number)
{
    Nucleus nucleus;
    for (std::size_t i = 0; i < 4; ++i)
        nucleus.id[i] = static_cast<std::uint8_t>(number >> (8 * i));
    for (int i = 0; i < 16; ++i)
        nucleus.contour.push_back({x + radius * std::cos(i * M_PI / 8), y + radius * std::sin(i * M_PI / 8)});
    nucleus.firstX = static_cast<std::int64_t>(x);
    nucleus.measurements.areaUm2 = radius;
    nucleus.measurements.boundaryConfidence = 0.75;
    return nucleus;
}

std::vector<Nucleus> scattered(std::uint32_t count, std::uint32_t seed = 1)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(40, kSide - 40.0), size(3, 30);
    std::vector<Nucleus> nuclei;
    for (std::uint32_t i = 0; i < count; ++i)
        nuclei.push_back(nucleusAt(place(random), place(random), size(random), i + seed * 1000000));
    return nuclei;
}

std::set<Uuid> idsIn(const NucleusSource& source, const Rect& area)
{
    std::set<Uuid> ids;
    source.visit(area, [&](const NucleusOutline& nucleus) {
        if (!ids.insert(nucleus.id).second)
            qFatal("visited twice");
        return true;
    });
    return ids;
}

} // namespace

class TestNucleusIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsExactlyWhatMeetsAnArea();
    void outlinesAreWhereTheyWere();
    void sameIdIsKeptOnce();
    void findsTheNucleusUnderAPoint();
    void smallerOfTwoLiesOnTop();
    void clearForgetsAll();
    void versionsSayWhereSomethingChanged();
    void countIsNearAndCheap();
    void stoppingAVisitStopsIt();
    void exportsInTheOrderInWhichTheyCame();
    void readersAndAWriterDoNotDisturbEachOther();
    void hostileShapesAreLeftOut();
};

void TestNucleusIndex::findsExactlyWhatMeetsAnArea()
{
    NucleusIndex index(kSide, kSide);
    const auto nuclei = scattered(3000);
    index.add(nuclei);
    std::mt19937 random(3);
    std::uniform_int_distribution<std::int64_t> place(-200, kSide), side(1, 4000);
    for (int i = 0; i < 50; ++i) {
        const Rect area{place(random), place(random), side(random), side(random)};
        std::set<Uuid> expected;
        for (const Nucleus& nucleus : nuclei) {
            double left = 1e9, top = 1e9, right = 0, bottom = 0;
            for (const Point& p : nucleus.contour) {
                left = std::min(left, std::floor(p.x));
                top = std::min(top, std::floor(p.y));
                right = std::max(right, std::ceil(p.x));
                bottom = std::max(bottom, std::ceil(p.y));
            }
            if (left < static_cast<double>(area.right()) && right > static_cast<double>(area.x)
                && top < static_cast<double>(area.bottom()) && bottom > static_cast<double>(area.y))
                expected.insert(nucleus.id);
        }
        QVERIFY(idsIn(index, area) == expected);
    }
}

void TestNucleusIndex::outlinesAreWhereTheyWere()
{
    NucleusIndex index(kSide, kSide);
    const Nucleus nucleus = nucleusAt(19123.4, 17000.6, 12, 5);
    index.add({nucleus});
    const auto back = index.at({19123, 17000});
    QVERIFY(back);
    QCOMPARE(back->contour.size(), nucleus.contour.size());
    for (std::size_t i = 0; i < nucleus.contour.size(); ++i) {
        QVERIFY(std::abs(back->contour[i].x - nucleus.contour[i].x) < 1e-4);
        QVERIFY(std::abs(back->contour[i].y - nucleus.contour[i].y) < 1e-4);
    }
    QCOMPARE(back->id, nucleus.id);
    QCOMPARE(back->firstX, nucleus.firstX);
    QVERIFY(std::abs(back->measurements.boundaryConfidence - 0.75) < 1e-6);
    QVERIFY(std::abs(back->measurements.areaUm2 - 12) < 1e-5);
}

void TestNucleusIndex::sameIdIsKeptOnce()
{
    NucleusIndex index(kSide, kSide);
    const auto nuclei = scattered(500);
    QCOMPARE(index.add(nuclei), std::size_t{500});
    const auto generation = index.generation();
    QCOMPARE(index.add(nuclei), std::size_t{0});
    QCOMPARE(index.generation(), generation);
    QCOMPARE(index.add({nuclei[0], scattered(1, 9)[0], nuclei[1], scattered(1, 9)[0]}), std::size_t{1});
    QCOMPARE(index.size(), std::size_t{501});
    QCOMPARE(idsIn(index, {0, 0, kSide, kSide}).size(), std::size_t{501});
}

void TestNucleusIndex::findsTheNucleusUnderAPoint()
{
    NucleusIndex index(kSide, kSide);
    index.add({nucleusAt(1000, 1000, 20, 1), nucleusAt(1100, 1000, 20, 2)});
    QCOMPARE(index.at({1005, 1005})->id[0], std::uint8_t{1});
    QCOMPARE(index.at({1110, 990})->id[0], std::uint8_t{2});
    QVERIFY(!index.at({1050, 1000}));
    QVERIFY(!index.at({1019, 1019})); // in its box, not in its outline
    QVERIFY(!index.at({-10, 1e15}));
}

void TestNucleusIndex::smallerOfTwoLiesOnTop()
{
    NucleusIndex index(kSide, kSide);
    index.add({nucleusAt(1000, 1000, 30, 1), nucleusAt(1005, 1000, 8, 2)});
    QCOMPARE(index.at({1005, 1000})->id[0], std::uint8_t{2});
    QCOMPARE(index.at({985, 1000})->id[0], std::uint8_t{1});
}

void TestNucleusIndex::clearForgetsAll()
{
    NucleusIndex index(kSide, kSide);
    index.add(scattered(100));
    const auto generation = index.generation();
    index.clear();
    QCOMPARE(index.size(), std::size_t{0});
    QVERIFY(index.generation() > generation);
    QVERIFY(idsIn(index, {0, 0, kSide, kSide}).empty());
    QCOMPARE(index.add(scattered(100)), std::size_t{100});
}

void TestNucleusIndex::versionsSayWhereSomethingChanged()
{
    NucleusIndex index(kSide, kSide);
    index.add({nucleusAt(128, 128, 10, 1)});
    const auto first = index.version(0, 0, 0);
    QVERIFY(first > 0);
    QCOMPARE(index.version(0, 5, 5), std::uint64_t{0});
    index.add({nucleusAt(5 * 256 + 128, 5 * 256 + 128, 10, 2)});
    QCOMPARE(index.version(0, 0, 0), first);
    QVERIFY(index.version(0, 5, 5) > first);
    QVERIFY(index.version(6, 0, 0) > first);
}

void TestNucleusIndex::countIsNearAndCheap()
{
    NucleusIndex index(kSide, kSide);
    index.add(scattered(20000));
    QCOMPARE(index.countNear({0, 0, kSide, kSide}), std::size_t{20000});
    const Rect area{3000, 3000, 4000, 4000};
    const std::size_t exact = idsIn(index, area).size(), near = index.countNear(area);
    QVERIFY(near >= exact && near < exact * 3 / 2);
    QCOMPARE(index.countNear({-500, -500, 10, 10}), std::size_t{0});
}

void TestNucleusIndex::stoppingAVisitStopsIt()
{
    NucleusIndex index(kSide, kSide);
    index.add(scattered(1000));
    int seen = 0;
    index.visit({0, 0, kSide, kSide}, [&](const NucleusOutline&) { return ++seen < 7; });
    QCOMPARE(seen, 7);
}

void TestNucleusIndex::exportsInTheOrderInWhichTheyCame()
{
    NucleusIndex index(kSide, kSide);
    const auto a = scattered(50, 1), b = scattered(50, 2);
    index.add(a);
    index.add(b);
    std::size_t i = 0;
    index.visitAll([&](const Nucleus& nucleus) {
        const Nucleus& expected = i < 50 ? a[i] : b[i - 50];
        ++i;
        return nucleus.id == expected.id;
    });
    QCOMPARE(i, std::size_t{100});
}

void TestNucleusIndex::readersAndAWriterDoNotDisturbEachOther()
{
    NucleusIndex index(kSide, kSide);
    std::atomic<bool> stop{false};
    std::vector<std::thread> readers;
    std::atomic<int> rounds{0};
    for (int t = 0; t < 2; ++t)
        readers.emplace_back([&] {
            do {
                index.visit({0, 0, kSide, kSide}, [](const NucleusOutline& n) { return n.points.size() == 16; });
                (void)index.at({10000, 10000});
                (void)index.countNear({5000, 5000, 9000, 9000});
                ++rounds;
            } while (!stop);
        });
    for (std::uint32_t batch = 1; batch <= 60; ++batch) {
        index.add(scattered(100, batch));
        if (batch == 30)
            index.clear();
    }
    stop = true;
    for (std::thread& reader : readers)
        reader.join();
    QCOMPARE(index.size(), std::size_t{3000});
    QVERIFY(rounds > 0);
}

void TestNucleusIndex::hostileShapesAreLeftOut()
{
    NucleusIndex index(kSide, kSide);
    Nucleus empty;
    index.add({empty, nucleusAt(-1e9, -1e9, 5, 3)});
    QCOMPARE(index.size(), std::size_t{0});
    QVERIFY(idsIn(index, {0, 0, kSide, kSide}).empty());
}

QTEST_GUILESS_MAIN(TestNucleusIndex)
#include "tst_nucleusindex.moc"
