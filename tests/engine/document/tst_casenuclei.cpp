// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/casenuclei.h"
#include "engine/document/measurementcolumns.h"
#include "engine/geometry/polygon.h"
#include "engine/geometry/shapelocator.h"
#include "tests/support/casefixture.h"

#include <QtTest>
#include <map>

using nb::CaseDocument;
using nb::CaseNuclei;
using nb::CaseReader;
using nb::Edit;
using nb::Rect;
using nb::test::nucleus;
using nb::test::uuidOf;

class TestCaseNuclei : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsEveryNucleusOnce();
    void visitsWhatMeetsTheArea();
    void knowsTheNucleusAtAPointAndItsMeasurements();
    void readsAnewWhatChanged();
    void squaresKnowWhenTheyChanged();
    void selectsByLassoAsTheSlowWayDoes();
    void sortsAndFilters();
    void linesKeepTheirOrder();

private:
    [[nodiscard]] std::shared_ptr<CaseNuclei> open() const
    {
        auto nuclei = CaseNuclei::open(m_case->path(), false, 100000, 80000);
        return nuclei ? *nuclei : nullptr;
    }
    [[nodiscard]] static std::map<nb::Uuid, int> seen(const CaseNuclei& nuclei, const Rect& area)
    {
        std::map<nb::Uuid, int> ids;
        nuclei.visit(area, [&](const nb::NucleusOutline& outline) {
            ++ids[outline.id];
            return true;
        });
        return ids;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
};

void TestCaseNuclei::init()
{
    m_case.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto made = CaseDocument::create(m_folder->filePath("a.nsc").toStdString(), nb::test::slideIdentity());
    QVERIFY(made.ok());
    m_case = std::move(*made);
    Edit edit{"Import", "", {}, {}, {}, {}, {}, {}, {}};
    for (std::uint64_t i = 0; i < 900; ++i) // also across the blocks' seams, and beyond the slide
        edit.putNuclei.push_back(
            nucleus(i, static_cast<double>(i % 30) * 512 - 20, static_cast<double>(i / 30) * 512 - 20, 15));
    QVERIFY(m_case->edits().apply(edit).ok());
}

void TestCaseNuclei::showsEveryNucleusOnce()
{
    const auto nuclei = open();
    QTRY_VERIFY(nuclei->complete());
    QCOMPARE(nuclei->size(), std::size_t(900));
    const auto ids = seen(*nuclei, {-1000, -1000, 200000, 200000});
    QCOMPARE(ids.size(), std::size_t(900));
    QVERIFY(std::all_of(ids.begin(), ids.end(), [](const auto& entry) { return entry.second == 1; }));
    QVERIFY(!nuclei->error());
}

void TestCaseNuclei::visitsWhatMeetsTheArea()
{
    const auto nuclei = open();
    QTRY_VERIFY(nuclei->complete());
    const auto reader = CaseReader::open(m_case->path());
    for (const Rect& area : {Rect{0, 0, 3000, 3000}, Rect{2000, 2000, 60, 60}, Rect{90000, 70000, 100, 100}}) {
        std::map<nb::Uuid, int> expected;
        QVERIFY((*reader)
                    ->visit(area, 0,
                        [&](const nb::NucleusGlance& n) {
                            if (!nb::boundsOf(n.shape).intersected(area).empty())
                                ++expected[n.id];
                            return true;
                        })
                    .ok());
        QVERIFY(seen(*nuclei, area) == expected);
        QVERIFY(nuclei->countNear(area) >= expected.size());
    }
    std::int64_t large = 0;
    QVERIFY((*reader)->visit({0, 0, 100000, 80000}, 40, [&](const nb::NucleusGlance&) { return ++large > 0; }).ok());
    QCOMPARE(large, std::int64_t(0)); // all are smaller
}

void TestCaseNuclei::knowsTheNucleusAtAPointAndItsMeasurements()
{
    auto ringed = nucleus(5000, 50000, 50000, 30);
    ringed.shape.front().holes.push_back(nb::test::blob(50000, 50000, 10));
    ringed.classId = 3;
    QVERIFY(m_case->edits()
                .apply({"", "", {}, {}, {}, {},
                    {ringed, nucleus(5001, 50300, 50000, 40), nucleus(5002, 50310, 50000, 10)}, {}, {}})
                .ok());
    const auto nuclei = open();
    QTRY_VERIFY(nuclei->complete());
    QVERIFY(!nuclei->at({50000, 50000}));
    QVERIFY(nuclei->at({50020, 50000})->id == uuidOf(5000));
    QVERIFY(nuclei->at({50310, 50000})->id == uuidOf(5002)); // the smaller of two
    QVERIFY(nuclei->at({50290, 50000})->id == uuidOf(5001));
    const auto found = nuclei->at({50290, 50000});
    QCOMPARE(found->measurements.areaUm2, 1.0);
    QVERIFY(std::isnan(found->measurements.eosinMean));
    nuclei->visit({49990, 49990, 20, 20}, [&](const nb::NucleusOutline& outline) {
        return outline.classId == 3 && outline.origin == static_cast<std::uint8_t>(nb::NucleusOrigin::Drawn);
    });
}

