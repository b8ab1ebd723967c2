// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/pyramidtiff.h"
#include "tests/support/fulldisk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using nb::ErrorCode;
using nb::PyramidTiffOptions;
using nb::PyramidTiffWriter;
using nb::RgbImage;
using nb::TiffCompression;

namespace
{

/// A picture whose every pixel is a smooth function of its place, so that a misplaced tile shows.
void paint(RgbImage& tile, std::int64_t left, std::int64_t top)
{
    for (int y = 0; y < tile.height; ++y)
        for (int x = 0; x < tile.width; ++x) {
            std::uint8_t* const p = tile.row(y) + 3 * x;
            p[0] = static_cast<std::uint8_t>((left + x) / 8);
            p[1] = static_cast<std::uint8_t>((top + y) / 8);
            p[2] = static_cast<std::uint8_t>((left + x + top + y) / 16);
        }
}

PyramidTiffOptions optionsOf(std::int64_t width, std::int64_t height)
{
    PyramidTiffOptions options;
    options.width = width;
    options.height = height;
    options.pixelSize = nb::PixelSize{0.25, 0.5};
    return options;
}

nb::Status write(const std::string& path, const PyramidTiffOptions& options)
{
    auto writer = PyramidTiffWriter::create(path, options);
    if (!writer)
        return writer.error();
    RgbImage tile(options.tile, options.tile);
    const std::int64_t columns = (options.width + options.tile - 1) / options.tile;
    const std::int64_t count = columns * ((options.height + options.tile - 1) / options.tile);
    for (std::int64_t i = count - 1; i >= 0; --i) { // any order
        paint(tile, i % columns * options.tile, i / columns * options.tile);
        if (nb::Status status = (*writer)->writeTile(i % columns, i / columns, tile); !status)
            return status;
    }
    return (*writer)->finish({});
}

int entries(const std::string& folder)
{
    return static_cast<int>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// The largest difference from what `paint` makes, on a level of the given downsample; without the last row and column,
/// where OpenSlide blends with nothing when the sizes are no multiples.
int worstDifference(const nb::SlideSource& slide, int level, int downsample)
{
    const auto& size = slide.info().levels[static_cast<std::size_t>(level)];
    const auto image = slide.read(level, {0, 0, size.width, size.height});
    if (!image)
        return 1000;
    int worst = 0;
    for (int y = 0; y < image->height - 1; ++y)
        for (int x = 0; x < image->width - 1; ++x) {
            const double cx = (x + 0.5) * downsample, cy = (y + 0.5) * downsample;
            const double expected[3] = {cx / 8, cy / 8, (cx + cy) / 16};
            for (int c = 0; c < 3; ++c)
                worst = std::max(worst, static_cast<int>(std::abs(image->row(y)[3 * x + c] - expected[c])));
        }
    return worst;
}

} // namespace

class TestPyramidTiff : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::string at(const std::string& name) const { return m_dir.path().toStdString() + "/" + name; }

private Q_SLOTS:
    void cleanup()
    {
        for (const auto& entry : fs::directory_iterator(m_dir.path().toStdString()))
            fs::remove_all(entry.path());
    }
    void openSlideReadsEveryLevel_data()
    {
        QTest::addColumn<bool>("jpeg");
        QTest::addColumn<int>("tile");
        QTest::newRow("deflate") << false << 256;
        QTest::newRow("jpeg") << true << 256;
        QTest::newRow("small tiles") << false << 64;
        QTest::newRow("large tiles") << true << 512;
    }
    void openSlideReadsEveryLevel()
    {
        QFETCH(bool, jpeg);
        QFETCH(int, tile);
        auto options = optionsOf(1537, 1001);
        options.compression = jpeg ? TiffCompression::Jpeg : TiffCompression::Deflate;
        options.tile = tile;
        const auto status = write(at("a.tif"), options);
        QVERIFY2(status.ok(), status ? "" : status.error().message().c_str());
        const auto slide = nb::openSlide(at("a.tif"));
        QVERIFY2(slide.ok(), slide ? "" : slide.error().message().c_str());
        const nb::SlideInfo& info = (*slide)->info();
        QCOMPARE(info.format, std::string("generic-tiff"));
        QCOMPARE(info.width(), std::int64_t{1537});
        QCOMPARE(info.height(), std::int64_t{1001});
        QVERIFY(info.pixelSize.has_value());
        QCOMPARE(info.pixelSize->x, 0.25);
        QCOMPARE(info.pixelSize->y, 0.5);
        const auto expectedLevels = static_cast<std::size_t>(tile == 64 ? 6 : tile == 256 ? 4 : 3);
        QCOMPARE(info.levels.size(), expectedLevels);
        int downsample = 1;
        for (std::size_t i = 0; i < info.levels.size(); ++i, downsample *= 2) {
            QCOMPARE(info.levels[i].width, std::int64_t{(1537 + downsample - 1) / downsample});
            QCOMPARE(info.levels[i].height, std::int64_t{(1001 + downsample - 1) / downsample});
            QVERIFY(std::abs(info.levels[i].downsample / downsample - 1)
                < 1.0 / static_cast<double>(info.levels[i].height));
            const int worst = worstDifference(**slide, static_cast<int>(i), downsample);
            const int tolerance = (jpeg ? 6 : 2) + downsample / 4;
            QVERIFY2(worst <= tolerance, qPrintable(QString("level %1 is off by %2").arg(i).arg(worst)));
        }
    }
    void deflateKeepsEveryPixel()
    {
        QVERIFY(write(at("a.tif"), optionsOf(300, 280)).ok());
        const auto slide = nb::openSlide(at("a.tif"));
        const auto image = (*slide)->read(0, {0, 0, 300, 280});
        RgbImage expected(300, 280);
        paint(expected, 0, 0);
        QVERIFY(image->pixels == expected.pixels);
    }
    void missingTilesAreWhite()
    {
        auto writer = PyramidTiffWriter::create(at("a.tif"), optionsOf(1000, 600));
        QVERIFY((*writer)->writeTile(1, 0, RgbImage(256, 256, 10)).ok());
        QVERIFY((*writer)->finish({}).ok());
        const auto slide = nb::openSlide(at("a.tif"));
        const auto image = (*slide)->read(0, {0, 0, 1000, 600});
        QVERIFY(image.ok());
        QCOMPARE(int(image->row(0)[0]), 255);
        QCOMPARE(int(image->row(10)[3 * 300]), 10);
        QCOMPARE(int(image->row(599)[3 * 999]), 255);
    }
    void cancelledIsAnErrorThatLeavesNothing()
    {
        nb::CancelSource stop;
        stop.cancel();
        {
            auto writer = PyramidTiffWriter::create(at("never.tif"), optionsOf(1000, 600));
            const auto status = (*writer)->finish(stop.token());
            QVERIFY(!status);
            QCOMPARE(status.error().code, nb::ErrorCode::Cancelled);
            QCOMPARE(status.error().path, at("never.tif"));
        }
        QVERIFY(!QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden).join(' ').contains("never.tif"));
    }
    void beyondTheEdgeNothingBleedsIn()
    {
        auto options = optionsOf(257, 40);
        auto writer = PyramidTiffWriter::create(at("a.tif"), options);
        for (int column = 0; column < 2; ++column) {
            RgbImage tile(256, 256, 0); // black beyond the edge
            for (int y = 0; y < 40; ++y)
                std::fill_n(tile.row(y), 3 * (column == 0 ? 256 : 1), std::uint8_t{200});
            QVERIFY((*writer)->writeTile(column, 0, tile).ok());
        }
        QVERIFY((*writer)->finish({}).ok());
        const auto slide = nb::openSlide(at("a.tif"));
        QCOMPARE((*slide)->info().levels.size(), std::size_t{2});
        const auto image = (*slide)->read(1, {0, 0, 128, 19});
        QVERIFY(image.ok());
        QVERIFY(std::all_of(image->pixels.begin(), image->pixels.end(), [](int v) { return v == 200; }));
    }
    void aSingleSmallTileHasNoPyramid()
    {
        QVERIFY(write(at("a.tif"), optionsOf(1, 1)).ok());
        const auto slide = nb::openSlide(at("a.tif"));
        QVERIFY(slide.ok());
        QCOMPARE((*slide)->info().levels.size(), std::size_t{1});
    }
    void largePicturesAreBigTiff()
    {
        const auto version = [](const std::string& path) {
            std::ifstream in(path, std::ios::binary);
            char head[4] = {};
            in.read(head, 4);
            return static_cast<int>(head[2]);
        };
        for (const std::int64_t side : {2000, 100000}) {
            auto writer = PyramidTiffWriter::create(at("a.tif"), optionsOf(side, side));
            QVERIFY(writer.ok());
            QVERIFY((*writer)->writeTile(0, 0, RgbImage(256, 256)).ok());
            for (const auto& entry : fs::directory_iterator(m_dir.path().toStdString()))
                QCOMPARE(version(entry.path().string()), side == 2000 ? 42 : 43);
        }
    }
    void refusesWhatMakesNoSense()
    {
        for (const auto& [width, height, tile] :
            {std::tuple{0, 10, 256}, {10, -1, 256}, {10, 10, 100}, {10, 10, 0}, {2147483647, 2147483647, 16}}) {
            auto options = optionsOf(width, height);
            options.tile = tile;
            const auto writer = PyramidTiffWriter::create(at("a.tif"), options);
            QVERIFY(!writer);
            QCOMPARE(writer.error().code, ErrorCode::Invalid);
        }
        auto writer = PyramidTiffWriter::create(at("a.tif"), optionsOf(300, 300));
        QVERIFY(!(*writer)->writeTile(0, 2, RgbImage(256, 256)));
        QVERIFY(!(*writer)->writeTile(0, 0, RgbImage(255, 256)));
        QVERIFY((*writer)->writeTile(0, 0, RgbImage(256, 256)).ok());
        QVERIFY(!(*writer)->writeTile(0, 0, RgbImage(256, 256)));
    }
    void leavesNothingBehindUnfinished()
    {
        {
            auto writer = PyramidTiffWriter::create(at("a.tif"), optionsOf(2000, 2000));
            QVERIFY((*writer)->writeTile(0, 0, RgbImage(256, 256)).ok());
        }
        QCOMPARE(entries(m_dir.path().toStdString()), 0);
    }
    void saysWhenTheDiskIsFull()
    {
        nb::test::FullDisk disk(64 * 1024);
        if (!disk.mounted())
            QSKIP("needs the right to mount a small file system");
        auto options = optionsOf(3000, 3000);
        options.compression = TiffCompression::Jpeg;
        const auto status = write(disk.at("a.tif"), options);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::NoSpace);
        QCOMPARE(status.error().path, disk.at("a.tif"));
        QCOMPARE(entries(disk.folder()), 0);
    }
    void namesTheFileItCannotWrite()
    {
        const auto writer = PyramidTiffWriter::create(at("missing/a.tif"), optionsOf(10, 10));
        QVERIFY(!writer);
        QCOMPARE(writer.error().code, ErrorCode::NotWritable);
        QCOMPARE(writer.error().path, at("missing/a.tif"));
    }
};

QTEST_GUILESS_MAIN(TestPyramidTiff)
#include "tst_pyramidtiff.moc"
