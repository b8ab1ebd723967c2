// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/areasummary.h"
#include "engine/io/areasummarycsv.h"
#include "tests/support/casefixture.h"

#include <QtTest>

using nb::CaseDocument;
using nb::CaseReader;
using nb::Edit;
using nb::RegionRecord;
using nb::test::nucleus;
using nb::test::slideIdentity;
using nb::test::uuidOf;

class TestAreaSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsClassesAndMediansOfTheWholeSlide();
    void aRegionHoldsTheNucleiWhoseCentreIsInIt();
    void densityIsPerSquareMillimetre();
    void sumsUpAsTheSlowWayDoes();
    void valuesComeInRowsAndPassTheFilter();
    void nothingMeasuredIsNotANumber();
    void unknownPixelSizeGivesNoDensity();
    void stops();
    void refusesUnknownMeasurements();

private:
    void add(std::vector<nb::NucleusRecord> nuclei)
    {
        Edit edit{"Import", "", {}, {}, {}, {}, {}, {}, {}};
        edit.putNuclei = std::move(nuclei);
        QVERIFY(m_case->edits().apply(edit).ok());
    }
    [[nodiscard]] std::unique_ptr<CaseReader> reader() const { return CaseReader::open(m_case->path()).value(); }
    [[nodiscard]] static RegionRecord square(double x, double y, double side)
    {
        RegionRecord region;
        region.id = uuidOf(7);
        region.name = "A";
        region.shape = {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}};
        return region;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
};

void TestAreaSummary::init()
{
    m_case.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto made = CaseDocument::create(m_folder->filePath("a.nsc").toStdString(), slideIdentity());
    QVERIFY(made.ok());
    m_case = std::move(*made);
}

void TestAreaSummary::countsClassesAndMediansOfTheWholeSlide()
{
    std::vector<nb::NucleusRecord> nuclei;
    for (std::uint64_t i = 0; i < 6; ++i) {
        nuclei.push_back(nucleus(i, 100.0 + 50.0 * static_cast<double>(i), 100));
        nuclei.back().classId = i < 2 ? 2 : 1;
    }
    add(std::move(nuclei)); // areas 0..5
    const auto summaries = nb::summarize(*reader(), slideIdentity(), {}, {"area_um2"});
    QVERIFY(summaries.ok());
    QCOMPARE(summaries->size(), std::size_t(1));
    const auto& slide = summaries->front();
    QVERIFY(!slide.region);
    QCOMPARE(slide.nuclei, std::int64_t(6));
    QCOMPARE(slide.byClass, (std::vector<std::pair<int, std::int64_t>>{{1, 4}, {2, 2}}));
    QCOMPARE(slide.medians, std::vector<double>{2.5});
    QVERIFY(std::abs(slide.share(2) - 1.0 / 3) < 1e-12);
    QCOMPARE(slide.share(5), 0.0);
    const std::string path = m_folder->filePath("sum.csv").toStdString();
    const std::vector<nb::ClassRecord> classes{{1, "Nucleus", 0, ""}, {2, "=Tumor", 0, ""}};
    QVERIFY(nb::writeAreaSummaryCsv(path, *summaries, classes, {"area_um2"}, "Whole slide").ok());
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readLine(),
        QByteArray("region,area_mm2,nuclei,nuclei_per_mm2,share Nucleus,share =Tumor,median_area_um2\n"));
    QCOMPARE(file.readLine(), QByteArray("Whole slide,500,6,0.012,0.6666667,0.3333333,2.5\n"));
}

void TestAreaSummary::aRegionHoldsTheNucleiWhoseCentreIsInIt()
{
    add({nucleus(1, 100, 100), nucleus(2, 198, 100), nucleus(3, 202, 100), nucleus(4, 150, 150)});
    const std::vector<RegionRecord> regions{square(0, 0, 200)};
    const auto summaries = nb::summarize(*reader(), slideIdentity(), regions, {"area_um2"});
    QVERIFY(summaries.ok());
    QCOMPARE(summaries->size(), std::size_t(2));
    QCOMPARE((*summaries)[0].nuclei, std::int64_t(4));
    QCOMPARE((*summaries)[1].nuclei, std::int64_t(3));
    QCOMPARE(*(*summaries)[1].region, uuidOf(7));
    QCOMPARE((*summaries)[1].medians, std::vector<double>{2.0});
}

