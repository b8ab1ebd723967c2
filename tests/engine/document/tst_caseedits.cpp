// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/documentthread.h"
#include "tests/support/randomeditor.h"

#include <QtTest>

using nb::CaseDocument;
using nb::CaseReader;
using nb::Edit;
using nb::test::contentsOf;
using nb::test::nucleus;
using nb::test::RandomEditor;
using nb::test::uuidOf;

class TestCaseEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasPutComesBackExactly();
    void aChangedOutlineKeepsItsIdAndTheOldOneComesBackWithUndo();
    void undoOfEverythingGivesTheBeginningAndRedoTheEnd();
    void undoWorksAfterClosing();
    void aBatchIsOneStep();
    void somethingNewGivesUpWhatWasUndone();
    void lockedNucleiStayAndAreCounted();
    void refusesWhatMakesNoSense();
    void aFailedEditChangesNothing();
    void classesAndKeysDoNotClash();

private:
    std::unique_ptr<CaseDocument> m_case;
    // Thousands of commits: in memory where that is possible, since no disk fails here.
    QTemporaryDir m_folder{(QDir("/dev/shm").exists() ? QStringLiteral("/dev/shm") : QDir::tempPath()) + "/nb-XXXXXX"};
    int m_number = 0;
};

void TestCaseEdits::init()
{
    m_case.reset();
    auto made = CaseDocument::create(
        m_folder.filePath(QString::number(++m_number) + ".nsc").toStdString(), nb::test::slideIdentity());
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().message().c_str());
    m_case = std::move(*made);
}

void TestCaseEdits::whatWasPutComesBackExactly()
{
    auto record = nucleus(7, 1000.005, 2000);
    record.shape.front().holes.push_back(nb::test::blob(1000, 2000, 3));
    record.modelShape = {nb::Polygon{nb::test::blob(1001, 2000, 9), {}}};
    record.modelHash = "abc";
    record.correctionSeconds = 2.5;
    record.name = "Kern";
    record.locked = true;
    record.extra = "{\"a\":1}";
    record.classId = 3;
    record.origin = nb::NucleusOrigin::Corrected;
    const auto done = m_case->edits().apply({"Put", "me", {}, {}, {}, {}, {record}, {}, {}});
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().message().c_str());
    const auto reader = CaseReader::open(m_case->path());
    QVERIFY(reader.ok());
    const auto back = (*reader)->nucleus(done->putRows.front());
    QVERIFY(back.ok() && back->has_value());
    const nb::NucleusRecord& n = **back;
    QVERIFY(n.id == record.id);
    QCOMPARE(n.shape.front().holes.size(), std::size_t(1));
    for (std::size_t i = 0; i < 24; ++i)
        QVERIFY(std::abs(n.shape.front().shell[i].x - record.shape.front().shell[i].x) <= 0.005 + 1e-9);
    QCOMPARE(n.modelShape.size(), std::size_t(1));
    QCOMPARE(n.modelHash, record.modelHash);
    QCOMPARE(n.changedBy, record.changedBy);
    QCOMPARE(n.changedAt, record.changedAt);
    QCOMPARE(n.correctionSeconds, 2.5);
    QCOMPARE(n.name, record.name);
    QCOMPARE(n.locked, true);
    QCOMPARE(n.extra, record.extra);
    QCOMPARE(n.classId, 3);
    QCOMPARE(static_cast<int>(n.origin), static_cast<int>(nb::NucleusOrigin::Corrected));
    QCOMPARE(n.measurements.areaUm2, 7.0);
    QVERIFY(std::isnan(n.measurements.eosinMean));
    // Put again, it does not change any more.
    const auto again = m_case->edits().apply({"Put", "me", {}, {}, {}, {}, {n}, {}, {}});
    QVERIFY(again.ok());
    const auto twice = (*reader)->nucleus(again->putRows.front());
    QVERIFY(twice.ok() && (*twice)->shape == n.shape && (*twice)->modelShape == n.modelShape);
    QVERIFY(m_case->verify().ok());
}

