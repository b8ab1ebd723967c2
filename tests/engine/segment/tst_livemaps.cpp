// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/livemaps.h"
#include "tests/support/segmentbench.h"

#include <QtTest>
#include <semaphore>

using nb::LiveMaps;
using nb::Rect;
using nb::test::SegmentBench;

class TestLiveMaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cellsAreThoseOfTheSlideRun();
    void theMiddleComesFirst();
    void aNewListReplacesTheOldOne();
    void aCellThatStaysWantedKeepsWhatItHas();
    void whatIsInTheStoreOrWithoutTissueCostsNothing();
    void movingAboutGivesTheSameCells();
    void aPlaceThatCannotBeReadIsToldAndTheOthersCome();
    void endingDoesNotWaitForTheNetwork();
    void cleanup() { m_bench.network->onCall = {}; }

private:
    SegmentBench m_bench;
    SegmentBench::Found m_whole;

    void compareWithSlideRun(const nb::MapStore& store, const std::vector<LiveMaps::Cell>& cells);
};

void TestLiveMaps::initTestCase()
{
    QVERIFY(m_bench.recipe);
    m_whole = m_bench.segment({m_bench.all()});
    QVERIFY(m_whole.summary && m_whole.summary->nuclei > 200);
}

void TestLiveMaps::compareWithSlideRun(const nb::MapStore& store, const std::vector<LiveMaps::Cell>& cells)
{
    int compared = 0;
    for (const auto& at : cells) {
        const auto ours = store.cell(at.column, at.row), theirs = m_whole.maps->cell(at.column, at.row);
        QCOMPARE(ours != nullptr, theirs != nullptr);
        QVERIFY(!ours || nb::test::sameMaps(*ours, *theirs));
        compared += ours ? 1 : 0;
    }
    QVERIFY(compared > 0);
}

void TestLiveMaps::cellsAreThoseOfTheSlideRun()
{
    for (const int threads : {1, 3}) {
        nb::NetworkScheduler scheduler(threads);
        const auto store = std::make_shared<nb::MapStore>(*m_bench.recipe);
        LiveMaps live(m_bench.recipe, scheduler, store);
        const auto cells = LiveMaps::cellsFromMiddle(m_bench.recipe->grid, m_bench.all());
        live.setWanted(cells);
        QTRY_COMPARE(live.missing(), std::size_t{0});
        compareWithSlideRun(*store, cells);
        QVERIFY(!live.takeError());
    }
}

void TestLiveMaps::theMiddleComesFirst()
{
    const Rect area{300, 300, 600, 500};
    const auto cells = LiveMaps::cellsFromMiddle(m_bench.recipe->grid, area);
    QCOMPARE(static_cast<std::int64_t>(cells.size()),
        m_bench.recipe->grid.cellsOf(area).width * m_bench.recipe->grid.cellsOf(area).height);
    QVERIFY(m_bench.recipe->grid.cellArea(cells.front().column, cells.front().row).contains(600, 550));
    nb::NetworkScheduler scheduler(1);
    const auto store = std::make_shared<nb::MapStore>(*m_bench.recipe);
    std::counting_semaphore<> go(0);
    m_bench.network->onCall = [&] { go.acquire(); };
    LiveMaps live(m_bench.recipe, scheduler, store);
    const int before = m_bench.network->calls();
    live.setWanted(cells);
    go.release(4); // the patches of one cell
    QTRY_COMPARE(m_bench.network->calls(), before + 5);
    QVERIFY(store->has(cells.front().column, cells.front().row));
    QCOMPARE(store->generation(), std::uint64_t{1});
    go.release(10000);
    QTRY_COMPARE(live.missing(), std::size_t{0});
}

void TestLiveMaps::aNewListReplacesTheOldOne()
{
    nb::NetworkScheduler scheduler(2);
    const auto store = std::make_shared<nb::MapStore>(*m_bench.recipe);
    std::counting_semaphore<> go(0);
    m_bench.network->onCall = [&] { go.acquire(); };
    LiveMaps live(m_bench.recipe, scheduler, store);
    const int before = m_bench.network->calls();
    live.setWanted(LiveMaps::cellsFromMiddle(m_bench.recipe->grid, {0, 0, 500, 500}));
    QTRY_COMPARE(m_bench.network->calls(), before + 2); // both workers have one
    const std::vector<LiveMaps::Cell> other{{10, 8}};
    live.setWanted(other); // would hang if it waited
    go.release(10000);
    QTRY_COMPARE(live.missing(), std::size_t{0});
    QCOMPARE(m_bench.network->calls(), before + 2 + 4);
    QCOMPARE(store->generation(), std::uint64_t{1});
    compareWithSlideRun(*store, other);
    live.setWanted({});
    QCOMPARE(live.missing(), std::size_t{0});
}

