// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/patchgrid.h"
#include "engine/segment/tileplan.h"

#include <QTest>

#include <random>

namespace
{

bool coversOnce(const std::vector<nb::Rect>& tiles, const nb::Rect& area)
{
    std::int64_t covered = 0;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (tiles[i].empty() || !area.contains(tiles[i]))
            return false;
        covered += tiles[i].width * tiles[i].height;
        for (std::size_t k = 0; k < i; ++k)
            if (!tiles[i].intersected(tiles[k]).empty())
                return false;
    }
    return covered == area.width * area.height;
}

constexpr std::int64_t kHalo = 268; // tileHalo of the default model

} // namespace

class TestTilePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlanCoversTheAreaOnce();
    void theFirstTileNeedsFewPatches();
    void theFirstTileIsNearTheMiddle();
    void aStrideWithNoRoomStartsInTheMiddle();
};

void TestTilePlan::everyPlanCoversTheAreaOnce()
{
    std::mt19937 random(1);
    for (int i = 0; i < 200; ++i) {
        const nb::Rect area{static_cast<std::int64_t>(random() % 5000), static_cast<std::int64_t>(random() % 5000),
            1 + static_cast<std::int64_t>(random() % 3000), 1 + static_cast<std::int64_t>(random() % 3000)};
        const std::int64_t stride = 16 * (1 + static_cast<std::int64_t>(random() % 60));
        QVERIFY(coversOnce(nb::tilesForWaiting(area, stride, kHalo), area));
        QVERIFY(coversOnce(nb::tilesInReadingOrder(area, 300), area));
        QVERIFY(coversOnce(nb::tilesFromCentre(area, 300), area));
    }
}

void TestTilePlan::theFirstTileNeedsFewPatches()
{
    const nb::PatchGrid grid(100000, 100000, 384, 352);
    std::mt19937 random(2);
    for (int i = 0; i < 100; ++i) {
        const nb::Rect area{static_cast<std::int64_t>(random() % 50000), static_cast<std::int64_t>(random() % 50000),
            1200 + static_cast<std::int64_t>(random() % 3000), 1200 + static_cast<std::int64_t>(random() % 3000)};
        const nb::Rect first = nb::tilesForWaiting(area, grid.stride(), kHalo).front();
        const nb::Rect patches = grid.patchesOf(grid.cellsOf(first.grown(kHalo)));
        QVERIFY(patches.width <= 3 && patches.height <= 3);
    }
}

void TestTilePlan::theFirstTileIsNearTheMiddle()
{
    const nb::Rect area{1000, 2000, 2000, 1500};
    const nb::Rect first = nb::tilesForWaiting(area, 352, kHalo).front();
    QVERIFY(std::abs(first.x + first.width / 2 - 2000) <= 176);
    QVERIFY(std::abs(first.y + first.height / 2 - 2750) <= 176);
    QVERIFY(first.width >= 64 && first.height >= 64);
}

void TestTilePlan::aStrideWithNoRoomStartsInTheMiddle()
{
    const nb::Rect area{0, 0, 2000, 1500};
    QVERIFY(nb::tilesForWaiting(area, 64, kHalo).front().contains(1000, 750));
}

QTEST_GUILESS_MAIN(TestTilePlan)
#include "tst_tileplan.moc"
