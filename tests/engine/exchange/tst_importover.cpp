// SPDX-License-Identifier: GPL-3.0-or-later
// Nuclei of a file that come where a run has found some.
#include "engine/exchange/casegeojson.h"
#include "engine/exchange/caseimport.h"
#include "engine/io/geojsonwriter.h"
#include "tests/support/caserunfixture.h"

#include <QTemporaryDir>
#include <QtTest>

using nb::CaseReader;
using nb::DocumentThread;
using nb::Edit;
using nb::NucleusOrigin;
using nb::test::apply;
using nb::test::Present;
using nb::test::presentIn;
using nb::test::textOf;

class TestImportOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatNobodyTouchedGivesWayAndUndoBringsItBack();
    void whatLiesInACheckedRegionStays();
    void theCasesOwnExportStaysAsItIs();

private:
    std::string writeFound(const Present& found);
    nb::CaseImportSummary import(const std::string& path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DocumentThread> m_thread;
    std::string m_path;
};

void TestImportOver::init()
{
    const auto recipe = nb::test::runRecipe();
    QVERIFY(recipe);
    m_thread.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("a.nsc")).toStdString();
    m_thread = std::make_unique<DocumentThread>(nb::test::runCase(m_path, *recipe));
    QVERIFY(nb::test::run(*m_thread, recipe).ok());
    QVERIFY(presentIn(m_path).size() > 50);
}

/// The same outlines as another program would tell them: other ids, nothing of a case.
std::string TestImportOver::writeFound(const Present& found)
{
    const std::string path = m_folder->filePath(QStringLiteral("other.geojson")).toStdString();
    const auto writer = nb::GeoJsonWriter::create(path, {});
    std::uint64_t number = 500000;
    for (const auto& [id, record] : found) {
        nb::Nucleus nucleus;
        nucleus.id = nb::test::uuidOf(++number);
        nucleus.contour = record.shape.front().shell;
        nucleus.measurements = nb::notMeasured();
        if (!(*writer)->write(nucleus))
            return {};
    }
    return (*writer)->finish() ? path : std::string();
}

nb::CaseImportSummary TestImportOver::import(const std::string& path)
{
    nb::Progress progress;
    const auto summary = nb::importIntoCase(*m_thread, path, "reader", {}, progress);
    return summary ? *summary : nb::CaseImportSummary{};
}

void TestImportOver::whatNobodyTouchedGivesWayAndUndoBringsItBack()
{
    const auto reader = CaseReader::open(m_path);
    const auto rows = *(*reader)->sorted("", false, {});
    Edit edit;
    edit.changeNuclei = {{{rows[3]}, {}, NucleusOrigin::Accepted}, {{rows[5]}, 4, {}}};
    QVERIFY(apply(*m_thread, edit).ok());
    const Present found = presentIn(m_path);
    const std::string before = textOf(*m_thread);
    const auto read = import(writeFound(found));
    const auto count = static_cast<std::int64_t>(found.size());
    QCOMPARE(read.nuclei, count);
    QCOMPARE(read.yielded, count - 2);
    QCOMPARE(read.replaced, std::int64_t{0});
    const Present after = presentIn(m_path);
    QCOMPARE(after.size(), found.size() + 2);
    for (const auto& [id, nucleus] : after)
        QVERIFY(nucleus.origin == NucleusOrigin::Imported || nucleus.origin == NucleusOrigin::Accepted
            || nucleus.classId == 4);
    QCOMPARE(import(m_folder->filePath(QStringLiteral("other.geojson")).toStdString()).yielded, std::int64_t{0});
    for (int i = 0; i < 2; ++i)
        QVERIFY(m_thread->ask([](nb::CaseDocument& open) { return open.edits().undo(); }).get().ok());
    QCOMPARE(textOf(*m_thread), before);
    QCOMPARE(nb::test::verified(*m_thread), std::string("ok"));
}

void TestImportOver::whatLiesInACheckedRegionStays()
{
    nb::RegionRecord region;
    region.id = nb::test::uuidOf(1);
    region.checked = true;
    region.shape = {nb::Polygon{{{200, 200}, {600, 200}, {600, 600}, {200, 600}}, {}}};
    Edit edit;
    edit.putRegions = {region};
    QVERIFY(apply(*m_thread, edit).ok());
    const Present found = presentIn(m_path);
    const auto reader = CaseReader::open(m_path);
    const auto inside = static_cast<std::int64_t>((*reader)->within(region.shape)->size());
    QVERIFY(inside > 10);
    QCOMPARE(import(writeFound(found)).yielded, static_cast<std::int64_t>(found.size()) - inside);
}

void TestImportOver::theCasesOwnExportStaysAsItIs()
{
    const Present found = presentIn(m_path);
    const std::string path = m_folder->filePath(QStringLiteral("own.geojson")).toStdString();
    const auto reader = CaseReader::open(m_path);
    const auto classes = m_thread->ask([](nb::CaseDocument& open) { return open.edits().classes(); }).get();
    const auto slide = m_thread->ask([](nb::CaseDocument& open) { return open.slide(); }).get();
    nb::Progress progress;
    QVERIFY(nb::exportGeoJson(**reader, {*classes, {}, false, {}, *slide}, path, false, {}, progress).ok());
    const auto read = import(path);
    QCOMPARE(read.replaced, static_cast<std::int64_t>(found.size()));
    QCOMPARE(read.yielded, std::int64_t{0});
    QCOMPARE(presentIn(m_path).size(), found.size());
}

QTEST_GUILESS_MAIN(TestImportOver)
#include "tst_importover.moc"
