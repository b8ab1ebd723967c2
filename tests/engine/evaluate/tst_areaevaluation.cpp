// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/areaevaluation.h"
#include "engine/geometry/polygonruns.h"
#include "engine/io/evaluationcsv.h"
#include "engine/io/labelimage.h"
#include "tests/support/casefixture.h"

#include <QtTest>

using nb::Finding;
using nb::MultiPolygon;
using nb::NucleiFile;
using nb::RegionRecord;

namespace
{

MultiPolygon box(double x, double y, double width, double height)
{
    return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}}};
}

NucleiFile nuclei(std::vector<MultiPolygon> shapes)
{
    return {"a", std::move(shapes), {}};
}

RegionRecord region(const char* name, const MultiPolygon& shape)
{
    RegionRecord record;
    record.name = name;
    record.shape = shape;
    return record;
}

} // namespace

class TestAreaEvaluation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfMistakeHasItsPlace();
    void whatIsOutsideOfTheRegionDoesNotCount();
    void aRegionCutsAlongItsOutline();
    void labelImagesGiveTheSameCounts();
    void pooledIsTheSum();
    void whatLiesInSeveralRegionsIsPooledOnce();
    void readsACaseWithinTheAreas();
    void aLabelImageOfAnotherSizeIsRefused();
    void writesATable();
};

void TestAreaEvaluation::everyKindOfMistakeHasItsPlace()
{
    // Found; missed; two merged; one split in two; a false one.
    const auto truth = nuclei(
        {box(0, 0, 10, 10), box(100, 0, 10, 10), box(200, 0, 20, 10), box(220, 0, 10, 10), box(300, 0, 30, 10)});
    const auto prediction = nuclei(
        {box(0, 0, 10, 10), box(200, 0, 30, 10), box(300, 0, 20, 10), box(320, 0, 10, 10), box(400, 0, 10, 10)});
    const auto areas = nb::evaluateAreas(truth, prediction, {});
    QVERIFY(areas.ok());
    QCOMPARE(areas->areas.size(), std::size_t(1));
    const auto& mistakes = areas->areas.front().mistakes;
    QCOMPARE(mistakes.size(), std::size_t(4));
    QCOMPARE(mistakes[0].finding, Finding::Missed);
    QCOMPARE(mistakes[0].bounds.x, std::int64_t(100));
    QCOMPARE(mistakes[1].finding, Finding::Merged);
    QCOMPARE(mistakes[1].bounds.x, std::int64_t(220));
    QCOMPARE(mistakes[2].finding, Finding::False);
    QCOMPARE(mistakes[2].bounds.x, std::int64_t(400));
    QCOMPARE(mistakes[3].finding, Finding::Split);
    QCOMPARE(mistakes[3].bounds.x, std::int64_t(320));
    const auto& counts = areas->areas.front().counts;
    QCOMPARE(counts.matched, std::int64_t(3));
    QCOMPARE(counts.missed + counts.merged + counts.falseDetections + counts.split, std::int64_t(4));
}

void TestAreaEvaluation::whatIsOutsideOfTheRegionDoesNotCount()
{
    const auto truth = nuclei({box(0, 0, 10, 10), box(500, 0, 10, 10)});
    const auto prediction = nuclei({box(0, 0, 10, 10), box(800, 0, 10, 10)});
    const std::vector<RegionRecord> regions{region("A", box(-50, -50, 200, 200)), region("B", box(450, -50, 100, 100))};
    const auto areas = nb::evaluateAreas(truth, prediction, regions);
    QVERIFY(areas.ok());
    QCOMPARE(areas->areas[0].name, std::string("A"));
    QCOMPARE(areas->areas[0].counts.matched, std::int64_t(1));
    QVERIFY(areas->areas[0].mistakes.empty());
    QCOMPARE(areas->areas[1].counts.missed, std::int64_t(1));
    QCOMPARE(areas->areas[1].counts.falseDetections, std::int64_t(0));
}

void TestAreaEvaluation::aRegionCutsAlongItsOutline()
{
    // A triangle: of the box only the lower left half is compared.
    const MultiPolygon triangle{{{{0, 0}, {100, 100}, {0, 100}}, {}}};
    const std::vector<RegionRecord> regions{region("T", triangle)};
    const auto areas = nb::evaluateAreas(nuclei({box(0, 0, 100, 100)}), nuclei({box(0, 0, 100, 100)}), regions);
    QVERIFY(areas.ok());
    const auto& counts = areas->areas.front().counts;
    QCOMPARE(counts.matched, std::int64_t(1));
    QVERIFY(std::abs(counts.truthPixels - 5000) <= 100);
    QCOMPARE(counts.truthPixels, counts.commonPixels);
}

void TestAreaEvaluation::labelImagesGiveTheSameCounts()
{
    const auto truth = nuclei({box(5, 5, 10, 10), box(40, 5, 10, 10)});
    const auto prediction = nuclei({box(6, 5, 10, 10), box(70, 5, 10, 10)});
    const nb::Rect frame{0, 0, 100, 30};
    const NucleiFile truthLabels{"t", nb::rasterize(std::get<1>(truth.nuclei), frame).value(), {}};
    const NucleiFile predictionLabels{"p", nb::rasterize(std::get<1>(prediction.nuclei), frame).value(), {}};
    const auto a = nb::evaluateAreas(truth, prediction, {}), b = nb::evaluateAreas(truthLabels, predictionLabels, {});
    QVERIFY(a.ok() && b.ok());
    QCOMPARE(a->areas.front().counts.commonPixels, b->areas.front().counts.commonPixels);
    QCOMPARE(a->areas.front().counts.missed, b->areas.front().counts.missed);
    QCOMPARE(b->areas.front().mistakes.size(), std::size_t(2));
    QCOMPARE(b->areas.front().mistakes[0].bounds, (nb::Rect{40, 5, 10, 10}));
}