void TestCaseEdits::aChangedOutlineKeepsItsIdAndTheOldOneComesBackWithUndo()
{
    const auto first = m_case->edits().apply({"Draw", "", {}, {}, {}, {}, {nucleus(1, 100, 100)}, {}, {}});
    const auto second = m_case->edits().apply({"Reshape", "", {}, {}, {}, {}, {nucleus(1, 105, 100)}, {}, {}});
    QVERIFY(first.ok() && second.ok());
    QVERIFY(first->putRows != second->putRows);
    QVERIFY(second->changedArea && second->changedArea->contains({92, 92, 20, 16}));
    const auto reader = CaseReader::open(m_case->path());
    QCOMPARE(*(*reader)->count(), std::int64_t(1));
    QCOMPARE(**(*reader)->at({114, 100}), second->putRows.front());
    const auto undone = m_case->edits().undo();
    QVERIFY(undone.ok());
    QCOMPARE(QString::fromStdString(undone->label), QStringLiteral("Reshape"));
    QVERIFY(!(*reader)->at({114, 100})->has_value());
    QCOMPARE(**(*reader)->rowOf(uuidOf(1)), first->putRows.front());
}

void TestCaseEdits::undoOfEverythingGivesTheBeginningAndRedoTheEnd()
{
    RandomEditor editor(11);
    const std::string beginning = contentsOf(*m_case);
    const auto reader = CaseReader::open(m_case->path());
    std::vector<std::string> states{beginning};
    constexpr int kSteps = 2000;
    for (int i = 0; i < kSteps; ++i) {
        const auto present = (*reader)->sorted("", false, {});
        const auto done = m_case->edits().apply(editor.next(*present, *m_case->edits().regions()));
        QVERIFY2(done.ok(), done.ok() ? "" : done.error().message().c_str());
        if (i % 200 == 199)
            states.push_back(contentsOf(*m_case));
    }
    const std::string end = contentsOf(*m_case);
    QVERIFY(beginning != end);
    QVERIFY2(m_case->verify().ok(), m_case->verify().ok() ? "" : m_case->verify().error().message().c_str());
    for (int i = kSteps - 1; i >= 0; --i) {
        if (i % 200 == 199)
            QCOMPARE(contentsOf(*m_case), states[static_cast<std::size_t>(i / 200 + 1)]);
        QVERIFY(m_case->edits().undo().ok());
    }
    QCOMPARE(contentsOf(*m_case), beginning);
    QCOMPARE(m_case->edits().undo().error().code, nb::ErrorCode::NotFound);
    for (int i = 0; i < kSteps; ++i)
        QVERIFY(m_case->edits().redo().ok());
    QCOMPARE(contentsOf(*m_case), end);
    QCOMPARE(m_case->edits().redo().error().code, nb::ErrorCode::NotFound);
    QVERIFY(m_case->verify().ok());
}

void TestCaseEdits::undoWorksAfterClosing()
{
    for (std::uint64_t i = 1; i <= 5; ++i)
        QVERIFY(m_case->edits().apply({"Draw", "", {}, {}, {}, {}, {nucleus(i, 100.0 * double(i), 100)}, {}, {}}).ok());
    QVERIFY(m_case->edits().undo().ok());
    const std::string path = m_case->path(), before = contentsOf(*m_case);
    m_case.reset();
    auto again = CaseDocument::open(path);
    QVERIFY(again.ok());
    QCOMPARE(contentsOf(**again), before);
    QVERIFY((*again)->edits().redo().ok());
    for (int i = 0; i < 5; ++i)
        QVERIFY((*again)->edits().undo().ok());
    const auto history = (*again)->edits().history();
    QCOMPARE(history->size(), std::size_t(5));
    QVERIFY(!history->front().applied);
    m_case = std::move(*again);
}

