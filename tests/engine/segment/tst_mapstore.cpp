// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mapstore.h"

#include <QtTest>
#include <thread>

using namespace nb;

namespace
{

constexpr int kSide = 2000;
const PatchGrid kGrid(kSide, 1500, 256, 224);

/// The maps' true values: functions of the place alone.
std::uint8_t insideAt(std::int64_t x, std::int64_t y)
{
    return static_cast<std::uint8_t>((x / 16 * 7 + y / 16 * 13) % 200);
}
std::uint8_t boundaryAt(std::int64_t x, std::int64_t)
{
    return static_cast<std::uint8_t>(x / 40);
}

std::shared_ptr<const MapCell> cellAt(std::int64_t column, std::int64_t row)
{
    auto cell = std::make_shared<MapCell>();
    cell->area = kGrid.cellArea(column, row);
    const int width = static_cast<int>(cell->area.width), height = static_cast<int>(cell->area.height);
    cell->background = cell->boundary = cell->inside = Plane<std::uint8_t>(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            cell->inside.at(x, y) = insideAt(cell->area.x + x, cell->area.y + y);
            cell->boundary.at(x, y) = boundaryAt(cell->area.x + x, cell->area.y + y);
            cell->background.at(x, y)
                = static_cast<std::uint8_t>(255 - cell->inside.at(x, y) - cell->boundary.at(x, y));
        }
    return cell;
}

void addAll(MapStore& store)
{
    for (std::int64_t row = 0; row < kGrid.rows(); ++row)
        for (std::int64_t column = 0; column < kGrid.columns(); ++column)
            store.add(cellAt(column, row));
}

} // namespace

class TestMapStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullResolutionIsWhatWasAdded();
    void coarserPicturesAreMeansAcrossCells_data();
    void coarserPicturesAreMeansAcrossCells();
    void unknownPlacesSaySo();
    void probabilitiesAtAPlaceUseLevel0Pixels();
    void memoryStaysWithinItsLimitAndTheOverviewStays();
    void versionsRiseWhereSomethingCameAndOnlyThere();
    void replacingACellShowsTheNewOne();
    void manyThreadsMayAddAndRead();
    void absurdRequestsGiveNothing();
};

void TestMapStore::fullResolutionIsWhatWasAdded()
{
    MapStore store(kGrid, 1, 1);
    addAll(store);
    const Rect area{200, 190, 300, 280}; // over cell borders
    const MapPicture picture = store.picture(0, area);
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) {
            QCOMPARE(picture.inside.at(x, y), insideAt(area.x + x, area.y + y));
            QCOMPARE(picture.boundary.at(x, y), boundaryAt(area.x + x, area.y + y));
            QCOMPARE(int(picture.known.at(x, y)), 255);
        }
}

void TestMapStore::coarserPicturesAreMeansAcrossCells_data()
{
    QTest::addColumn<int>("shift");
    for (int shift = 1; shift <= 6; ++shift)
        QTest::addRow("%d", shift) << shift;
}

void TestMapStore::coarserPicturesAreMeansAcrossCells()
{
    QFETCH(int, shift);
    MapStore store(kGrid, 1, 1);
    addAll(store);
    const std::int64_t side = std::int64_t{1} << shift;
    const Rect area{0, 0, kSide / side, 1500 / side};
    const MapPicture picture = store.picture(shift, area);
    double error = 0;
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) {
            double sum = 0;
            for (std::int64_t j = 0; j < side; ++j)
                for (std::int64_t i = 0; i < side; ++i)
                    sum += insideAt(x * side + i, y * side + j);
            // A pixel that lies over two cells is the mean over one of them, so single ones may be off.
            error += std::abs(sum / static_cast<double>(side * side) - picture.inside.at(x, y));
            QCOMPARE(int(picture.known.at(x, y)), 255);
        }
    error /= static_cast<double>(area.width * area.height);
    QVERIFY2(error < 2, qPrintable(QString::number(error)));
}