void TestAreaSummary::densityIsPerSquareMillimetre()
{
    add({nucleus(1, 100, 100), nucleus(2, 150, 100)});
    const std::vector<RegionRecord> regions{square(0, 0, 400)}; // 100 µm by 100 µm
    const auto summaries = nb::summarize(*reader(), slideIdentity(), regions, {});
    QVERIFY(summaries.ok());
    QVERIFY(std::abs((*summaries)[1].areaMm2 - 0.01) < 1e-12);
    QVERIFY(std::abs((*summaries)[1].density() - 200) < 1e-6);
}

void TestAreaSummary::sumsUpAsTheSlowWayDoes()
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> place(0, 4000), value(-5, 5);
    std::vector<nb::NucleusRecord> nuclei;
    for (std::uint64_t i = 0; i < 1001; ++i) {
        nuclei.push_back(nucleus(i, place(random), place(random)));
        nuclei.back().measurements.solidity = i % 10 == 0 ? std::nan("") : value(random);
    }
    add(nuclei);
    std::vector<RegionRecord> regions;
    for (int i = 0; i < 5; ++i)
        regions.push_back(square(500.0 * i, 300.0 * i, 1500));
    const auto opened = reader();
    const auto summaries = nb::summarize(*opened, slideIdentity(), regions, {"solidity", "area_um2"});
    QVERIFY(summaries.ok());
    for (std::size_t r = 0; r < regions.size(); ++r) {
        const auto rows = opened->within(regions[r].shape);
        QVERIFY(rows.ok());
        std::vector<double> values;
        for (const auto row : *rows)
            if (const double v = (*opened->nucleus(row))->measurements.solidity; !std::isnan(v))
                values.push_back(v);
        std::sort(values.begin(), values.end());
        const std::size_t half = values.size() / 2;
        const double expected = values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
        QCOMPARE((*summaries)[r + 1].nuclei, static_cast<std::int64_t>(rows->size()));
        QCOMPARE((*summaries)[r + 1].medians.front(), expected);
    }
}

void TestAreaSummary::valuesComeInRowsAndPassTheFilter()
{
    add({nucleus(5, 100, 100), nucleus(9, 200, 100), nucleus(3, 300, 100)});
    nb::NucleusFilter filter;
    filter.ranges.push_back({"area_um2", 4, 10});
    std::vector<nb::NucleusRow> rows;
    std::vector<double> areas;
    QVERIFY(reader()
                ->visitValues({"solidity", "area_um2"}, filter,
                    [&](nb::NucleusRow row, int classId, std::span<const double> values) {
                        rows.push_back(row);
                        areas.push_back(values[1]);
                        return classId == 1 && std::isnan(values[0]);
                    })
                .ok());
    QVERIFY(std::is_sorted(rows.begin(), rows.end()));
    QCOMPARE(areas, (std::vector<double>{5, 9}));
}

void TestAreaSummary::nothingMeasuredIsNotANumber()
{
    add({nucleus(1, 100, 100)});
    const auto summaries = nb::summarize(*reader(), slideIdentity(), {}, {"eosin_mean"});
    QVERIFY(summaries.ok());
    QVERIFY(std::isnan(summaries->front().medians.front()));
}

void TestAreaSummary::unknownPixelSizeGivesNoDensity()
{
    auto slide = slideIdentity();
    slide.pixelSize = {0, 0};
    const auto summaries = nb::summarize(*reader(), slide, {}, {});
    QVERIFY(summaries.ok());
    QVERIFY(std::isnan(summaries->front().density()));
}

void TestAreaSummary::stops()
{
    add({nucleus(1, 100, 100)});
    nb::CancelSource cancel;
    cancel.cancel();
    const auto summaries = nb::summarize(*reader(), slideIdentity(), {}, {}, cancel.token());
    QVERIFY(!summaries.ok());
    QCOMPARE(summaries.error().code, nb::ErrorCode::Cancelled);
}

void TestAreaSummary::refusesUnknownMeasurements()
{
    const auto summaries = nb::summarize(*reader(), slideIdentity(), {}, {"row; DROP TABLE nucleus"});
    QVERIFY(!summaries.ok());
    QCOMPARE(summaries.error().code, nb::ErrorCode::Invalid);
}

QTEST_APPLESS_MAIN(TestAreaSummary)
#include "tst_areasummary.moc"
