// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/heatmapwriter.h"
#include "tests/support/fulldisk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <random>

namespace fs = std::filesystem;
using nb::HeatmapWriter;
using nb::MapCell;
using nb::Rect;

namespace
{

/// Values that tell where a model pixel is.
std::uint8_t valueAt(int channel, std::int64_t x, std::int64_t y)
{
    return static_cast<std::uint8_t>(channel == 0 ? x * 7 + y : channel == 1 ? x + y * 11 : x * 3 + y * 5);
}

MapCell cellOf(const Rect& area)
{
    MapCell cell;
    cell.area = area;
    const int width = static_cast<int>(area.width), height = static_cast<int>(area.height);
    cell.background = cell.boundary = cell.inside = nb::Plane<std::uint8_t>(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            cell.background.at(x, y) = valueAt(0, area.x + x, area.y + y);
            cell.boundary.at(x, y) = valueAt(1, area.x + x, area.y + y);
            cell.inside.at(x, y) = valueAt(2, area.x + x, area.y + y);
        }
    return cell;
}

std::vector<Rect> cells(int columns, int rows, int side)
{
    std::vector<Rect> all;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            all.push_back({column * side, row * side, side, side});
    return all;
}

} // namespace

class TestHeatmapWriter : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::string at(const std::string& name) const { return m_dir.path().toStdString() + "/" + name; }

private Q_SLOTS:
    void holdsEveryPixelWhateverTheOrderOfTheCells()
    {
        const Rect area{130, 77, 700, 500}; // model pixels; cells reach beyond it
        auto order = cells(5, 4, 192);
        std::shuffle(order.begin(), order.end(), std::mt19937(5));
        auto writer = HeatmapWriter::create(at("a.tif"), area, 0.25);
        QVERIFY(writer.ok());
        for (const Rect& cell : order)
            QVERIFY((*writer)->add(cellOf(cell)).ok());
        QVERIFY((*writer)->finish({}).ok());
        const auto slide = nb::openSlide(at("a.tif"));
        QVERIFY(slide.ok());
        QCOMPARE((*slide)->info().width(), area.width);
        QCOMPARE((*slide)->info().height(), area.height);
        QVERIFY((*slide)->info().pixelSize == (nb::PixelSize{0.25, 0.25}));
        QCOMPARE((*slide)->info().levels.size(), std::size_t{3});
        const auto image = (*slide)->read(0, {0, 0, area.width, area.height});
        QVERIFY(image.ok());
        for (int y = 0; y < image->height; ++y)
            for (int x = 0; x < image->width; ++x)
                for (int c = 0; c < 3; ++c)
                    QCOMPARE(image->row(y)[3 * x + c], valueAt(c, area.x + x, area.y + y));
    }
    void whereNobodyLookedIsBackground()
    {
        auto writer = HeatmapWriter::create(at("b.tif"), {0, 0, 600, 600}, 0.25);
        QVERIFY((*writer)->add(cellOf({0, 0, 100, 100})).ok());
        QVERIFY((*writer)->finish({}).ok());
        const auto slide = nb::openSlide(at("b.tif"));
        const auto image = (*slide)->read(0, {0, 0, 600, 600});
        QVERIFY(image.ok());
        QCOMPARE(image->row(50)[3 * 50 + 1], valueAt(1, 50, 50));
        for (const auto& [x, y] : {std::pair{150, 50}, {599, 599}}) {
            const std::uint8_t* const p = image->row(y) + 3 * x;
            QVERIFY(p[0] == 255 && p[1] == 0 && p[2] == 0);
        }
    }
    void saysWhenTheDiskIsFull()
    {
        nb::test::FullDisk disk(8 * 1024);
        if (!disk.mounted())
            QSKIP("needs the right to mount a small file system");
        auto writer = HeatmapWriter::create(disk.at("a.tif"), {0, 0, 960, 960}, 0.25);
        QVERIFY(writer.ok());
        nb::Status status;
        for (const Rect& cell : cells(5, 5, 192))
            if (status)
                status = (*writer)->add(cellOf(cell));
        if (status)
            status = (*writer)->finish({});
        QVERIFY(!status);
        QCOMPARE(status.error().code, nb::ErrorCode::NoSpace);
        QCOMPARE(status.error().path, disk.at("a.tif"));
        writer->reset();
        QVERIFY(fs::is_empty(disk.folder()));
    }
};

QTEST_GUILESS_MAIN(TestHeatmapWriter)
#include "tst_heatmapwriter.moc"
