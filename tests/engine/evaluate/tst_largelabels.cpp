// SPDX-License-Identifier: GPL-3.0-or-later
// Label images that are never held as pictures.
#include "engine/evaluate/areaevaluation.h"
#include "engine/evaluate/nucleifile.h"
#include "engine/io/labeltiffwriter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>

using nb::ErrorCode;
using nb::NucleiFile;

namespace
{

constexpr int kSide = 22000; // 484 megapixels: over what is read as a picture
constexpr int kNuclei = 400;

nb::Ring square(double x, double y, double side)
{
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

/// Nuclei on a grid, all moved by `shift`.
std::vector<nb::MultiPolygon> nucleiMovedBy(double shift)
{
    std::vector<nb::MultiPolygon> nuclei;
    for (int i = 0; i < kNuclei; ++i)
        nuclei.push_back({{square(50 + i % 20 * 1090 + shift, 70 + i / 20 * 1080.0, 20), {}}});
    return nuclei;
}

/// The most memory that this process has held, in MiB.
double peakMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

} // namespace

class TestLargeLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLargeTiffIsComparedRowByRow();
    void aLargePngIsComparedRowByRow();
    void aFileThatIsCutOffIsAnError();

private:
    [[nodiscard]] std::string at(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }
    QTemporaryDir m_folder;
};

void TestLargeLabels::initTestCase()
{
    for (const auto& [name, shift] : {std::pair("truth.tif", 0.0), std::pair("moved.tif", 5.0)}) {
        auto writer = nb::LabelTiffWriter::create(at(name), kSide, kSide, {0.25, 0.25});
        QVERIFY(writer.ok());
        for (const nb::MultiPolygon& nucleus : nucleiMovedBy(shift))
            QVERIFY((*writer)->add(nucleus).ok());
        QVERIFY((*writer)->finish({}).ok());
    }
}

void TestLargeLabels::aLargeTiffIsComparedRowByRow()
{
    const double before = peakMiB();
    const auto truth = nb::readNuclei(at("truth.tif")), moved = nb::readNuclei(at("moved.tif"));
    QVERIFY2(truth.ok() && moved.ok(), truth ? "" : truth.error().message().c_str());
    const auto evaluation = nb::evaluate(*truth, *moved);
    QVERIFY2(evaluation.ok(), evaluation ? "" : evaluation.error().message().c_str());
    QCOMPARE(evaluation->counts.truth, std::int64_t{kNuclei});
    QCOMPARE(evaluation->counts.matched, std::int64_t{kNuclei});
    QCOMPARE(evaluation->counts.commonPixels, std::int64_t{kNuclei * 15 * 20});
    QVERIFY2(peakMiB() < before + 200, qPrintable(QStringLiteral("%1 MiB more").arg(peakMiB() - before)));
    const NucleiFile outlines{"outlines", nucleiMovedBy(0), {}};
    const auto areas = nb::evaluateAreas(outlines, *moved, {});
    QVERIFY2(areas.ok(), areas ? "" : areas.error().message().c_str());
    QCOMPARE(areas->areas.front().counts.commonPixels, std::int64_t{kNuclei * 15 * 20});
    QVERIFY(nb::readComparedNuclei(at("truth.tif"), {}, kSide, kSide).ok());
    QCOMPARE(nb::readComparedNuclei(at("truth.tif"), {}, 1000, kSide).error().code, ErrorCode::Invalid);
}

void TestLargeLabels::aLargePngIsComparedRowByRow()
{
    constexpr int kPngSide = 5000;
    cv::Mat image(kPngSide, kPngSide, CV_16UC1, cv::Scalar(0));
    for (int i = 0; i < 100; ++i)
        image(cv::Rect(40 + i % 10 * 480, 60 + i / 10 * 480, 20, 20)) = cv::Scalar(i + 1);
    QVERIFY(cv::imwrite(at("labels.png"), image));
    const auto labels = nb::readNuclei(at("labels.png"));
    QVERIFY(labels.ok());
    QVERIFY(std::holds_alternative<nb::LabelFile>(labels->nuclei));
    const auto evaluation = nb::evaluate(*labels, *labels);
    QVERIFY2(evaluation.ok(), evaluation ? "" : evaluation.error().message().c_str());
    QCOMPARE(evaluation->counts.matched, std::int64_t{100});
    QCOMPARE(evaluation->counts.truthPixels, std::int64_t{100 * 400});
    const auto truth = nb::readNuclei(at("truth.tif"));
    QVERIFY(truth.ok());
    QCOMPARE(nb::evaluate(*truth, *labels).error().code, ErrorCode::Invalid); // of another picture
}

void TestLargeLabels::aFileThatIsCutOffIsAnError()
{
    QFile whole(m_folder.filePath(QStringLiteral("labels.png")));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    QFile cut(m_folder.filePath(QStringLiteral("cut.png")));
    QVERIFY(cut.open(QIODevice::WriteOnly));
    cut.write(bytes.left(bytes.size() / 2));
    cut.close();
    const auto labels = nb::readNuclei(at("cut.png"));
    QVERIFY(labels.ok()); // its head is whole
    const auto evaluation = nb::evaluate(*labels, *labels);
    QVERIFY(!evaluation.ok());
    QCOMPARE(evaluation.error().code, ErrorCode::Unreadable);
    QCOMPARE(evaluation.error().path, at("cut.png"));
}

QTEST_GUILESS_MAIN(TestLargeLabels)
#include "tst_largelabels.moc"