void TestMapStore::unknownPlacesSaySo()
{
    MapStore store(kGrid, 1, 1);
    store.add(cellAt(2, 2));
    const MapPicture none = store.picture(0, {0, 0, 64, 64});
    QCOMPARE(int(none.known.at(10, 10)), 0);
    const MapPicture coarse = store.picture(4, {0, 0, kSide / 16, 1500 / 16});
    const Rect cell = kGrid.cellArea(2, 2);
    QCOMPARE(int(coarse.known.at(static_cast<int>(cell.x / 16 + 5), static_cast<int>(cell.y / 16 + 5))), 255);
    QCOMPARE(int(coarse.known.at(2, 2)), 0);
    QVERIFY(!store.at({5, 5}));
    QVERIFY(!store.at({-5, 1e12}));
    QVERIFY(store.cell(2, 2));
    QVERIFY(!store.cell(0, 0));
    QVERIFY(!store.cell(-1, 1000));
}

void TestMapStore::probabilitiesAtAPlaceUseLevel0Pixels()
{
    MapStore store(kGrid, 0.5, 0.5); // 2 model pixels per level-0 pixel
    addAll(store);
    const auto at = store.at({300.75, 200.25});
    QVERIFY(at);
    QCOMPARE((*at)[2], insideAt(601, 400));
    QCOMPARE((*at)[1], boundaryAt(601, 400));
    QCOMPARE((*at)[0] + (*at)[1] + (*at)[2], 255);
}

void TestMapStore::memoryStaysWithinItsLimitAndTheOverviewStays()
{
    const std::size_t limit = 5 << 20; // all cells together are 9 MB
    MapStore store(kGrid, 1, 1, limit);
    addAll(store);
    QVERIFY2(store.bytes() <= limit, qPrintable(QString::number(store.bytes())));
    QVERIFY(!store.has(0, 0));
    QVERIFY(store.has(kGrid.columns() - 1, kGrid.rows() - 1));
    const MapPicture picture = store.picture(0, {0, 0, 64, 64});
    QCOMPARE(int(picture.known.at(5, 5)), 255); // coarse, but there
    QVERIFY(std::abs(picture.inside.at(8, 8) - insideAt(8, 8)) <= 20);
}

void TestMapStore::versionsRiseWhereSomethingCameAndOnlyThere()
{
    MapStore store(kGrid, 1, 1);
    QCOMPARE(store.version(0, 0, 0), std::uint64_t{0});
    store.add(cellAt(0, 0));
    const auto first = store.version(0, 0, 0);
    QVERIFY(first > 0);
    QCOMPARE(store.version(0, 3, 3), std::uint64_t{0});
    store.add(cellAt(4, 4));
    QCOMPARE(store.version(0, 0, 0), first);
    QVERIFY(store.version(3, 0, 0) > first);
    QVERIFY(store.version(30, 0, 0) > first);
    QCOMPARE(store.generation(), std::uint64_t{2});
}

void TestMapStore::replacingACellShowsTheNewOne()
{
    MapStore store(kGrid, 1, 1);
    store.add(cellAt(1, 1));
    auto other = std::make_shared<MapCell>(*cellAt(1, 1));
    other->inside = Plane<std::uint8_t>(static_cast<int>(other->area.width), static_cast<int>(other->area.height), 77);
    const std::size_t before = store.bytes();
    store.add(other);
    QCOMPARE(store.bytes(), before);
    QCOMPARE(int(store.picture(0, {300, 300, 1, 1}).inside.at(0, 0)), 77);
}

void TestMapStore::manyThreadsMayAddAndRead()
{
    MapStore store(kGrid, 1, 1, 6 << 20);
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t)
        threads.emplace_back([&store, t] {
            for (std::int64_t row = t; row < kGrid.rows(); row += 3)
                for (std::int64_t column = 0; column < kGrid.columns(); ++column) {
                    store.add(cellAt(column, row));
                    (void)store.picture(2, {0, 0, 200, 200});
                    (void)store.at({static_cast<double>(column) * 200, static_cast<double>(row) * 200});
                }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(store.generation(), static_cast<std::uint64_t>(kGrid.columns() * kGrid.rows()));
    QVERIFY(store.bytes() <= 6 << 20);
}

void TestMapStore::absurdRequestsGiveNothing()
{
    MapStore store(kGrid, 1, 1);
    addAll(store);
    QVERIFY(store.picture(0, {0, 0, 100000, 10}).known.empty());
    QVERIFY(store.picture(-1, {0, 0, 10, 10}).known.empty());
    QVERIFY(store.picture(0, {0, 0, 0, 0}).known.empty());
}

QTEST_GUILESS_MAIN(TestMapStore)
#include "tst_mapstore.moc"
