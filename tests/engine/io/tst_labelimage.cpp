// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labelimage.h"
#include "engine/io/labelrows.h"

#include "tests/support/pictures.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>

#include <QFile>
#include <QTemporaryDir>
#include <opencv2/imgcodecs.hpp>

using nb::ErrorCode;

namespace
{

cv::Mat numbered(int type, int width, int height, double largest)
{
    cv::Mat image(height, width, type);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double value = x == 3 && y == 2 ? largest : (x + y) % 7;
            if (image.depth() == CV_8U)
                image.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(value);
            else if (image.depth() == CV_16U)
                image.at<std::uint16_t>(y, x) = static_cast<std::uint16_t>(value);
            else
                image.at<std::int32_t>(y, x) = static_cast<std::int32_t>(value);
        }
    }
    return image;
}

} // namespace

class TestLabelImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValuesAsStored_data();
    void readsValuesAsStored();
    void refusesWhatIsNoLabelImage();
    void truncatedFilesAreErrors_data();
    void truncatedFilesAreErrors();
    void hugeClaimsAreRefusedBeforeAllocating();
    void readsTheTruthOfTheDataSet();

private:
    [[nodiscard]] std::string at(const char* name) const { return m_folder.filePath(name).toStdString(); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QTemporaryDir m_folder;
};

void TestLabelImage::readsValuesAsStored_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("largest");
    QTest::newRow("png 8") << "a.png" << CV_8UC1 << 255.0;
    QTest::newRow("png 16") << "b.png" << CV_16UC1 << 65535.0;
    QTest::newRow("tiff 8") << "c.tif" << CV_8UC1 << 200.0;
    QTest::newRow("tiff 16") << "d.tif" << CV_16UC1 << 40000.0;
    QTest::newRow("tiff 32") << "e.tif" << CV_32SC1 << 1000000.0;
}

void TestLabelImage::readsValuesAsStored()
{
    QFETCH(QString, name);
    QFETCH(int, type);
    QFETCH(double, largest);
    const std::string path = at(qPrintable(name));
    QVERIFY(cv::imwrite(path, numbered(type, 37, 23, largest)));
    const auto labels = nb::readLabelImage(path);
    QVERIFY2(labels.ok(), labels.ok() ? "" : labels.error().message().c_str());
    QCOMPARE(labels->width, 37);
    QCOMPARE(labels->height, 23);
    for (int y = 0; y < 23; ++y)
        for (int x = 0; x < 37; ++x)
            QCOMPARE(labels->at(x, y), x == 3 && y == 2 ? static_cast<std::uint32_t>(largest) : (x + y) % 7U);
    const auto rows = nb::LabelRows::open(path);
    QVERIFY(rows.ok());
    QCOMPARE((*rows)->width(), 37);
    QCOMPARE((*rows)->height(), 23);
    for (int y = 0; y < 23; ++y) {
        const auto row = (*rows)->next();
        QVERIFY(row.ok());
        QVERIFY(std::equal(row->begin(), row->end(), labels->row(y), labels->row(y) + 37));
    }
}

void TestLabelImage::refusesWhatIsNoLabelImage()
{
    QCOMPARE(nb::readLabelImage(at("missing.png")).error().code, ErrorCode::NotFound);
    QCOMPARE(nb::readLabelImage(m_folder.path().toStdString()).error().code, ErrorCode::Unreadable);
    write("empty.png", "");
    QCOMPARE(nb::readLabelImage(at("empty.png")).error().code, ErrorCode::Unsupported);
    write("text.tif", "This is no image");
    QCOMPARE(nb::readLabelImage(at("text.tif")).error().code, ErrorCode::Unsupported);
    const cv::Mat colour(20, 20, CV_8UC3, cv::Scalar(1, 2, 3)), fractions(20, 20, CV_32FC1, cv::Scalar(1.5));
    for (const char* name : {"colour.png", "colour.tif"}) {
        QVERIFY(cv::imwrite(at(name), colour));
        QCOMPARE(nb::readLabelImage(at(name)).error().code, ErrorCode::Unsupported);
    }
    QVERIFY(cv::imwrite(at("fractions.tif"), fractions));
    QCOMPARE(nb::readLabelImage(at("fractions.tif")).error().code, ErrorCode::Unsupported);
    QVERIFY(cv::imwrite(at("negative.tif"), numbered(CV_32SC1, 10, 10, -4)));
    QCOMPARE(nb::readLabelImage(at("negative.tif")).error().code, ErrorCode::Invalid);
}

void TestLabelImage::truncatedFilesAreErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("png") << "whole.png";
    QTest::newRow("tiff") << "whole.tif";
}

void TestLabelImage::truncatedFilesAreErrors()
{
    QFETCH(QString, name);
    cv::Mat noise(80, 90, CV_16UC1);
    cv::randu(noise, 0, 60000);
    QVERIFY(cv::imwrite(at(qPrintable(name)), noise));
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    for (int tenth = 1; tenth < 10; ++tenth) {
        write("cut", whole.left(whole.size() * tenth / 10));
        const auto labels = nb::readLabelImage(at("cut"));
        QVERIFY2(!labels.ok(), qPrintable(QString::number(tenth)));
        QCOMPARE(labels.error().path, at("cut"));
        const auto rows = nb::LabelRows::open(at("cut"));
        bool allRead = rows.ok();
        for (int y = 0; allRead && y < 80; ++y)
            allRead = (*rows)->next().ok();
        QVERIFY2(!allRead, qPrintable(QString::number(tenth)));
    }
    for (qsizetype i = 8; i < whole.size(); i += 61) { // whatever is damaged: no crash, no hang
        QByteArray damaged = whole;
        damaged[i] = static_cast<char>(~damaged[i]);
        write("damaged", damaged);
        (void)nb::readLabelImage(at("damaged")).ok();
    }
}

void TestLabelImage::hugeClaimsAreRefusedBeforeAllocating()
{
    write("huge.png", QByteArray::fromStdString(nb::test::pngClaiming(1000000, 1000000, 16, 0)));
    const auto labels = nb::readLabelImage(at("huge.png"));
    QVERIFY(!labels.ok());
    QCOMPARE(labels.error().code, ErrorCode::TooLarge);
    write("large.png", QByteArray::fromStdString(nb::test::pngClaiming(30000, 30000, 16, 0)));
    QCOMPARE(nb::readLabelImage(at("large.png")).error().code, ErrorCode::TooLarge);
}

void TestLabelImage::readsTheTruthOfTheDataSet()
{
    NB_NEEDS_SHARED("data/mod/test/test_01.labels.png");
    const auto labels = nb::readLabelImage(nb::test::sharedPath("data/mod/test/test_01.labels.png"));
    QVERIFY(labels.ok());
    QCOMPARE(labels->width, 1000);
    QVERIFY(*std::max_element(labels->pixels.begin(), labels->pixels.end()) > 50);
}

QTEST_GUILESS_MAIN(TestLabelImage)
#include "tst_labelimage.moc"
