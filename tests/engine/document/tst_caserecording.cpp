// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/caserunfixture.h"

#include "engine/document/measurementcolumns.h"
#include "engine/geometry/polygon.h"
#include "tests/support/fulldisk.h"

#include <QtTest>
#include <map>

using nb::CaseReader;
using nb::DocumentThread;
using nb::NucleusRecord;
using nb::Uuid;
using nb::test::otherModel;
using nb::test::Present;
using nb::test::presentIn;
using nb::test::textOf;
using nb::test::verified;

class TestCaseRecording : public QObject, private nb::test::RunCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(renew()); }
    void holdsWhatTheSegmenterFinds();
    void aStoppedRunGoesOnToTheSameResult();
    void aFinishedRunBeginsAnew();
    void otherSettingsDoNotResume();
    void mapsLieInTheCase();
    void refusesTheCaseOfAnotherSlide();
    void aFullDiskStopsTheRunAndKeepsWhatIsDone();
};

void TestCaseRecording::holdsWhatTheSegmenterFinds()
{
    std::map<Uuid, nb::Nucleus> found;
    nb::SegmentSinks also;
    also.nuclei = [&](std::vector<nb::Nucleus> nuclei) {
        for (auto& nucleus : nuclei)
            found[nucleus.id] = std::move(nucleus);
    };
    const auto done = nb::test::run(*m_thread, m_recipe, also);
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().message().c_str());
    const Present present = presentIn(m_path);
    QVERIFY(found.size() > 150);
    QCOMPARE(present.size(), found.size());
    QCOMPARE(done->added, static_cast<std::int64_t>(found.size()));
    QCOMPARE(done->run.nuclei, done->added);
    QVERIFY(!done->run.finished.empty());
    for (const auto& [id, nucleus] : found) {
        const NucleusRecord& stored = present.at(id);
        for (const auto& column : nb::measurementColumns())
            QCOMPARE(stored.measurements.*column.member, nucleus.measurements.*column.member);
        QCOMPARE(stored.modelHash, m_recipe->network->info().hash);
        const double area = std::abs(nb::signedArea(nucleus.contour));
        QVERIFY(std::abs(nb::areaOf(stored.shape) - area) < 0.01 * area);
    }
    QCOMPARE(verified(*m_thread), std::string("ok"));
    const auto slide = m_thread->ask([](nb::CaseDocument& d) { return d.slide(); }).get();
    QVERIFY(slide.ok() && slide->stain);
}

void TestCaseRecording::aStoppedRunGoesOnToTheSameResult()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const std::string whole = textOf(*m_thread);
    const std::string path = m_folder->filePath("b.nsc").toStdString();
    auto thread = std::make_unique<DocumentThread>(nb::test::runCase(path, *m_recipe));
    std::int64_t stops = 0;
    for (int limit = 20;; limit += 15) {
        nb::CancelSource stop;
        int cells = 0;
        nb::SegmentSinks also;
        also.maps = [&](const std::shared_ptr<const nb::MapCell>&) {
            if (++cells == limit)
                stop.cancel();
        };
        const auto done = nb::test::run(*thread, m_recipe, also, stop.token());
        if (done.ok()) {
            QVERIFY(done->resumedTiles > 0);
            QVERIFY(done->segment.patches < 120); // of 120 in all
            QCOMPARE(done->run.id, std::int64_t(1));
            break;
        }
        ++stops;
        QCOMPARE(static_cast<int>(done.error().code), static_cast<int>(nb::ErrorCode::Cancelled));
        thread.reset(); // the program is closed and started again
        auto document = nb::CaseDocument::open(path);
        QVERIFY(document.ok());
        thread = std::make_unique<DocumentThread>(std::move(*document));
    }
    QVERIFY(stops >= 2);
    QCOMPARE(textOf(*thread), whole);
    QCOMPARE(verified(*thread), std::string("ok"));
}

void TestCaseRecording::aFinishedRunBeginsAnew()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const std::string first = textOf(*m_thread);
    const auto second = nb::test::run(*m_thread, m_recipe);
    QVERIFY(second.ok());
    QCOMPARE(second->resumedTiles, std::int64_t(0));
    QCOMPARE(second->run.id, std::int64_t(2));
    QCOMPARE(second->replaced, second->added);
    QCOMPARE(textOf(*m_thread), first);
    QCOMPARE(verified(*m_thread), std::string("ok"));
}

