// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/caserunfixture.h"

#include "engine/document/measurementcolumns.h"
#include "engine/geometry/overlap.h"
#include "engine/geometry/polygon.h"
#include "tests/support/fulldisk.h"

#include <QtTest>
#include <map>

using nb::CaseReader;
using nb::DocumentThread;
using nb::Edit;
using nb::NucleusOrigin;
using nb::NucleusRecord;
using nb::Uuid;
using nb::test::contentsOf;

namespace
{

using Present = std::map<Uuid, NucleusRecord>;

Present presentIn(const std::string& path)
{
    Present present;
    const auto reader = CaseReader::open(path);
    const auto rows = (*reader)->sorted("", false, {});
    for (const auto row : *rows) {
        const auto record = (*reader)->nucleus(row);
        present[(*record)->id] = **record;
    }
    return present;
}

std::string textOf(DocumentThread& thread)
{
    return thread.ask([](nb::CaseDocument& document) { return contentsOf(document); }).get();
}

nb::Result<nb::EditOutcome> apply(DocumentThread& thread, const Edit& edit)
{
    return thread.ask([&](nb::CaseDocument& document) { return document.edits().apply(edit); }).get();
}

std::string verified(DocumentThread& thread)
{
    const auto status = thread.ask([](nb::CaseDocument& document) { return document.verify(); }).get();
    return status.ok() ? std::string("ok") : status.error().message();
}

/// Another model: finds the same blobs a little smaller.
std::shared_ptr<nb::test::FakeNetwork> otherModel()
{
    class Other : public nb::test::FakeNetwork
    {
    public:
        Other() { m_other = nb::test::FakeNetwork::info(); m_other.hash = std::string(64, 'c'); m_other.growSteps = 3; }
        const nb::ModelInfo& info() const override { return m_other; }
    private:
        nb::ModelInfo m_other;
    };
    return std::make_shared<Other>();
}

} // namespace

class TestCaseRecording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void holdsWhatTheSegmenterFinds();
    void aStoppedRunGoesOnToTheSameResult();
    void aFinishedRunBeginsAnew();
    void otherSettingsDoNotResume();
    void whatAPersonTouchedStays();
    void aCheckedRegionStays();
    void aMergedNucleusThatWasSplitStaysSplit();
    void aRegionRunReplacesOnlyThere();
    void anotherModelReplacesTheUntouched();
    void aRunIsOneStepOfTheHistory();
    void anUndoneRunIsNotResumed();
    void mapsLieInTheCase();
    void refusesTheCaseOfAnotherSlide();
    void aFullDiskStopsTheRunAndKeepsWhatIsDone();

private:
    std::shared_ptr<const nb::SlideRecipe> m_recipe;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DocumentThread> m_thread;
    std::string m_path;
};

void TestCaseRecording::initTestCase()
{
    m_recipe = nb::test::runRecipe();
    QVERIFY(m_recipe);
}

void TestCaseRecording::init()
{
    m_thread.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath("a.nsc").toStdString();
    m_thread = std::make_unique<DocumentThread>(nb::test::runCase(m_path, *m_recipe));
}

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

void TestCaseRecording::whatAPersonTouchedStays()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const Present found = presentIn(m_path);
    const auto reader = CaseReader::open(m_path);
    Edit edit{"Correct", "tester", {}, {}, {}, {}, {}, {}, {}};
    std::map<Uuid, NucleusRecord> touched;
    int i = 0;
    for (const auto& [id, nucleus] : found) {
        const auto row = **(*reader)->rowOf(id);
        switch (i++ % 8) {
        case 0: { // another outline, larger than the model's
            NucleusRecord corrected = nucleus;
            const nb::Point centre = nb::centroid(nucleus.shape.front().shell);
            for (nb::Point& p : corrected.shape.front().shell)
                p = {centre.x + 1.2 * (p.x - centre.x), centre.y + 1.2 * (p.y - centre.y)};
            corrected.modelShape = nucleus.shape;
            corrected.origin = NucleusOrigin::Corrected;
            edit.putNuclei.push_back(corrected);
            break;
        }
        case 1:
            edit.changeNuclei.push_back({{row}, {}, NucleusOrigin::Accepted});
            break;
        case 2:
            edit.changeNuclei.push_back({{row}, 4, {}});
            break;
        case 3: {
            NucleusRecord locked = nucleus;
            locked.locked = true;
            edit.putNuclei.push_back(locked);
            break;
        }
        default:
            continue;
        }
        touched[id];
    }
    edit.putNuclei.push_back(nb::test::nucleus(424242, 500, 400, 30)); // drawn over whatever is there
    touched[nb::test::uuidOf(424242)];
    QVERIFY(apply(*m_thread, edit).ok());
    const Present before = presentIn(m_path);
    for (const auto& recipe : {m_recipe, nb::test::runRecipe(otherModel())}) {
        const auto again = nb::test::run(*m_thread, recipe);
        QVERIFY(again.ok());
        QVERIFY(again->yielded > static_cast<std::int64_t>(touched.size()) / 2);
        const Present after = presentIn(m_path);
        for (const auto& [id, unused] : touched) {
            QVERIFY(after.contains(id));
            QVERIFY(after.at(id).shape == before.at(id).shape && after.at(id).classId == before.at(id).classId
                && after.at(id).origin == before.at(id).origin && after.at(id).locked == before.at(id).locked);
            for (const auto& [other, nucleus] : after)
                if (!touched.contains(other))
                    QVERIFY(nb::sharedArea(nucleus.shape, after.at(id).shape)
                        <= 0.05 * std::min(nb::areaOf(nucleus.shape), nb::areaOf(after.at(id).shape)));
        }
        QCOMPARE(verified(*m_thread), std::string("ok"));
    }
}

