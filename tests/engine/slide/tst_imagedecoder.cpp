// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/imagedecoder.h"

#include "tests/support/pictures.h"

#include <QtTest>

#include <QFile>
#include <QTemporaryDir>

using nb::ErrorCode;
using nb::RgbImage;

class TestImageDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losslessFormatsKeepEveryPixel_data();
    void losslessFormatsKeepEveryPixel();
    void jpegIsNearlyTheSame();
    void greyAndSixteenBitsBecomeRgb_data();
    void greyAndSixteenBitsBecomeRgb();
    void transparencyLiesOnWhite_data();
    void transparencyLiesOnWhite();
    void damagedFilesAreErrorsAndNeverCrash_data();
    void damagedFilesAreErrorsAndNeverCrash();
    void contentsCountAndNotTheName();

private:
    [[nodiscard]] std::string at(const QString& name) const { return m_folder.filePath(name).toStdString(); }
    QTemporaryDir m_folder;
};

void TestImageDecoder::losslessFormatsKeepEveryPixel_data()
{
    QTest::addColumn<QString>("extension");
    for (const char* extension : {"png", "bmp", "tif"})
        QTest::newRow(extension) << extension;
}

void TestImageDecoder::losslessFormatsKeepEveryPixel()
{
    QFETCH(QString, extension);
    const RgbImage picture = nb::test::placePicture(131, 97);
    QVERIFY(nb::test::writePicture(at("a." + extension), picture));
    const auto image = nb::decodeImage(at("a." + extension));
    QVERIFY(image.ok());
    QCOMPARE(image->pixels.width, 131);
    QCOMPARE(image->pixels.height, 97);
    QCOMPARE(image->pixels.pixels, picture.pixels);
    QVERIFY(!image->pixelSize); // a printer's resolution is no microscope's
}

void TestImageDecoder::jpegIsNearlyTheSame()
{
    RgbImage picture(64, 64);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) {
            picture.row(y)[3 * x] = static_cast<std::uint8_t>(3 * x);
            picture.row(y)[3 * x + 1] = static_cast<std::uint8_t>(2 * y);
            picture.row(y)[3 * x + 2] = 150;
        }
    QVERIFY(nb::test::writePicture(at("a.jpg"), picture));
    const auto image = nb::decodeImage(at("a.jpg"));
    QVERIFY(image.ok());
    QCOMPARE(image->format, std::string("jpeg"));
    for (std::size_t i = 0; i < picture.pixels.size(); ++i)
        QVERIFY(std::abs(image->pixels.pixels[i] - picture.pixels[i]) < 12);
}

void TestImageDecoder::greyAndSixteenBitsBecomeRgb_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    QTest::newRow("grey PNG") << "a.png" << CV_8UC1;
    QTest::newRow("16-bit grey PNG") << "b.png" << CV_16UC1;
    QTest::newRow("16-bit colour PNG") << "c.png" << CV_16UC3;
    QTest::newRow("grey TIFF") << "d.tif" << CV_8UC1;
    QTest::newRow("16-bit colour TIFF") << "e.tif" << CV_16UC3;
    QTest::newRow("grey BMP") << "f.bmp" << CV_8UC1;
}

void TestImageDecoder::greyAndSixteenBitsBecomeRgb()
{
    QFETCH(QString, name);
    QFETCH(int, type);
    const double factor = CV_MAT_DEPTH(type) == CV_16U ? 257 : 1;
    QVERIFY(cv::imwrite(at(name), cv::Mat(20, 30, type, cv::Scalar::all(120 * factor))));
    const auto image = nb::decodeImage(at(name));
    QVERIFY2(image.ok(), image.ok() ? "" : image.error().message().c_str());
    QCOMPARE(image->pixels.width, 30);
    for (const std::uint8_t value : image->pixels.pixels)
        QVERIFY2(std::abs(value - 120) <= 1, qPrintable(QString::number(value)));
}

void TestImageDecoder::transparencyLiesOnWhite_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("PNG") << "a.png";
    QTest::newRow("TIFF") << "a.tif";
}

void TestImageDecoder::transparencyLiesOnWhite()
{
    QFETCH(QString, name);
    cv::Mat picture(10, 10, CV_8UC4, cv::Scalar(30, 60, 90, 255));
    picture.at<cv::Vec4b>(4, 5) = {0, 0, 0, 0};
    QVERIFY(cv::imwrite(at(name), picture));
    const auto image = nb::decodeImage(at(name));
    QVERIFY(image.ok());
    QCOMPARE(image->pixels.row(4)[3 * 5], 255);
    QCOMPARE(image->pixels.row(4)[3 * 4], 90);
    QCOMPARE(image->pixels.row(4)[3 * 4 + 2], 30);
}

void TestImageDecoder::damagedFilesAreErrorsAndNeverCrash_data()
{
    QTest::addColumn<QString>("extension");
    for (const char* extension : {"png", "bmp", "tif", "jpg"})
        QTest::newRow(extension) << extension;
}

void TestImageDecoder::damagedFilesAreErrorsAndNeverCrash()
{
    QFETCH(QString, extension);
    QVERIFY(nb::test::writePicture(at("whole." + extension), nb::test::placePicture(120, 90)));
    QFile whole(m_folder.filePath("whole." + extension));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    const auto decode = [this](const QByteArray& contents) {
        QFile file(m_folder.filePath("damaged"));
        if (file.open(QIODevice::WriteOnly))
            file.write(contents);
        file.close();
        return nb::decodeImage(at("damaged"));
    };
    for (int tenth = 1; tenth < 10; ++tenth) {
        const auto image = decode(bytes.left(bytes.size() * tenth / 10));
        QVERIFY2(!image.ok(), qPrintable(QString("cut off at %1/10").arg(tenth)));
        QCOMPARE(image.error().path, at("damaged"));
    }
    for (qsizetype i = 0; i < bytes.size(); i += i < 200 ? 1 : 97) {
        QByteArray damaged = bytes;
        damaged[i] = static_cast<char>(~damaged[i]);
        const auto image = decode(damaged);
        QVERIFY(!image.ok() || !image->pixels.empty());
    }
}

void TestImageDecoder::contentsCountAndNotTheName()
{
    QVERIFY(nb::test::writePicture(at("real.png"), nb::test::placePicture(20, 20)));
    QVERIFY(QFile::copy(m_folder.filePath("real.png"), m_folder.filePath("called.jpg")));
    QCOMPARE(nb::decodeImage(at("called.jpg"))->format, std::string("png"));
}

QTEST_GUILESS_MAIN(TestImageDecoder)
#include "tst_imagedecoder.moc"
