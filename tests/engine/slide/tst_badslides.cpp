// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/slidesource.h"
#include "tests/support/pictures.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>

#include <QFile>
#include <QTemporaryDir>

using nb::ErrorCode;

class TestBadSlides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void brokenSlidesAreRefused();

private:
    [[nodiscard]] std::string at(const QString& name) const { return m_folder.filePath(name).toStdString(); }
    QTemporaryDir m_folder;
};

void TestBadSlides::badFilesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto bytes
        = [](const std::string& text) { return QByteArray(text.data(), static_cast<qsizetype>(text.size())); };
    QTest::newRow("empty") << "empty.svs" << QByteArray() << static_cast<int>(ErrorCode::Unreadable);
    QTest::newRow("text") << "notes.svs" << QByteArray("Dear colleague") << static_cast<int>(ErrorCode::Unsupported);
    QTest::newRow("huge PNG") << "huge.png" << bytes(nb::test::pngClaiming(1000000, 1000000))
                              << static_cast<int>(ErrorCode::TooLarge);
    QTest::newRow("PNG without pixels") << "none.png" << bytes(nb::test::pngClaiming(0, 5))
                                        << static_cast<int>(ErrorCode::Unreadable);
    QTest::newRow("PNG of a header") << "header.png" << bytes(nb::test::pngClaiming(100, 100))
                                     << static_cast<int>(ErrorCode::Unreadable);
    QTest::newRow("TIFF of a header") << "header.tif" << QByteArray("II*\0\x08\0\0\0", 8)
                                      << static_cast<int>(ErrorCode::Unreadable);
    QTest::newRow("JPEG of a header") << "header.jpg" << QByteArray("\xff\xd8\xff\xe0", 4)
                                      << static_cast<int>(ErrorCode::Unreadable);
    QTest::newRow("BMP of a header") << "header.bmp" << QByteArray("BM") << static_cast<int>(ErrorCode::Unreadable);
    QByteArray hugeBmp("BM", 2);
    hugeBmp.append(QByteArray(52, '\0'));
    hugeBmp[14] = 40;
    for (const int at : {18, 22})
        hugeBmp.replace(at, 4, "\xff\xff\xff\x7f");
    QTest::newRow("huge BMP") << "huge.bmp" << hugeBmp << static_cast<int>(ErrorCode::TooLarge);
}

void TestBadSlides::badFilesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto slide = nb::openSlide(at(name));
    QVERIFY(!slide.ok());
    QCOMPARE(static_cast<int>(slide.error().code), code);
    QCOMPARE(slide.error().path, at(name));
    QVERIFY(!slide.error().remedy.empty());
    QCOMPARE(nb::openSlide(at("missing.svs")).error().code, ErrorCode::NotFound);
    QCOMPARE(nb::openSlide(m_folder.path().toStdString()).error().code, ErrorCode::Invalid);
    QCOMPARE(nb::openSlide("/dev/null").error().code, ErrorCode::Invalid);
}

void TestBadSlides::brokenSlidesAreRefused()
{
    NB_NEEDS_SHARED("slides/broken.svs");
    for (const char* name : {"slides/broken.svs", "slides/unopenable.tiff"}) {
        const auto slide = nb::openSlide(nb::test::sharedPath(name));
        QVERIFY2(!slide.ok(), name);
        QCOMPARE(slide.error().path, nb::test::sharedPath(name));
        QVERIFY(!slide.error().remedy.empty());
    }
    const auto unreadable = nb::openSlide(nb::test::sharedPath("slides/unreadable.svs"));
    QVERIFY(unreadable.ok());
    for (int i = 0; i < 2; ++i) {
        const auto pixels = (*unreadable)->read(0, {0, 0, 16, 16});
        QVERIFY(!pixels.ok());
        QCOMPARE(pixels.error().code, ErrorCode::Unreadable);
        QCOMPARE(pixels.error().path, nb::test::sharedPath("slides/unreadable.svs"));
    }
}

QTEST_GUILESS_MAIN(TestBadSlides)
#include "tst_badslides.moc"