void TestCaseEdits::aBatchIsOneStep()
{
    Edit draw{"Import", "", {}, {}, {}, {}, {}, {}, {}};
    for (std::uint64_t i = 0; i < 3000; ++i)
        draw.putNuclei.push_back(nucleus(i, 30.0 * double(i % 100), 30.0 * double(i / 100)));
    const auto put = m_case->edits().apply(draw);
    QVERIFY(put.ok());
    Edit classify{"Give a class", "", {}, {}, {{put->putRows, 2, {}}}, {}, {}, {}, {}};
    QVERIFY(m_case->edits().apply(classify).ok());
    const auto removed = m_case->edits().apply({"Delete all", "", {}, {}, {}, put->putRows, {}, {}, {}});
    QCOMPARE(removed->nuclei, std::int64_t(3000));
    QVERIFY(!removed->changedArea);
    const auto reader = CaseReader::open(m_case->path());
    QCOMPARE(*(*reader)->count(), std::int64_t(0));
    QVERIFY(m_case->edits().undo().ok());
    QCOMPARE(*(*reader)->count(), std::int64_t(3000));
    QCOMPARE((*reader)->countByClass()->front().first, 2);
    QVERIFY(m_case->edits().undo().ok());
    QCOMPARE((*reader)->countByClass()->front().first, 1);
}

void TestCaseEdits::somethingNewGivesUpWhatWasUndone()
{
    QVERIFY(m_case->edits().apply({"A", "", {}, {}, {}, {}, {nucleus(1, 100, 100)}, {}, {}}).ok());
    QVERIFY(
        m_case->edits().apply({"B", "", {}, {}, {}, {}, {nucleus(2, 200, 100), nucleus(1, 110, 100)}, {}, {}}).ok());
    QVERIFY(m_case->edits().undo().ok());
    QVERIFY(m_case->edits().apply({"C", "", {}, {}, {}, {}, {nucleus(3, 300, 100)}, {}, {}}).ok());
    QCOMPARE(m_case->edits().redo().error().code, nb::ErrorCode::NotFound);
    QCOMPARE(m_case->edits().history()->size(), std::size_t(2));
    const std::string before = contentsOf(*m_case);
    for (auto more = m_case->edits().tidy(); more.ok() && *more;)
        more = m_case->edits().tidy();
    QCOMPARE(contentsOf(*m_case), before);
    QVERIFY2(m_case->verify().ok(), m_case->verify().ok() ? "" : m_case->verify().error().message().c_str());
    QVERIFY(m_case->edits().undo().ok() && m_case->edits().undo().ok());
    QVERIFY(m_case->edits().redo().ok() && m_case->edits().redo().ok());
    QCOMPARE(contentsOf(*m_case), before);
}

void TestCaseEdits::lockedNucleiStayAndAreCounted()
{
    auto locked = nucleus(1, 100, 100), open = nucleus(2, 200, 200);
    locked.locked = true;
    const auto put = m_case->edits().apply({"Put", "me", {}, {}, {}, {}, {locked, open}, {}, {}});
    QVERIFY(put.ok());
    const auto before = contentsOf(*m_case);
    QVERIFY(!m_case->edits().apply({"Delete", "me", {}, {}, {}, {put->putRows.front()}, {}, {}, {}}).ok());
    QVERIFY(!m_case->edits().apply({"Class", "me", {}, {}, {{{put->putRows.front()}, 2, {}}}, {}, {}, {}, {}}).ok());
    QCOMPARE(contentsOf(*m_case), before); // no empty step in the history either
    QCOMPARE(m_case->edits().history()->size(), std::size_t(1));
    const auto classes = m_case->edits().apply({"Class", "me", {}, {}, {{put->putRows, 2, {}}}, {}, {}, {}, {}});
    QVERIFY(classes.ok());
    QCOMPARE(classes->lockedLeft, 1);
    QCOMPARE(classes->nuclei, 1);
    const auto removed = m_case->edits().apply({"Delete", "me", {}, {}, {}, put->putRows, {}, {}, {}});
    QVERIFY(removed.ok());
    QCOMPARE(removed->lockedLeft, 1);
    const auto reader = CaseReader::open(m_case->path());
    QVERIFY((*reader)->rowOf(locked.id)->has_value());
    QVERIFY(!(*reader)->rowOf(open.id)->has_value());
    const auto again = m_case->edits().apply({"Delete", "me", {}, {}, {}, put->putRows, {}, {}, {}});
    QVERIFY(!again.ok());
}

