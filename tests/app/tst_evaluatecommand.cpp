// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/pictures.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>

#include <QJsonArray>
#include <QTemporaryDir>

using nb::test::CommandOutcome;
using nb::test::writeBytes;

namespace
{

CommandOutcome evaluate(const QString& truth, const QString& prediction)
{
    return nb::test::runCommand(NB_CLI, {"evaluate", "--truth", truth, "--prediction", prediction, "--json"});
}

QByteArray box(int x, int y, int side)
{
    const auto point = [](int px, int py) { return QString("[%1,%2]").arg(px).arg(py); };
    return QString("[[%1,%2,%3,%4,%1]]")
        .arg(point(x, y), point(x + side, y), point(x + side, y + side), point(x, y + side))
        .toUtf8();
}

QByteArray feature(const QByteArray& rings, const char* type = "detection", const char* className = "Nucleus")
{
    return R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":)" + rings
        + R"(},"properties":{"objectType":")" + type + R"(","classification":{"name":")" + className
        + R"(","color":[0,160,90]}}})";
}

QByteArray collection(const QList<QByteArray>& features)
{
    return R"({"type":"FeatureCollection","features":[)" + features.join(",\n") + "]}\n";
}

void compare(const QJsonObject& ours, const QJsonObject& expected, double tolerance)
{
    QCOMPARE(ours.keys(), expected.keys());
    for (const QString& key : expected.keys())
        QVERIFY2(std::abs(ours[key].toDouble() - expected[key].toDouble()) <= tolerance, qPrintable(key));
}

} // namespace

class TestEvaluateCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersArePairedByName();
    void saysWhatWasNotPaired();
    void marksTellLabelsFromPictures();
    void geoJsonAgreesWithLabelImages();
    void regionsAreNoNuclei();
    void aShapeBeyondAnySlideIsLeftOutAndNamed();
    void foldersHoldJsonAndAnyCase();
    void printsATableForPeople();
    void badFeaturesAreLeftOutAndNamed();
    void hostileGeoJson_data();
    void hostileGeoJson();
    void tenMillionPointsDoNoHarm();
    void whatCannotBeComparedIsRefused_data();
    void whatCannotBeComparedIsRefused();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    /// A label image of squares: x, y, side; label by order.
    void writeLabels(const QString& name, const QList<std::array<int, 3>>& squares, int width = 100)
    {
        cv::Mat labels(80, width, CV_16UC1, cv::Scalar(0));
        for (int i = 0; i < squares.size(); ++i)
            labels(cv::Rect(squares[i][0], squares[i][1], squares[i][2], squares[i][2])).setTo(i + 1);
        QVERIFY(cv::imwrite(at(name).toStdString(), labels));
    }
    QTemporaryDir m_folder;
};

void TestEvaluateCommand::foldersArePairedByName()
{
    NB_NEEDS_SHARED("vectors/metrics/expected.json");
    const QString folder = QString::fromStdString(nb::test::sharedPath("vectors/metrics"));
    const CommandOutcome outcome = evaluate(folder, folder);
    QVERIFY2(outcome.status == 0, outcome.described());
    QVERIFY2(outcome.err.isEmpty(), outcome.described());
    const QJsonObject expected = QJsonDocument::fromJson(nb::test::bytesOf(folder + "/expected.json")).object();
    const QJsonObject images = outcome.json()["images"].toObject();
    QCOMPARE(images.keys(), expected.keys());
    QJsonObject sums;
    for (const QString& name : expected.keys()) {
        const QJsonObject ours = images[name].toObject(), theirs = expected[name].toObject();
        compare(ours["counts"].toObject(), theirs["counts"].toObject(), 1e-9);
        compare(ours["rates"].toObject(), theirs["rates"].toObject(), 1e-9);
        const QJsonObject counts = theirs["counts"].toObject();
        for (const QString& key : counts.keys())
            sums[key] = sums[key].toDouble() + counts[key].toDouble();
    }
    const QJsonObject pooled = outcome.json()["pooled"].toObject();
    compare(pooled["counts"].toObject(), sums, 1e-9);
    compare(outcome.json()["counts"].toObject(), sums, 1e-9);
    QCOMPARE(pooled["rates"].toObject()["aji"].toDouble(), sums["aji_inter"].toDouble() / sums["aji_union"].toDouble());
}