void TestCaseRecording::aCheckedRegionStays()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    nb::RegionRecord region;
    region.id = nb::test::uuidOf(1);
    region.checked = true;
    region.shape = {nb::Polygon{{{200, 200}, {600, 200}, {600, 600}, {200, 600}}, {}}};
    const auto reader = CaseReader::open(m_path);
    const auto inside = (*reader)->within(region.shape);
    QVERIFY(inside->size() > 20);
    Edit edit{"Check", "tester", {}, {}, {}, {inside->begin(), inside->begin() + 5}, {}, {}, {region}};
    QVERIFY(apply(*m_thread, edit).ok()); // five were no nuclei
    const auto right = *(*reader)->within(region.shape);
    QVERIFY(nb::test::run(*m_thread, nb::test::runRecipe(otherModel())).ok());
    QVERIFY(*(*reader)->within(region.shape) == right);
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    QVERIFY(*(*reader)->within(region.shape) == right);
}

void TestCaseRecording::aMergedNucleusThatWasSplitStaysSplit()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const Present found = presentIn(m_path);
    const auto largest = std::max_element(found.begin(), found.end(), [](const auto& a, const auto& b) { return nb::areaOf(a.second.shape) < nb::areaOf(b.second.shape); });
    const nb::Rect box = nb::boundsOf(largest->second.shape);
    Edit edit{"Split", "tester", {}, {}, {}, {}, {}, {}, {}};
    edit.removeNuclei.push_back(**(*CaseReader::open(m_path))->rowOf(largest->first));
    const double x = static_cast<double>(box.x), y = static_cast<double>(box.y), w = static_cast<double>(box.width), h = static_cast<double>(box.height);
    edit.putNuclei.push_back(nb::test::nucleus(1, x + w / 4, y + h / 2, w / 5));
    edit.putNuclei.push_back(nb::test::nucleus(2, x + 3 * w / 4, y + h / 2, w / 5));
    QVERIFY(apply(*m_thread, edit).ok());
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const Present after = presentIn(m_path);
    QVERIFY(!after.contains(largest->first));
    QVERIFY(after.contains(nb::test::uuidOf(1)) && after.contains(nb::test::uuidOf(2)));
}

void TestCaseRecording::aRegionRunReplacesOnlyThere()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const nb::Rect area{300, 200, 400, 300};
    QVERIFY(nb::test::run(*m_thread, nb::test::runRecipe(otherModel()), {}, {}, area).ok());
    std::size_t here = 0, elsewhere = 0;
    for (const auto& [id, nucleus] : presentIn(m_path)) {
        const bool isNew = nucleus.modelHash == std::string(64, 'c');
        const nb::Rect box = nb::boundsOf(nucleus.shape);
        here += isNew ? 1 : 0;
        elsewhere += isNew ? 0 : 1;
        if (isNew)
            QVERIFY(area.grown(1).contains(box));
        else
            QVERIFY(!area.contains(box));
    }
    QVERIFY(here > 20 && elsewhere > 100);
}

void TestCaseRecording::anotherModelReplacesTheUntouched()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const std::string fresh = m_folder->filePath("b.nsc").toStdString();
    DocumentThread other(nb::test::runCase(fresh, *m_recipe));
    const auto recipe = nb::test::runRecipe(otherModel());
    QVERIFY(nb::test::run(other, recipe).ok());
    QVERIFY(nb::test::run(*m_thread, recipe).ok());
    QCOMPARE(textOf(*m_thread), textOf(other));
}

void TestCaseRecording::aRunIsOneStepOfTheHistory()
{
    QVERIFY(apply(*m_thread, {"Draw", "", {}, {}, {}, {}, {nb::test::nucleus(5, 100, 100)}, {}, {}}).ok());
    const std::string before = textOf(*m_thread);
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const std::string first = textOf(*m_thread);
    QVERIFY(nb::test::run(*m_thread, nb::test::runRecipe(otherModel())).ok());
    const std::string second = textOf(*m_thread);
    const auto undo = [&] { return m_thread->ask([](nb::CaseDocument& d) { return d.edits().undo(); }).get(); };
    const auto redo = [&] { return m_thread->ask([](nb::CaseDocument& d) { return d.edits().redo(); }).get(); };
    QVERIFY(undo().ok());
    QCOMPARE(textOf(*m_thread), first);
    QVERIFY(undo().ok());
    QCOMPARE(textOf(*m_thread), before);
    QVERIFY(redo().ok() && redo().ok());
    QCOMPARE(textOf(*m_thread), second);
}

void TestCaseRecording::anUndoneRunIsNotResumed()
{
    nb::CancelSource stop;
    int cells = 0;
    nb::SegmentSinks also;
    also.maps = [&](const std::shared_ptr<const nb::MapCell>&) {
        if (++cells == 40)
            stop.cancel();
    };
    QVERIFY(!nb::test::run(*m_thread, m_recipe, also, stop.token()).ok());
    QVERIFY(m_thread->ask([](nb::CaseDocument& d) { return d.edits().undo(); }).get().ok());
    const auto again = nb::test::run(*m_thread, m_recipe);
    QVERIFY(again.ok());
    QCOMPARE(again->resumedTiles, std::int64_t(0));
    QCOMPARE(static_cast<std::int64_t>(presentIn(m_path).size()), again->added);
    QCOMPARE(verified(*m_thread), std::string("ok"));
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
