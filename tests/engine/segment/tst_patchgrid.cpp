// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/patchgrid.h"

#include <QtTest>
#include <random>

using nb::Rect;

class TestPatchGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patchesCoverEveryPixel_data();
    void patchesCoverEveryPixel();
    void patchesOfCellsAreAllThatReachThem();
};

void TestPatchGrid::patchesCoverEveryPixel_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("patch");
    QTest::addColumn<int>("stride");
    QTest::newRow("smaller than a patch") << 37 << 90 << 256 << 224;
    QTest::newRow("one pixel") << 1 << 1 << 256 << 224;
    QTest::newRow("the paper's") << 500 << 333 << 128 << 64;
    QTest::newRow("no overlap") << 512 << 511 << 128 << 128;
    QTest::newRow("default") << 1000 << 700 << 256 << 224;
}

void TestPatchGrid::patchesCoverEveryPixel()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, patch);
    QFETCH(int, stride);
    const nb::PatchGrid grid(width, height, patch, stride);
    std::vector<int> patches(static_cast<std::size_t>(width * height)), cells(patches.size());
    for (std::int64_t r = 0; r < grid.rows(); ++r) {
        for (std::int64_t c = 0; c < grid.columns(); ++c) {
            const Rect area = grid.patchArea(c, r), cell = grid.cellArea(c, r);
            QCOMPARE(area.x, c * stride);
            QCOMPARE(area.width % 16, 0);
            QCOMPARE(area.height % 16, 0);
            QVERIFY(area.width <= patch && area.height <= patch);
            for (auto y = area.y; y < std::min<std::int64_t>(height, area.bottom()); ++y)
                for (auto x = area.x; x < std::min<std::int64_t>(width, area.right()); ++x)
                    ++patches[static_cast<std::size_t>(y * width + x)];
            for (auto y = cell.y; y < cell.bottom(); ++y)
                for (auto x = cell.x; x < cell.right(); ++x)
                    ++cells[static_cast<std::size_t>(y * width + x)];
        }
    }
    QVERIFY(std::all_of(patches.begin(), patches.end(), [](int n) { return n >= 1; }));
    QVERIFY(std::all_of(cells.begin(), cells.end(), [](int n) { return n == 1; }));
}

void TestPatchGrid::patchesOfCellsAreAllThatReachThem()
{
    std::mt19937 random(7);
    for (const auto& [patch, stride] : {std::pair{128, 64}, {256, 224}, {128, 48}, {96, 96}}) {
        const nb::PatchGrid grid(1500, 1100, patch, stride);
        for (int i = 0; i < 50; ++i) {
            const Rect cells = grid.cellsOf({static_cast<int>(random() % 1400), static_cast<int>(random() % 1000),
                1 + static_cast<int>(random() % 100), 1 + static_cast<int>(random() % 100)});
            const Rect found = grid.patchesOf(cells);
            for (std::int64_t r = 0; r < grid.rows(); ++r) {
                for (std::int64_t c = 0; c < grid.columns(); ++c) {
                    bool reaches = false;
                    for (auto cr = cells.y; cr < cells.bottom(); ++cr)
                        for (auto cc = cells.x; cc < cells.right(); ++cc)
                            reaches = reaches || !grid.patchArea(c, r).intersected(grid.cellArea(cc, cr)).empty();
                    if (reaches)
                        QVERIFY(found.contains(c, r));
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestPatchGrid)
#include "tst_patchgrid.moc"