void TestEvaluateCommand::saysWhatWasNotPaired()
{
    for (const char* folder : {"a", "b"})
        QDir(m_folder.path()).mkdir(folder);
    writeLabels("a/one.png", {{0, 0, 10}});
    writeLabels("a/two.png", {{0, 0, 10}});
    writeLabels("b/two.tif", {{0, 0, 10}});
    writeLabels("b/three.png", {{0, 0, 10}});
    QVERIFY(writeBytes(at("a/readme.txt"), "no nuclei"));
    QVERIFY(writeBytes(at("a/.hidden.png"), "no nuclei"));
    const CommandOutcome outcome = evaluate(at("a"), at("b"));
    QVERIFY2(outcome.status == 0, outcome.described());
    QCOMPARE(outcome.json()["images"].toObject().keys(), QStringList{"two"});
    QCOMPARE(outcome.json()["unpaired"].toObject()["truth"].toArray(), QJsonArray{"one"});
    QCOMPARE(outcome.json()["unpaired"].toObject()["prediction"].toArray(), QJsonArray{"three"});
    QVERIFY2(outcome.err.contains("one") && outcome.err.contains("three"), outcome.described());
}

void TestEvaluateCommand::marksTellLabelsFromPictures()
{
    for (const char* folder : {"data", "found"})
        QDir(m_folder.path()).mkdir(folder);
    QVERIFY(nb::test::writePicture(at("data/x.png").toStdString(), nb::test::placePicture(100, 80)));
    writeLabels("data/x.labels.png", {{10, 10, 20}});
    QVERIFY(writeBytes(at("found/x.geojson"), collection({feature(box(10, 10, 20))})));
    const CommandOutcome outcome = evaluate(at("data"), at("found"));
    QVERIFY2(outcome.status == 0, outcome.described());
    QCOMPARE(outcome.json()["rates"].toObject()["pq"].toDouble(), 1.0);
}

void TestEvaluateCommand::geoJsonAgreesWithLabelImages()
{
    writeLabels("truth.png", {{0, 0, 20}, {30, 0, 20}, {60, 0, 20}});
    writeLabels("found.png", {{2, 2, 20}, {33, 0, 20}, {60, 50, 20}});
    QVERIFY(writeBytes(
        at("truth.geojson"), collection({feature(box(0, 0, 20)), feature(box(30, 0, 20)), feature(box(60, 0, 20))})));
    QVERIFY(writeBytes(
        at("found.geojson"), collection({feature(box(2, 2, 20)), feature(box(33, 0, 20)), feature(box(60, 50, 20))})));
    const CommandOutcome reference = evaluate(at("truth.png"), at("found.png"));
    QVERIFY2(reference.status == 0, reference.described());
    QCOMPARE(reference.json()["counts"].toObject()["TP"].toInt(), 2);
    for (const char* truth : {"truth.png", "truth.geojson"})
        for (const char* found : {"found.png", "found.geojson"}) {
            const CommandOutcome outcome = evaluate(at(truth), at(found));
            QVERIFY2(outcome.status == 0, outcome.described());
            QCOMPARE(outcome.json()["counts"], reference.json()["counts"]);
            QCOMPARE(outcome.json()["rates"], reference.json()["rates"]);
        }
}

void TestEvaluateCommand::regionsAreNoNuclei()
{
    QVERIFY(writeBytes(at("mixed.geojson"),
        collection({feature(box(0, 0, 90), "annotation", "Region"), feature(box(0, 0, 20)),
            feature(box(30, 0, 20), "annotation", "Nucleus"), feature(box(60, 0, 5), "tile")})));
    QVERIFY(writeBytes(at("drawn.geojson"),
        collection({feature(box(0, 0, 20), "annotation"), feature(box(30, 0, 20), "annotation")})));
    const CommandOutcome outcome = evaluate(at("mixed.geojson"), at("drawn.geojson"));
    QVERIFY2(outcome.status == 0, outcome.described());
    QCOMPARE(outcome.json()["counts"].toObject()["truth"].toInt(), 2);
    QCOMPARE(outcome.json()["rates"].toObject()["pq"].toDouble(), 1.0);
}

