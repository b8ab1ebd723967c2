// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/nucleifile.h"
#include "engine/io/labelimage.h"
#include "engine/slide/slidesource.h"
#include "tests/support/commandline.h"
#include "tests/support/pictures.h"

#include <QtTest>

#include <QJsonArray>
#include <QTemporaryDir>
#include <zlib.h>

using nb::test::bytesOf;
using nb::test::CommandOutcome;
using nb::test::namesIn;

namespace
{

constexpr int kWidth = 600, kHeight = 500;

CommandOutcome run(const QStringList& arguments)
{
    return nb::test::runCommand(NB_CLI, arguments);
}

QJsonArray featuresOf(const QByteArray& geojson)
{
    return QJsonDocument::fromJson(geojson).object()["features"].toArray();
}

QByteArray unzipped(const QString& path)
{
    QByteArray all, piece(1 << 16, '\0');
    const gzFile file = gzopen(qPrintable(path), "rb");
    for (int n = 0; file && (n = gzread(file, piece.data(), static_cast<unsigned>(piece.size()))) > 0;)
        all.append(piece.constData(), n);
    if (file)
        gzclose(file);
    return all;
}

/// Where `feature`'s outline lies, as left, top, right, bottom.
std::array<double, 4> boundsOf(const QJsonObject& feature)
{
    std::array<double, 4> bounds{1e9, 1e9, -1e9, -1e9};
    for (const QJsonValue& point : feature["geometry"].toObject()["coordinates"].toArray()[0].toArray()) {
        const double x = point.toArray()[0].toDouble(), y = point.toArray()[1].toDouble();
        bounds = {std::min(bounds[0], x), std::min(bounds[1], y), std::max(bounds[2], x), std::max(bounds[3], y)};
    }
    return bounds;
}

} // namespace

class TestSegmentCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reportsWhatItDid();
    void findsMostOfTheDemosNuclei();
    void labelsAndOutlinesAreTheSameNuclei();
    void heatmapShowsTheThreeClasses();
    void gzipHoldsTheSame();
    void aRegionHoldsTheSameNuclei();
    void severalInputsGoIntoAFolder();
    void oneBadInputDoesNotCostTheOthers();
    void existingOutputsAreKeptUnlessAsked();
    void imagesWithoutPixelSizeWarn();
    void exitStatusTellsWrongUsage_data();
    void exitStatusTellsWrongUsage();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    CommandOutcome m_whole; ///< of the run that initTestCase made on the demo slide
};

void TestSegmentCommand::initTestCase()
{
    const CommandOutcome demo = run({"demo", "-o", at("demo.tif"), "--truth", at("truth.geojson"), "--size",
        QString("%1x%2").arg(kWidth).arg(kHeight), "--seed", "4"});
    QVERIFY2(demo.status == 0, demo.described());
    m_whole = run({"segment", at("demo.tif"), "-o", at("whole.geojson"), "--labels", at("labels.tif"), "--heatmap",
        at("heatmap.tif"), "--json"});
    QVERIFY2(m_whole.status == 0, m_whole.described());
}

void TestSegmentCommand::reportsWhatItDid()
{
    const QJsonObject json = m_whole.json();
    for (const char* key : {"nuclei", "seconds", "megapixels", "network_seconds", "peak_rss_mib", "mpp"})
        QVERIFY2(json[key].isDouble() && json[key].toDouble() > 0, key);
    QVERIFY(!json["model"].toString().isEmpty());
    QCOMPARE(m_whole.out.count('\n'), 1);
    QVERIFY(std::abs(json["mpp"].toDouble() - 0.25) < 1e-6);
    QVERIFY(std::abs(json["megapixels"].toDouble() - kWidth * kHeight / 1e6) < 0.01);
    const QJsonArray features = featuresOf(bytesOf(at("whole.geojson")));
    QCOMPARE(features.size(), json["nuclei"].toInt());
    for (const QJsonValue& feature : features) {
        const QJsonObject properties = feature.toObject()["properties"].toObject();
        QCOMPARE(properties["objectType"].toString(), QString("detection"));
        QVERIFY(properties["measurements"].toObject().size() >= 12);
        QVERIFY(properties["classification"].toObject().contains("color"));
        const QJsonObject metadata = properties["metadata"].toObject();
        for (const char* key : {"origin", "model", "mpp", "mpp_origin", "stain", "run", "extraction"})
            QVERIFY2(!metadata[key].toString().isEmpty(), key);
    }
    QVERIFY(!bytesOf(at("whole.geojson")).contains(m_folder.path().toUtf8())); // exports carry no paths
}

void TestSegmentCommand::findsMostOfTheDemosNuclei()
{
    const CommandOutcome judged
        = run({"evaluate", "--truth", at("truth.geojson"), "--prediction", at("whole.geojson"), "--json"});
    QVERIFY2(judged.status == 0, judged.described());
    QVERIFY2(judged.json()["rates"].toObject()["f1"].toDouble() >= 0.7, judged.out.constData());
}