void TestLiveMaps::aCellThatStaysWantedKeepsWhatItHas()
{
    nb::NetworkScheduler scheduler(1);
    const auto store = std::make_shared<nb::MapStore>(*m_bench.recipe);
    std::counting_semaphore<> go(0);
    m_bench.network->onCall = [&] { go.acquire(); };
    LiveMaps live(m_bench.recipe, scheduler, store);
    const int before = m_bench.network->calls();
    const std::vector<LiveMaps::Cell> one{{5, 5}}, more{{5, 5}, {20, 20}, {-1, 3}};
    live.setWanted(one);
    go.release(3);
    QTRY_COMPARE(m_bench.network->calls(), before + 4);
    live.setWanted(more);
    go.release(10000);
    QTRY_COMPARE(live.missing(), std::size_t{0});
    QCOMPARE(m_bench.network->calls(), before + 4); // cell (20,20) lies beyond the slide
    compareWithSlideRun(*store, one);
}

void TestLiveMaps::whatIsInTheStoreOrWithoutTissueCostsNothing()
{
    nb::NetworkScheduler scheduler(2);
    LiveMaps live(m_bench.recipe, scheduler, m_whole.maps);
    const int before = m_bench.network->calls();
    live.setWanted(LiveMaps::cellsFromMiddle(m_bench.recipe->grid, m_bench.all()));
    QCOMPARE(live.missing(), std::size_t{0});
    QCOMPARE(m_bench.network->calls(), before);
}

void TestLiveMaps::movingAboutGivesTheSameCells()
{
    nb::NetworkScheduler scheduler(3);
    const auto store = std::make_shared<nb::MapStore>(*m_bench.recipe);
    LiveMaps live(m_bench.recipe, scheduler, store);
    std::vector<LiveMaps::Cell> cells;
    for (int i = 0; i < 60; ++i) {
        cells = LiveMaps::cellsFromMiddle(m_bench.recipe->grid, {i * 17, i * 11, 400, 300});
        const int before = m_bench.network->calls();
        live.setWanted(cells);
        if (live.missing() > 0)
            QTRY_VERIFY(m_bench.network->calls() > before || live.missing() == 0); // gets into the middle of things
    }
    QTRY_COMPARE(live.missing(), std::size_t{0});
    compareWithSlideRun(*store, cells);
    compareWithSlideRun(*store, LiveMaps::cellsFromMiddle(m_bench.recipe->grid, {1003, 649, 400, 300}));
}

void TestLiveMaps::aPlaceThatCannotBeReadIsToldAndTheOthersCome()
{
    SegmentBench bench(500, 400);
    nb::NetworkScheduler scheduler(1);
    const auto store = std::make_shared<nb::MapStore>(*bench.recipe);
    LiveMaps live(bench.recipe, scheduler, store);
    bench.slide->failAfter(0); // the next read, once
    const auto cells = LiveMaps::cellsFromMiddle(bench.recipe->grid, bench.all());
    live.setWanted(cells);
    QTRY_COMPARE(live.missing(), std::size_t{0});
    const auto error = live.takeError();
    QVERIFY(error && error->code == nb::ErrorCode::Unreadable);
    QVERIFY(!live.takeError());
    QVERIFY(store->generation() > cells.size() / 2);
    QVERIFY(store->generation() < cells.size());
}

void TestLiveMaps::endingDoesNotWaitForTheNetwork()
{
    nb::NetworkScheduler scheduler(2);
    std::counting_semaphore<> go(0);
    m_bench.network->onCall = [&] { go.acquire(); };
    const int before = m_bench.network->calls();
    {
        LiveMaps live(m_bench.recipe, scheduler, std::make_shared<nb::MapStore>(*m_bench.recipe));
        live.setWanted(LiveMaps::cellsFromMiddle(m_bench.recipe->grid, m_bench.all()));
        QTRY_COMPARE(m_bench.network->calls(), before + 2);
    } // would hang here
    go.release(10000);
    QTest::qWait(50);
    QCOMPARE(m_bench.network->calls(), before + 2);
}

QTEST_GUILESS_MAIN(TestLiveMaps)
#include "tst_livemaps.moc"