void TestCaseNuclei::readsAnewWhatChanged()
{
    const auto nuclei = open();
    QTRY_VERIFY(nuclei->complete());
    const auto before = nuclei->generation();
    const auto reader = CaseReader::open(m_case->path());
    const auto moved = m_case->edits().apply({"Move", "", {}, {}, {}, {}, {nucleus(31, 60000, 60000)}, {}, {}});
    QVERIFY(moved.ok());
    nuclei->changed(moved->changedArea);
    QTRY_VERIFY(nuclei->complete());
    QVERIFY(nuclei->generation() > before);
    QVERIFY(nuclei->at({60000, 60000})->id == uuidOf(31));
    QVERIFY(!nuclei->at({492, 492}));
    const auto all = (*reader)->sorted("", false, {});
    QVERIFY(m_case->edits().apply({"Delete all", "", {}, {}, {}, *all, {}, {}, {}}).ok());
    nuclei->changed({});
    QTRY_VERIFY(nuclei->complete());
    QCOMPARE(nuclei->size(), std::size_t(0));
    QVERIFY(seen(*nuclei, {-1000, -1000, 200000, 200000}).empty());
}

void TestCaseNuclei::squaresKnowWhenTheyChanged()
{
    const auto nuclei = open();
    QTRY_VERIFY(nuclei->complete());
    QCOMPARE(nuclei->version(0, 350, 300), std::uint64_t(0)); // nothing there
    const auto there = nuclei->version(0, 1, 1), elsewhere = nuclei->version(0, 19, 19),
               far = nuclei->version(0, 39, 19);
    QVERIFY(there > 0 && elsewhere > 0 && far > 0);
    const auto moved = m_case->edits().apply({"Move", "", {}, {}, {}, {}, {nucleus(31, 495, 495)}, {}, {}});
    nuclei->changed(moved->changedArea);
    QTRY_VERIFY(nuclei->complete());
    QVERIFY(nuclei->version(0, 1, 1) > there);
    QCOMPARE(nuclei->version(0, 39, 19), far);
}

void TestCaseNuclei::selectsByLassoAsTheSlowWayDoes()
{
    const nb::MultiPolygon lasso{{nb::test::blob(6000, 5000, 4000, 300), {nb::test::blob(6000, 5000, 900, 50)}},
        {{{12000, 10000}, {14000, 10000}, {14000, 12000}}, {}}};
    const auto reader = CaseReader::open(m_case->path());
    const auto selected = (*reader)->within(lasso);
    std::vector<nb::NucleusRow> expected;
    const nb::ShapeLocator locator(lasso);
    const auto all = (*reader)->sorted("", false, {});
    for (const auto row : *all) {
        const auto line = (*reader)->lines(std::span(&row, 1));
        const nb::Point centre = line->front().centre;
        QCOMPARE(locator.contains(centre), nb::contains(lasso, centre));
        if (nb::contains(lasso, centre))
            expected.push_back(row);
    }
    QVERIFY(expected.size() > 100);
    QVERIFY(*selected == expected);
}

void TestCaseNuclei::sortsAndFilters()
{
    const auto reader = CaseReader::open(m_case->path());
    const auto all = (*reader)->sorted("", false, {});
    QVERIFY(m_case->edits().apply({"", "", {}, {}, {{{all->at(3), all->at(5)}, 4, {}}}, {}, {}, {}, {}}).ok());
    const auto descending = (*reader)->sorted("area_um2", true, {});
    QCOMPARE(descending->size(), std::size_t(900));
    QVERIFY(std::is_sorted(descending->begin(), descending->end(), std::greater<>()));
    nb::NucleusFilter filter;
    filter.classId = 4;
    QCOMPARE((*reader)->sorted("area_um2", false, filter)->size(), std::size_t(2));
    filter.classId.reset();
    filter.ranges = {{"area_um2", 10, 19}};
    QCOMPARE((*reader)->sorted("class", false, filter)->size(), std::size_t(10));
    QCOMPARE((*reader)->values("area_um2", filter)->front().second, 10.0);
    QVERIFY((*reader)->values("eosin_mean", {})->empty());
    QVERIFY(!(*reader)->sorted("area_um2; DROP TABLE nucleus", false, {}).ok());
    filter.ranges = {{"1=1 OR area_um2", 0, 1}};
    QVERIFY(!(*reader)->sorted("", false, filter).ok());
}

void TestCaseNuclei::linesKeepTheirOrder()
{
    const auto reader = CaseReader::open(m_case->path());
    const auto all = (*reader)->sorted("area_um2", true, {});
    QVERIFY(m_case->edits().apply({"", "", {}, {}, {}, {all->at(1)}, {}, {}, {}}).ok());
    const auto lines = (*reader)->lines(std::span(*all).first(4));
    QCOMPARE(lines->size(), std::size_t(3));
    QCOMPARE(lines->at(0).measurements.areaUm2, 899.0);
    QCOMPARE(lines->at(1).measurements.areaUm2, 897.0);
    QCOMPARE(lines->at(2).row, all->at(3));
}

QTEST_GUILESS_MAIN(TestCaseNuclei)
#include "tst_casenuclei.moc"