void TestSegmentCommand::labelsAndOutlinesAreTheSameNuclei()
{
    const auto labels = nb::readLabelImage(at("labels.tif").toStdString());
    QVERIFY(labels.ok());
    QCOMPARE(labels->width, kWidth);
    QCOMPARE(labels->height, kHeight);
    const auto outlines = nb::readNuclei(at("whole.geojson").toStdString());
    QVERIFY(outlines.ok());
    const auto evaluation = nb::evaluate({"labels", *labels, {}}, *outlines);
    QVERIFY(evaluation.ok());
    QCOMPARE(evaluation->counts.truth, m_whole.json()["nuclei"].toInt());
    QCOMPARE(evaluation->counts.matched, evaluation->counts.truth);
    QVERIFY(nb::ratesOf(evaluation->counts).pixelDice > 0.99);
}

void TestSegmentCommand::heatmapShowsTheThreeClasses()
{
    const auto heatmap = nb::openSlide(at("heatmap.tif").toStdString());
    QVERIFY(heatmap.ok());
    QCOMPARE((*heatmap)->info().width(), kWidth); // the demo has the model's µm/px
    QCOMPARE((*heatmap)->info().height(), kHeight);
    const auto pixels = (*heatmap)->read(0, {0, 0, kWidth, kHeight});
    QVERIFY(pixels.ok());
    std::array<int, 3> sure{};
    for (std::size_t i = 0; i < pixels->pixels.size(); i += 3) {
        const int sum = pixels->pixels[i] + pixels->pixels[i + 1] + pixels->pixels[i + 2];
        QVERIFY2(std::abs(sum - 255) <= 2, qPrintable(QString::number(sum))); // probabilities
        for (std::size_t c = 0; c < 3; ++c)
            sure[c] += pixels->pixels[i + c] > 200;
    }
    QVERIFY(sure[0] > 10000 && sure[1] > 100 && sure[2] > 1000);
}

void TestSegmentCommand::gzipHoldsTheSame()
{
    const CommandOutcome zipped = run({"segment", at("demo.tif"), "-o", at("whole.geojson.gz")});
    QVERIFY2(zipped.status == 0, zipped.described());
    QVERIFY(bytesOf(at("whole.geojson.gz")).startsWith("\x1f\x8b"));
    QCOMPARE(unzipped(at("whole.geojson.gz")), bytesOf(at("whole.geojson")));
}

void TestSegmentCommand::aRegionHoldsTheSameNuclei()
{
    const CommandOutcome region
        = run({"segment", at("demo.tif"), "-o", at("region.geojson"), "--region", "150,100,300,260"});
    QVERIFY2(region.status == 0, region.described());
    QSet<QByteArray> inRegion;
    for (const QJsonValue& feature : featuresOf(bytesOf(at("region.geojson"))))
        inRegion.insert(QJsonDocument(feature.toObject()).toJson());
    QVERIFY(inRegion.size() >= 3);
    int inside = 0;
    for (const QJsonValue& feature : featuresOf(bytesOf(at("whole.geojson")))) {
        const auto [left, top, right, bottom] = boundsOf(feature.toObject());
        if (left < 150 || top < 100 || right > 450 || bottom > 360)
            continue;
        ++inside;
        QVERIFY(inRegion.contains(QJsonDocument(feature.toObject()).toJson()));
    }
    QCOMPARE(inside, inRegion.size());
}

void TestSegmentCommand::severalInputsGoIntoAFolder()
{
    QVERIFY(QFile::copy(at("demo.tif"), at("second.tif")));
    const CommandOutcome both = run({"segment", at("demo.tif"), at("second.tif"), "-o", at("results"), "--json"});
    QVERIFY2(both.status == 0, both.described());
    QCOMPARE(namesIn(at("results")), (QStringList{"demo.geojson", "second.geojson"}));
    QCOMPARE(bytesOf(at("results/demo.geojson")), bytesOf(at("whole.geojson")));
    const QJsonObject json = both.json();
    QCOMPARE(json["nuclei"].toInt(), 2 * m_whole.json()["nuclei"].toInt());
    QCOMPARE(json["inputs"].toArray().size(), 2);
    const CommandOutcome clash = run({"segment", at("demo.tif"), at("demo.tif"), "-o", at("clash")});
    QCOMPARE(clash.status, 1);
    QVERIFY2(clash.saysInOneLine("one file"), clash.described());
}

void TestSegmentCommand::oneBadInputDoesNotCostTheOthers()
{
    const CommandOutcome both = run({"segment", at("missing.svs"), at("demo.tif"), "-o", at("partly"), "--json"});
    QCOMPARE(both.status, 1);
    QVERIFY(both.err.contains("missing.svs"));
    QCOMPARE(namesIn(at("partly")), QStringList{"demo.geojson"});
    QCOMPARE(both.json()["nuclei"].toInt(), m_whole.json()["nuclei"].toInt());
}