void TestEvaluateCommand::aShapeBeyondAnySlideIsLeftOutAndNamed()
{
    QVERIFY(writeBytes(at("stray.geojson"), collection({feature(box(0, 0, 20)), feature(box(5000000, 10, 20))})));
    QVERIFY(writeBytes(at("good.geojson"), collection({feature(box(0, 0, 20))})));
    const CommandOutcome outcome = evaluate(at("good.geojson"), at("stray.geojson"));
    QVERIFY2(outcome.status == 0, outcome.described());
    QCOMPARE(outcome.json()["rates"].toObject()["pq"].toDouble(), 1.0);
    QVERIFY2(outcome.err.contains("stray.geojson") && outcome.err.contains("object 2"), outcome.described());
}

void TestEvaluateCommand::foldersHoldJsonAndAnyCase()
{
    for (const char* folder : {"upper", "json"})
        QDir(m_folder.path()).mkdir(folder);
    writeLabels("upper/x.labels.png", {{10, 10, 20}});
    QVERIFY(QFile::rename(at("upper/x.labels.png"), at("upper/x.labels.PNG")));
    QVERIFY(writeBytes(at("upper/y.GeoJSON"), collection({feature(box(10, 10, 20))})));
    for (const char* name : {"json/x.json", "json/y.json"})
        QVERIFY(writeBytes(at(name), collection({feature(box(10, 10, 20))})));
    QVERIFY(writeBytes(at("json/settings.json"), R"({"colour":"dark"})"));
    QVERIFY(writeBytes(at("upper/settings.json"), R"({"colour":"dark"})"));
    const CommandOutcome outcome = evaluate(at("upper"), at("json"));
    QVERIFY2(outcome.status == 0, outcome.described());
    QCOMPARE(outcome.json()["images"].toObject().keys(), (QStringList{"x", "y"}));
    QCOMPARE(outcome.json()["rates"].toObject()["pq"].toDouble(), 1.0);
}

void TestEvaluateCommand::printsATableForPeople()
{
    writeLabels("truth.png", {{0, 0, 20}, {30, 0, 20}});
    const CommandOutcome outcome
        = nb::test::runCommand(NB_CLI, {"evaluate", "--truth", at("truth.png"), "--prediction", at("truth.png")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out.count('\n'), 2);
    QVERIFY(outcome.out.contains("Dice") && outcome.out.contains("AJI") && outcome.out.contains("1.000"));
}

void TestEvaluateCommand::badFeaturesAreLeftOutAndNamed()
{
    writeLabels("truth.png", {{0, 0, 20}});
    QVERIFY(writeBytes(at("found.geojson"),
        collection({feature("[[[NaN,0],[1,0],[1,1],[NaN,0]]]"), feature(box(0, 0, 20)), feature("[[]]"),
            feature(R"([[["a","b"],[1,0],[1,1],["a","b"]]])")})));
    const CommandOutcome outcome = evaluate(at("truth.png"), at("found.geojson"));
    QVERIFY2(outcome.status == 0, outcome.described());
    QCOMPARE(outcome.json()["rates"].toObject()["f1"].toDouble(), 1.0);
    QVERIFY2(outcome.err.contains("found.geojson") && outcome.err.contains("left out"), outcome.described());
}

void TestEvaluateCommand::hostileGeoJson_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = collection({feature(box(0, 0, 20)), feature(box(30, 0, 20))});
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear colleague");
    QTest::newRow("cut off in a feature") << good.left(good.size() * 2 / 3);
    QTest::newRow("cut off between features") << good.left(good.indexOf(",\n") + 1);
    QTest::newRow("1,000 levels deep") << QByteArray(1000, '[') + QByteArray(1000, ']');
    QTest::newRow("a million levels deep") << QByteArray(1000000, '[');
    QTest::newRow("1,000 levels deep in the coordinates")
        << collection({feature(QByteArray(1000, '[') + QByteArray(1000, ']'))});
    QTest::newRow("another JSON") << QByteArray("{\"nuclei\": 5}");
    QTest::newRow("zeros") << QByteArray(5000, '\0');
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6);
    QTest::newRow("gzip that is none") << QByteArray("\x1f\x8b\x08\0\0\0rubbish", 13);
}

