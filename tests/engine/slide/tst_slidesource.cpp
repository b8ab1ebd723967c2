// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/slidesource.h"

#include "engine/io/pyramidtiff.h"
#include "tests/support/pictures.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>

#include <QFile>
#include <QTemporaryDir>
#include <random>
#include <thread>

using nb::ErrorCode;
using nb::Rect;
using nb::RgbImage;
using Slide = std::shared_ptr<const nb::SlideSource>;

namespace
{

constexpr int kWidth = 1100, kHeight = 700; // neither fits tiles nor halves well

bool writePyramid(const std::string& path, const RgbImage& picture)
{
    nb::PyramidTiffOptions options;
    options.width = picture.width;
    options.height = picture.height;
    options.pixelSize = nb::PixelSize{0.25, 0.5};
    auto file = nb::PyramidTiffWriter::create(path, options);
    for (int row = 0; file && row * options.tile < picture.height; ++row)
        for (int column = 0; column * options.tile < picture.width; ++column)
            if (!(*file)->writeTile(column, row,
                    nb::test::cutOut(picture, column * options.tile, row * options.tile, options.tile, options.tile)))
                return false;
    return file && (*file)->finish({}).ok();
}

Rect randomRect(std::mt19937& random, const nb::SlideLevel& level)
{
    const auto below
        = [&random](std::int64_t n) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(n)); };
    return {below(level.width + 40) - 20, below(level.height + 40) - 20, 1 + below(200), 1 + below(200)};
}

} // namespace

class TestSlideSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFormatGivesTheSamePixels_data();
    void everyFormatGivesTheSamePixels();
    void levelsGetCoarser_data() { everyFormatGivesTheSamePixels_data(); }
    void levelsGetCoarser();
    void outsideIsWhite_data() { everyFormatGivesTheSamePixels_data(); }
    void outsideIsWhite();
    void absurdAreasAreRefused_data() { everyFormatGivesTheSamePixels_data(); }
    void absurdAreasAreRefused();
    void manyThreadsReadTheSame_data();
    void manyThreadsReadTheSame();
    void saysThePixelSizeWhereTheFileDoes();
    void aPixelSizeThatCannotBeIsToldAsSuch_data();
    void aPixelSizeThatCannotBeIsToldAsSuch();
    void realSlideSaysWhatItIs();
    void associatedImagesAreThere();

private:
    [[nodiscard]] std::string at(const QString& name) const { return m_folder.filePath(name).toStdString(); }
    QTemporaryDir m_folder;
    RgbImage m_picture;
};

void TestSlideSource::initTestCase()
{
    m_picture = nb::test::placePicture(kWidth, kHeight);
    for (const char* name : {"plain.png", "plain.bmp", "plain.tif"})
        QVERIFY(nb::test::writePicture(at(name), m_picture));
    QVERIFY(writePyramid(at("pyramid.tif"), m_picture));
}

void TestSlideSource::everyFormatGivesTheSamePixels_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::newRow("PNG") << "plain.png"
                         << "png";
    QTest::newRow("BMP") << "plain.bmp"
                         << "bmp";
    QTest::newRow("TIFF") << "plain.tif"
                          << "tiff";
    QTest::newRow("OpenSlide") << "pyramid.tif"
                               << "generic-tiff";
}

void TestSlideSource::everyFormatGivesTheSamePixels()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    const auto slide = nb::openSlide(at(name));
    QVERIFY2(slide.ok(), slide.ok() ? "" : slide.error().message().c_str());
    const nb::SlideInfo& info = (*slide)->info();
    QCOMPARE(QString::fromStdString(info.format), format);
    QCOMPARE(info.width(), kWidth);
    QCOMPARE(info.height(), kHeight);
    QCOMPARE(info.hash.size(), std::size_t{64});
    for (const Rect& area : {Rect{0, 0, kWidth, kHeight}, Rect{250, 130, 17, 300}, Rect{1099, 699, 1, 1}}) {
        const auto pixels = (*slide)->read(0, area);
        QVERIFY(pixels.ok());
        QCOMPARE(pixels->pixels,
            nb::test::cutOut(m_picture, static_cast<int>(area.x), static_cast<int>(area.y),
                static_cast<int>(area.width), static_cast<int>(area.height))
                .pixels);
    }
}