void TestAreaEvaluation::pooledIsTheSum()
{
    // Side by side: the nucleus on their common edge is judged in either, as in training.
    const auto truth = nuclei({box(10, 10, 10, 10), box(95, 40, 10, 10), box(150, 10, 10, 10)});
    const auto prediction = nuclei({box(10, 10, 10, 10), box(95, 40, 10, 10)});
    const std::vector<RegionRecord> regions{region("A", box(0, 0, 100, 100)), region("B", box(100, 0, 100, 100))};
    const auto evaluated = nb::evaluateAreas(truth, prediction, regions);
    QVERIFY(evaluated.ok() && !evaluated->overlapping);
    QCOMPARE(evaluated->areas[0].counts.truth, std::int64_t(2));
    QCOMPARE(evaluated->areas[1].counts.truth, std::int64_t(2));
    QCOMPARE(evaluated->pooled.truth, std::int64_t(4));
    QCOMPARE(evaluated->pooled.matched, std::int64_t(3));
    QCOMPARE(evaluated->mistakes().size(), std::size_t(1));
}

void TestAreaEvaluation::whatLiesInSeveralRegionsIsPooledOnce()
{
    // A and B overlap, and B and C; D lies apart. Found are all but the one in A and B, and the one in D.
    const auto truth = nuclei({box(10, 10, 10, 10), box(80, 10, 10, 10), box(170, 10, 10, 10), box(510, 10, 10, 10)});
    const auto prediction = nuclei({box(10, 10, 10, 10), box(170, 10, 10, 10), box(85, 60, 10, 10)});
    const std::vector<RegionRecord> regions{region("A", box(0, 0, 100, 100)), region("D", box(500, 0, 100, 100)),
        region("C", box(150, 0, 100, 100)), region("B", box(70, 0, 120, 100))};
    const auto evaluated = nb::evaluateAreas(truth, prediction, regions);
    QVERIFY(evaluated.ok() && evaluated->overlapping);
    QCOMPARE(evaluated->areas[0].counts.missed, std::int64_t(1));
    QCOMPARE(evaluated->areas[3].counts.missed, std::int64_t(1)); // the same one
    QCOMPARE(evaluated->pooled.truth, std::int64_t(4));
    QCOMPARE(evaluated->pooled.matched, std::int64_t(2));
    QCOMPARE(evaluated->pooled.missed, std::int64_t(2));
    QCOMPARE(evaluated->pooled.falseDetections, std::int64_t(1));
    QCOMPARE(evaluated->mistakes().size(), std::size_t(3)); // each drawn once
    QTemporaryDir folder;
    const std::string path = folder.filePath("a.csv").toStdString();
    QVERIFY(nb::writeEvaluationCsv(path, *evaluated).ok());
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\n\"all, overlaps once\",4,"));
}

void TestAreaEvaluation::readsACaseWithinTheAreas()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("a.nsc").toStdString();
    const auto document = nb::CaseDocument::create(path, nb::test::slideIdentity()).value();
    nb::Edit edit{"Import", "", {}, {}, {}, {}, {}, {}, {}};
    for (std::uint64_t i = 0; i < 10; ++i)
        edit.putNuclei.push_back(nb::test::nucleus(i, 100.0 * static_cast<double>(i), 50));
    QVERIFY(document->edits().apply(edit).ok());
    const std::vector<nb::Rect> areas{{0, 0, 250, 100}, {150, 0, 300, 100}};
    const auto some = nb::readComparedNuclei(path, areas, 100000, 80000);
    QVERIFY(some.ok());
    QCOMPARE(std::get<1>(some->nuclei).size(), std::size_t(5)); // each once
    const auto all = nb::readComparedNuclei(path, {}, 100000, 80000);
    QCOMPARE(std::get<1>(all->nuclei).size(), std::size_t(10));
}

void TestAreaEvaluation::aLabelImageOfAnotherSizeIsRefused()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("a.png").toStdString();
    QFile png(QString::fromStdString(path));
    QVERIFY(png.open(QIODevice::WriteOnly));
    // 1 x 1, grey, 8 bits.
    png.write(QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNiAAAABgADNjd8qAAAAABJRU5ErkJggg=="));
    png.close();
    const auto nuclei = nb::readComparedNuclei(path, {}, 100, 100);
    QVERIFY(!nuclei.ok());
    QCOMPARE(nuclei.error().path, path);
}

void TestAreaEvaluation::writesATable()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("a.csv").toStdString();
    const std::vector<RegionRecord> regions{region("=A", box(-50, -50, 200, 200))};
    const auto areas = nb::evaluateAreas(nuclei({box(0, 0, 10, 10)}), nuclei({box(0, 0, 10, 10)}), regions);
    QVERIFY(nb::writeEvaluationCsv(path, *areas).ok());
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readLine().startsWith("region,truth,found"));
    QCOMPARE(file.readLine(), QByteArray("'=A,1,1,1,0,0,0,0,1,1,1,1,0,0,0,0,1,1,1,1,1\n"));
    QVERIFY(file.readLine().startsWith("all,1,1,1"));
}

QTEST_APPLESS_MAIN(TestAreaEvaluation)
#include "tst_areaevaluation.moc"
