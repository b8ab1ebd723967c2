// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/openslidesource.h"

#include "engine/io/pyramidtiff.h"
#include "tests/support/pictures.h"

#include <QtTest>

#include <QFile>
#include <QTemporaryDir>

using nb::ErrorCode;
using nb::RgbImage;

namespace
{

constexpr int kSide = 1024, kTile = 256;

void writePyramid(const std::string& path, const RgbImage& picture)
{
    nb::PyramidTiffOptions options;
    options.width = picture.width;
    options.height = picture.height;
    options.tile = kTile;
    auto file = nb::PyramidTiffWriter::create(path, options);
    QVERIFY(file.ok());
    for (int row = 0; row < picture.height / kTile; ++row)
        for (int column = 0; column < picture.width / kTile; ++column)
            QVERIFY((*file)
                        ->writeTile(column, row, nb::test::cutOut(picture, column * kTile, row * kTile, kTile, kTile))
                        .ok());
    QVERIFY((*file)->finish({}).ok());
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// In place, as a network share that fails and comes back would do it: the file keeps its inode.
void overwrite(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(bytes.size()));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestOpenSlideSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsOnOnceTheFileIsWellAgain();
    void anotherSlideInItsPlaceIsAnError();
    void plainImagesAreNotItsAffair();
    void theScreensPixelsAreThoseOfRead_data();
    void theScreensPixelsAreThoseOfRead();

private:
    QTemporaryDir m_folder;
    QString m_path;
    RgbImage m_picture;
};

void TestOpenSlideSource::init()
{
    m_path = m_folder.filePath("slide.tif");
    m_picture = nb::test::placePicture(kSide, kSide);
    writePyramid(m_path.toStdString(), m_picture);
}

void TestOpenSlideSource::readsOnOnceTheFileIsWellAgain()
{
    const auto slide = nb::openSlide(m_path.toStdString());
    QVERIFY(slide.ok());
    QCOMPARE((*slide)->info().format, std::string("generic-tiff"));
    QVERIFY((*slide)->read(0, {0, 0, 10, 10}).ok());
    const QByteArray whole = contents(m_path);
    QByteArray damaged = whole;
    // All but the head of the file: tiles turn to rubbish, and so do directories at the end.
    damaged.replace(1000, damaged.size() - 1000, QByteArray(damaged.size() - 1000, '\x55'));
    overwrite(m_path, damaged);
    const auto failed = (*slide)->read(0, {700, 700, 50, 50});
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, ErrorCode::Unreadable);
    QCOMPARE(failed.error().path, m_path.toStdString());
    overwrite(m_path, whole);
    const auto again = (*slide)->read(0, {700, 700, 50, 50});
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().message().c_str());
    QCOMPARE(again->pixels, nb::test::cutOut(m_picture, 700, 700, 50, 50).pixels);
}

void TestOpenSlideSource::anotherSlideInItsPlaceIsAnError()
{
    const auto slide = nb::openSlide(m_path.toStdString());
    QVERIFY(slide.ok());
    overwrite(m_path, QByteArray(4000, '\x55'));
    QVERIFY(!(*slide)->read(0, {300, 300, 50, 50}).ok());
    QFile::remove(m_path);
    writePyramid(m_path.toStdString(), nb::test::placePicture(512, 512));
    const auto pixels = (*slide)->read(0, {700, 700, 50, 50});
    QVERIFY(!pixels.ok());
    QCOMPARE(pixels.error().code, ErrorCode::Unreadable);
}

void TestOpenSlideSource::plainImagesAreNotItsAffair()
{
    const std::string path = m_folder.filePath("plain.png").toStdString();
    QVERIFY(nb::test::writePicture(path, m_picture));
    const auto slide = nb::OpenSlideSource::open(path);
    QVERIFY(slide.ok());
    QVERIFY(*slide == nullptr);
}

void TestOpenSlideSource::theScreensPixelsAreThoseOfRead_data()
{
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    QTest::newRow("a tile") << 256 << 512;
    QTest::newRow("across tiles") << 100 << 37;
    QTest::newRow("over the slide's edge") << kSide - 100 << -20;
    QTest::newRow("beyond the slide") << kSide + 10 << 0;
}

void TestOpenSlideSource::theScreensPixelsAreThoseOfRead()
{
    QFETCH(int, x);
    QFETCH(int, y);
    constexpr int kWidth = 256, kHeight = 200;
    const auto slide = nb::openSlide(m_path.toStdString());
    QVERIFY(slide.ok());
    const nb::Rect area{x, y, kWidth, kHeight};
    const auto rgb = (*slide)->read(0, area);
    QVERIFY(rgb.ok());
    std::vector<std::uint32_t> xrgb(kWidth * kHeight + 1, 7);
    QVERIFY((*slide)->readXrgb(0, area, xrgb.data()).ok());
    for (std::size_t i = 0; i < kWidth * kHeight; ++i) {
        const std::uint8_t* const pixel = rgb->pixels.data() + 3 * i;
        QCOMPARE(xrgb[i], 0xff000000U | static_cast<std::uint32_t>(pixel[0] << 16 | pixel[1] << 8 | pixel[2]));
    }
    QCOMPARE(xrgb.back(), 7U); // nothing beyond the end
    QVERIFY(!(*slide)->readXrgb(9, area, xrgb.data()).ok());
}

QTEST_GUILESS_MAIN(TestOpenSlideSource)
#include "tst_openslidesource.moc"