void TestSlideSource::levelsGetCoarser()
{
    QFETCH(QString, name);
    const Slide slide = *nb::openSlide(at(name));
    const auto& levels = slide->info().levels;
    QVERIFY(levels.size() >= 3);
    QCOMPARE(levels.front().downsample, 1.0);
    for (std::size_t i = 1; i < levels.size(); ++i) {
        QVERIFY(levels[i].downsample > levels[i - 1].downsample);
        QCOMPARE(levels[i].downsample, std::round(levels[i].downsample));
        QVERIFY(std::abs(static_cast<double>(levels[i].width) * levels[i].downsample - kWidth) <= levels[i].downsample);
        const auto all = slide->read(static_cast<int>(i), {0, 0, levels[i].width, levels[i].height});
        QVERIFY(all.ok());
        // the mean of a coarser level is about that of the picture: it shows the same
        double coarse = 0, fine = 0;
        for (const std::uint8_t value : all->pixels)
            coarse += value;
        for (const std::uint8_t value : m_picture.pixels)
            fine += value;
        QVERIFY(std::abs(coarse / static_cast<double>(all->pixels.size())
                    - fine / static_cast<double>(m_picture.pixels.size()))
            < 3);
    }
}

void TestSlideSource::outsideIsWhite()
{
    QFETCH(QString, name);
    const Slide slide = *nb::openSlide(at(name));
    for (const Rect& area : {Rect{-30, -20, 100, 60}, Rect{kWidth - 5, kHeight - 9, 40, 30}, Rect{-200, 50, 100, 100},
             Rect{1LL << 40, 0, 10, 10}, Rect{-(1LL << 40), -(1LL << 40), 10, 10}}) {
        const auto pixels = slide->read(0, area);
        QVERIFY(pixels.ok());
        const int x = static_cast<int>(std::clamp<std::int64_t>(area.x, -100000, 100000)),
                  y = static_cast<int>(std::clamp<std::int64_t>(area.y, -100000, 100000));
        QCOMPARE(pixels->pixels,
            nb::test::cutOut(m_picture, x, y, static_cast<int>(area.width), static_cast<int>(area.height)).pixels);
    }
}

void TestSlideSource::absurdAreasAreRefused()
{
    QFETCH(QString, name);
    const Slide slide = *nb::openSlide(at(name));
    for (const Rect& area : {Rect{0, 0, 0, 10}, Rect{0, 0, 10, -1}, Rect{0, 0, 1LL << 40, 1LL << 40}})
        QCOMPARE(slide->read(0, area).error().code, ErrorCode::OutOfRange);
    QCOMPARE(slide->read(-1, {0, 0, 10, 10}).error().code, ErrorCode::OutOfRange);
    QCOMPARE(slide->read(99, {0, 0, 10, 10}).error().code, ErrorCode::OutOfRange);
    QVERIFY(slide->read(0, {0, 0, 10, 10}).ok()); // none of it did harm
}

void TestSlideSource::manyThreadsReadTheSame_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("PNG") << m_folder.filePath("plain.png");
    QTest::newRow("OpenSlide") << m_folder.filePath("pyramid.tif");
    if (nb::test::hasShared("slides/CMU-1-Small-Region.svs"))
        QTest::newRow("Aperio") << QString::fromStdString(nb::test::sharedPath("slides/CMU-1-Small-Region.svs"));
}