/// Whatever it is, it ends in status 1 with one line, or, where single features are bad, says that they were left out.
void TestEvaluateCommand::hostileGeoJson()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(writeBytes(at("hostile.geojson"), bytes));
    writeLabels("truth.png", {{0, 0, 20}});
    for (const bool asTruth : {false, true}) {
        const QString hostile = at("hostile.geojson"), truth = at("truth.png");
        const CommandOutcome outcome = asTruth ? evaluate(hostile, truth) : evaluate(truth, hostile);
        QVERIFY2(outcome.status == 1 || (outcome.status == 0 && outcome.err.contains("left out")), outcome.described());
        QVERIFY2(outcome.saysInOneLine("hostile.geojson"), outcome.described());
    }
}

void TestEvaluateCommand::tenMillionPointsDoNoHarm()
{
    // Ten million points in one shape: more than any annotation has, so it is left out. The nucleus beside it is not.
    QByteArray ring = "[[";
    constexpr int kPoints = 10'000'000;
    for (int i = 0; i < kPoints; ++i)
        ring += "[" + QByteArray::number(30 + i / (kPoints / 20)) + (i % 2 == 0 ? ",0]," : ",0.25],");
    ring += "[50,0],[50,20],[30,20],[30,0]]]";
    QVERIFY(writeBytes(at("points.geojson"), collection({feature(ring), feature(box(0, 0, 20))})));
    writeLabels("truth.png", {{0, 0, 20}});
    const CommandOutcome outcome = evaluate(at("truth.png"), at("points.geojson"));
    QFile::remove(at("points.geojson"));
    QVERIFY2(outcome.status == 0, outcome.described());
    QVERIFY2(outcome.saysInOneLine("left out"), outcome.described());
    QCOMPARE(outcome.json()["rates"].toObject()["pq"].toDouble(), 1.0);
}

void TestEvaluateCommand::whatCannotBeComparedIsRefused_data()
{
    QTest::addColumn<QString>("truth");
    QTest::addColumn<QString>("prediction");
    QTest::addColumn<QString>("culprit");
    writeLabels("labels.png", {{0, 0, 10}});
    writeLabels("wider.png", {{0, 0, 10}}, 120);
    QDir(m_folder.path()).mkdir("nothing");
    QVERIFY(nb::test::writePicture(at("picture.png").toStdString(), nb::test::placePicture(100, 80)));
    QVERIFY(writeBytes(at("huge.png"), QByteArray::fromStdString(nb::test::pngClaiming(1000000, 1000000, 16, 0))));
    QVERIFY(writeBytes(at("cut.png"), nb::test::bytesOf(at("labels.png")).chopped(30)));
    QVERIFY(writeBytes(at("text.png"), "Dear colleague"));
    const QString labels = at("labels.png");
    QTest::newRow("missing truth") << at("missing.png") << labels << "missing.png";
    QTest::newRow("missing prediction") << labels << at("missing.geojson") << "missing.geojson";
    QTest::newRow("file and folder") << labels << at("nothing") << "nothing";
    QTest::newRow("empty folders") << at("nothing") << at("nothing") << "nothing";
    QTest::newRow("different sizes") << labels << at("wider.png") << "120 x 80";
    QTest::newRow("a colour picture") << labels << at("picture.png") << "picture.png";
    QTest::newRow("a PNG that claims 10^6 x 10^6") << labels << at("huge.png") << "huge.png";
    QTest::newRow("a PNG cut off") << labels << at("cut.png") << "cut.png";
    QTest::newRow("text") << labels << at("text.png") << "text.png";
    QTest::newRow("device") << labels << "/dev/zero"
                            << "/dev/zero";
}

void TestEvaluateCommand::whatCannotBeComparedIsRefused()
{
    QFETCH(QString, truth);
    QFETCH(QString, prediction);
    QFETCH(QString, culprit);
    const CommandOutcome outcome = evaluate(truth, prediction);
    QVERIFY2(outcome.status == 1, outcome.described());
    QVERIFY2(outcome.saysInOneLine(culprit), outcome.described());
    QVERIFY(outcome.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestEvaluateCommand)
#include "tst_evaluatecommand.moc"