void TestSegmentCommand::existingOutputsAreKeptUnlessAsked()
{
    QVERIFY(nb::test::writeBytes(at("precious.geojson"), "precious"));
    const CommandOutcome refused = run({"segment", at("demo.tif"), "-o", at("precious.geojson")});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.saysInOneLine("--overwrite"), refused.described());
    QCOMPARE(bytesOf(at("precious.geojson")), QByteArray("precious"));
    const CommandOutcome replaced = run({"segment", at("demo.tif"), "-o", at("precious.geojson"), "--overwrite"});
    QCOMPARE(replaced.status, 0);
    QCOMPARE(bytesOf(at("precious.geojson")), bytesOf(at("whole.geojson")));
}

void TestSegmentCommand::imagesWithoutPixelSizeWarn()
{
    const auto slide = nb::openSlide(at("demo.tif").toStdString());
    QVERIFY(slide.ok());
    const auto pixels = (*slide)->read(0, {0, 0, 200, 150});
    QVERIFY(pixels.ok());
    for (const char* name : {"plain.png", "plain.tif"}) {
        QVERIFY(nb::test::writePicture(at(name).toStdString(), *pixels));
        const CommandOutcome warned = run({"segment", at(name), "-o", at(QString(name) + ".geojson"), "--json"});
        QVERIFY2(warned.status == 0, warned.described());
        QVERIFY2(warned.err.contains("nucleoscope-cli: note: ") && warned.err.contains("µm/px"), warned.described());
        QVERIFY(!warned.json()["warning"].toString().isEmpty());
    }
    const CommandOutcome given = run({"segment", at("plain.png"), "-o", at("given.geojson"), "--mpp", "0.3", "--json"});
    QVERIFY2(given.status == 0, given.described());
    QVERIFY2(!given.err.contains("µm/px"), given.described());
    QCOMPARE(given.json()["mpp"].toDouble(), 0.3);
}

void TestSegmentCommand::exitStatusTellsWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString in = at("demo.tif"), out = at("never.geojson");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{"diagnose", in};
    QTest::newRow("no output") << QStringList{"segment", in};
    QTest::newRow("no input") << QStringList{"segment", "-o", out};
    QTest::newRow("unknown option") << QStringList{"segment", in, "-o", out, "--fast"};
    QTest::newRow("output of another kind") << QStringList{"segment", in, "-o", at("never.txt")};
    QTest::newRow("negative µm/px") << QStringList{"segment", in, "-o", out, "--mpp=-0.5"};
    QTest::newRow("µm/px of 0") << QStringList{"segment", in, "-o", out, "--mpp", "0"};
    QTest::newRow("µm/px is no number") << QStringList{"segment", in, "-o", out, "--mpp", "nan"};
    QTest::newRow("endless µm/px") << QStringList{"segment", in, "-o", out, "--mpp", "inf"};
    QTest::newRow("µm/px is a word") << QStringList{"segment", in, "-o", out, "--mpp", "fine"};
    QTest::newRow("region of three numbers") << QStringList{"segment", in, "-o", out, "--region", "1,2,3"};
    QTest::newRow("region of nothing") << QStringList{"segment", in, "-o", out, "--region", "1,2,0,5"};
    QTest::newRow("region beyond numbers")
        << QStringList{"segment", in, "-o", out, "--region", "0,0,99999999999999999999,5"};
    QTest::newRow("region whose end is beyond numbers")
        << QStringList{"segment", in, "-o", out, "--region", "9223372036854775807,0,9223372036854775807,5"};
    QTest::newRow("patch is no multiple of 16") << QStringList{"segment", in, "-o", out, "--patch", "100"};
    QTest::newRow("stride beyond the patch")
        << QStringList{"segment", in, "-o", out, "--patch", "128", "--stride", "256"};
    QTest::newRow("unknown method") << QStringList{"segment", in, "-o", out, "--normalize", "magic"};
    QTest::newRow("two outputs of one name")
        << QStringList{"segment", in, "-o", out, "--labels", at("same.tif"), "--heatmap", at("./same.tif")};
    QTest::newRow("labels for several") << QStringList{"segment", in, in, "-o", at("f"), "--labels", at("l.tif")};
    QTest::newRow("evaluate without truth") << QStringList{"evaluate", "--prediction", in};
    QTest::newRow("demo without size") << QStringList{"demo", "-o", at("never.tif"), "--size", "big"};
}

void TestSegmentCommand::exitStatusTellsWrongUsage()
{
    QFETCH(QStringList, arguments);
    const QStringList before = namesIn(m_folder.path());
    const CommandOutcome outcome = run(arguments);
    QVERIFY2(outcome.status == 2, outcome.described());
    QVERIFY2(outcome.saysInOneLine("--help"), outcome.described());
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(namesIn(m_folder.path()), before);
}

QTEST_GUILESS_MAIN(TestSegmentCommand)
#include "tst_segmentcommand.moc"