void TestSlideSource::manyThreadsReadTheSame()
{
    QFETCH(QString, path);
    struct Request {
        int level = 0;
        Rect area;
        RgbImage expected;
    };
    std::vector<Request> requests(60);
    const Slide alone = *nb::openSlide(path.toStdString());
    std::mt19937 random(7);
    for (Request& request : requests) {
        request.level = static_cast<int>(random() % alone->info().levels.size());
        request.area = randomRect(random, alone->info().levels[static_cast<std::size_t>(request.level)]);
        request.expected = *alone->read(request.level, request.area);
    }
    const Slide shared = *nb::openSlide(path.toStdString());
    std::atomic<std::size_t> next{0};
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (std::size_t i = next++; i < 4 * requests.size(); i = next++) {
                const Request& request = requests[i % requests.size()];
                const auto pixels = shared->read(request.level, request.area);
                wrong += !pixels || pixels->pixels != request.expected.pixels;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void TestSlideSource::saysThePixelSizeWhereTheFileDoes()
{
    QVERIFY(!(*nb::openSlide(at("plain.png")))->info().pixelSize);
    const auto size = (*nb::openSlide(at("pyramid.tif")))->info().pixelSize;
    QVERIFY(size.has_value());
    QVERIFY(std::abs(size->x - 0.25) < 1e-4);
    QVERIFY(std::abs(size->y - 0.5) < 1e-4);
}

/// A broken header is told in its own words, and is no pixel size.
void TestSlideSource::aPixelSizeThatCannotBeIsToldAsSuch_data()
{
    QTest::addColumn<QByteArray>("says"); // as long as what it takes the place of
    QTest::newRow("nothing at all") << QByteArray("0.0000");
    QTest::newRow("negative") << QByteArray("-0.499");
    QTest::newRow("finer than light") << QByteArray("0.0010");
    QTest::newRow("coarser than a microscope") << QByteArray("499000");
    QTest::newRow("no number") << QByteArray("nan   ");
}

void TestSlideSource::aPixelSizeThatCannotBeIsToldAsSuch()
{
    NB_NEEDS_SHARED("slides/small.svs");
    QFETCH(QByteArray, says);
    QFile whole(QString::fromStdString(nb::test::sharedPath("slides/small.svs")));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QByteArray bytes = whole.readAll();
    QVERIFY(bytes.contains("MPP = 0.4990"));
    bytes.replace("MPP = 0.4990", "MPP = " + says);
    QFile odd(QString::fromStdString(at("odd.svs")));
    QVERIFY(odd.open(QIODevice::WriteOnly));
    odd.write(bytes);
    odd.close();
    const auto slide = nb::openSlide(at("odd.svs"));
    QVERIFY2(slide.ok(), slide ? "" : slide.error().message().c_str());
    QVERIFY(!(*slide)->info().pixelSize);
    const QByteArray said = QByteArray::fromStdString((*slide)->info().impossiblePixelSize);
    QVERIFY2(!said.isEmpty() && (said.toDouble() == says.toDouble() || said == says.trimmed()), said.constData());
    QVERIFY((*nb::openSlide(at("pyramid.tif")))->info().impossiblePixelSize.empty());
    QVERIFY((*nb::openSlide(at("plain.png")))->info().impossiblePixelSize.empty());
}

void TestSlideSource::realSlideSaysWhatItIs()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    const Slide slide = *nb::openSlide(nb::test::sharedPath("slides/CMU-1-Small-Region.svs"));
    QCOMPARE(slide->info().format, std::string("aperio"));
    QCOMPARE(slide->info().width(), 2220);
    QCOMPARE(slide->info().height(), 2967);
    QVERIFY(slide->info().pixelSize.has_value());
    QVERIFY(std::abs(slide->info().pixelSize->x - 0.499) < 1e-9);
    QCOMPARE(slide->info().objectivePower.value_or(0), 20.0);
    QVERIFY(slide->info().properties.contains("aperio.AppMag"));
    // This one is smaller than its tile, which OpenSlide garbles: its pixels come another way, all else does not.
    const Slide small = *nb::openSlide(nb::test::sharedPath("slides/small.svs"));
    QCOMPARE(small->info().format, std::string("aperio"));
    QCOMPARE(small->info().width(), 16);
    QVERIFY(small->info().pixelSize && std::abs(small->info().pixelSize->x - 0.499) < 1e-9);
    const auto pixels = small->read(0, {-1, -1, 18, 18});
    QVERIFY(pixels.ok());
    QCOMPARE(pixels->row(0)[0], 255);
    QVERIFY(std::count(pixels->pixels.begin(), pixels->pixels.end(), 255) < 18 * 18 * 3 / 2);
}

void TestSlideSource::associatedImagesAreThere()
{
    QCOMPARE((*nb::openSlide(at("plain.png")))->associatedImage("label").error().code, ErrorCode::NotFound);
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    const Slide slide = *nb::openSlide(nb::test::sharedPath("slides/CMU-1-Small-Region.svs"));
    const auto& names = slide->info().associatedImages;
    for (const char* name : {"label", "macro"}) {
        QVERIFY(std::find(names.begin(), names.end(), name) != names.end());
        const auto image = slide->associatedImage(name);
        QVERIFY(image.ok());
        QVERIFY(image->width > 100 && image->height > 100);
    }
    QCOMPARE(slide->associatedImage("selfie").error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSlideSource)
#include "tst_slidesource.moc"