void TestCaseEdits::refusesWhatMakesNoSense()
{
    const std::string before = contentsOf(*m_case);
    auto bow = nucleus(1, 0, 0);
    bow.shape.front().shell = {{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 20}, {-40, 5}, {30, -5}};
    auto empty = nucleus(2, 0, 0);
    empty.shape.clear();
    auto far = nucleus(3, 1e12, 0);
    auto nowhere = nucleus(4, std::nan(""), 0);
    auto foreign = nucleus(5, 0, 0);
    foreign.classId = 99;
    for (const auto& record : {bow, empty, far, nowhere, foreign})
        QCOMPARE(
            m_case->edits().apply({"", "", {}, {}, {}, {}, {record}, {}, {}}).error().code, nb::ErrorCode::Invalid);
    QVERIFY(m_case->edits().apply({"", "", {}, {}, {}, {12345}, {}, {}, {}}).ok()); // gone already is no mistake
    QVERIFY(m_case->edits().undo().ok());
    QCOMPARE(contentsOf(*m_case), before);
}

void TestCaseEdits::aFailedEditChangesNothing()
{
    QVERIFY(m_case->edits().apply({"A", "", {}, {}, {}, {}, {nucleus(1, 100, 100)}, {}, {}}).ok());
    QVERIFY(m_case->edits().undo().ok());
    const std::string before = contentsOf(*m_case);
    auto foreign = nucleus(5, 0, 0);
    foreign.classId = 99;
    QVERIFY(!m_case->edits().apply({"B", "", {}, {}, {}, {}, {nucleus(2, 50, 50), foreign}, {}, {}}).ok());
    QCOMPARE(contentsOf(*m_case), before);
    QVERIFY(m_case->edits().redo().ok()); // not even the redo was lost
}

void TestCaseEdits::classesAndKeysDoNotClash()
{
    const auto put = [&](const nb::ClassRecord& record) {
        return m_case->edits().apply({"", "", {record}, {}, {}, {}, {}, {}, {}});
    };
    QCOMPARE(m_case->edits().classes()->size(), std::size_t(6));
    QVERIFY(!put({0, "Tumor", 1, ""}).ok());
    QVERIFY(!put({0, "Mitosis", 1, "5"}).ok());
    QVERIFY(!put({0, "", 1, ""}).ok());
    QVERIFY(put({0, "Mitosis", 1, "m"}).ok());
    QCOMPARE(m_case->edits().classes()->back().id, 7);
    QVERIFY(put({7, "Mitoses", 2, "m"}).ok());
    const auto remove = [&](int id) { return m_case->edits().apply({"", "", {}, {id}, {}, {}, {}, {}, {}}); };
    auto member = nucleus(1, 10, 10);
    member.classId = 7;
    const auto drawn = m_case->edits().apply({"", "", {}, {}, {}, {}, {member}, {}, {}});
    QVERIFY(!remove(7).ok());
    QVERIFY(!remove(1).ok());
    QVERIFY(m_case->edits().apply({"", "", {}, {}, {}, drawn->putRows, {}, {}, {}}).ok());
    QVERIFY(remove(7).ok());
    QCOMPARE(m_case->edits().classes()->size(), std::size_t(6));
    QVERIFY(m_case->edits().undo().ok());
    QCOMPARE(QString::fromStdString(m_case->edits().classes()->back().name), QStringLiteral("Mitoses"));
}

QTEST_GUILESS_MAIN(TestCaseEdits)
#include "tst_caseedits.moc"