void TestCaseRecording::otherSettingsDoNotResume()
{
    nb::CancelSource stop;
    int cells = 0;
    nb::SegmentSinks also;
    also.maps = [&](const std::shared_ptr<const nb::MapCell>&) {
        if (++cells == 40)
            stop.cancel();
    };
    QVERIFY(!nb::test::run(*m_thread, m_recipe, also, stop.token()).ok());
    const auto other = nb::test::run(*m_thread, nb::test::runRecipe(otherModel()));
    QVERIFY(other.ok());
    QCOMPARE(other->resumedTiles, std::int64_t(0));
    for (const auto& [id, nucleus] : presentIn(m_path))
        QCOMPARE(nucleus.modelHash, std::string(64, 'c'));
}

void TestCaseRecording::mapsLieInTheCase()
{
    std::map<std::pair<std::int64_t, std::int64_t>, std::shared_ptr<const nb::MapCell>> cells;
    nb::SegmentSinks also;
    also.maps = [&](const std::shared_ptr<const nb::MapCell>& cell) { cells[{cell->area.x, cell->area.y}] = cell; };
    QVERIFY(nb::test::run(*m_thread, m_recipe, also).ok());
    const auto reader = CaseReader::open(m_path);
    const auto stored = (*reader)->heatmaps({0, 0, 1100, 900});
    QVERIFY(stored.ok());
    QCOMPARE(stored->size(), cells.size());
    for (const auto& map : *stored) {
        const auto& cell = *cells.at({map.area.x, map.area.y});
        QVERIFY(map.area == cell.area);
        QCOMPARE(map.reduction, 4);
        double sum = 0;
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 4; ++x)
                sum += cell.inside.at(x + 4, y + 4);
        QVERIFY(std::abs(map.inside.at(1, 1) - sum / 16) <= 0.5);
    }
    const auto part = (*reader)->heatmaps({400, 300, 10, 10});
    QVERIFY(part.ok() && part->size() >= 1 && part->size() <= 4);
}

void TestCaseRecording::refusesTheCaseOfAnotherSlide()
{
    auto made = nb::CaseDocument::create(m_folder->filePath("b.nsc").toStdString(), nb::test::slideIdentity());
    DocumentThread other(std::move(*made));
    const auto done = nb::test::run(other, m_recipe);
    QVERIFY(!done.ok());
    QCOMPARE(static_cast<int>(done.error().code), static_cast<int>(nb::ErrorCode::Invalid));
}

void TestCaseRecording::aFullDiskStopsTheRunAndKeepsWhatIsDone()
{
    const nb::test::FullDisk disk(600 << 10);
    if (!disk.mounted())
        QSKIP("needs the right to mount");
    const std::string path = disk.at("a.nsc");
    std::size_t kept = 0;
    {
        DocumentThread thread(nb::test::runCase(path, *m_recipe));
        const auto done = nb::test::run(thread, m_recipe);
        QVERIFY(!done.ok());
        QCOMPARE(static_cast<int>(done.error().code), static_cast<int>(nb::ErrorCode::NoSpace));
        kept = presentIn(path).size();
        QVERIFY(kept > 0);
    }
    // Copied to where there is room, it goes on.
    QVERIFY(QFile::copy(QString::fromStdString(path), m_folder->filePath("b.nsc")));
    if (QFile::exists(QString::fromStdString(path + "-wal")))
        QVERIFY(QFile::copy(QString::fromStdString(path + "-wal"), m_folder->filePath("b.nsc-wal")));
    auto moved = nb::CaseDocument::open(m_folder->filePath("b.nsc").toStdString());
    QVERIFY(moved.ok());
    DocumentThread thread(std::move(*moved));
    QCOMPARE(presentIn(thread.path()).size(), kept);
    const auto done = nb::test::run(thread, m_recipe);
    QVERIFY(done.ok() && done->resumedTiles > 0);
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    QCOMPARE(textOf(thread), textOf(*m_thread));
}

QTEST_GUILESS_MAIN(TestCaseRecording)
#include "tst_caserecording.moc"
