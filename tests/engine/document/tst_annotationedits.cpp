// SPDX-License-Identifier: GPL-3.0-or-later
// The editor's operations on a case: what each keeps of a nucleus, undo over all of them, and a run over what they
// made.
#include "tests/support/annotationeditor.h"
#include "tests/support/caserunfixture.h"

#include <QtTest>

using nb::CaseDocument;
using nb::CaseReader;
using nb::Edit;
using nb::EditNote;
using nb::MeasuredShape;
using nb::MultiPolygon;
using nb::NucleusOrigin;
using nb::NucleusRecord;
using nb::StoredNucleus;
using nb::test::AnnotationEditor;
using nb::test::dumpOf;

class TestAnnotationEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCorrectedNucleusKeepsTheModelsOutline();
    void aDrawnNucleusStaysDrawn();
    void splittingKeepsTheIdOnTheBiggestPart();
    void joiningKeepsTheBiggest();
    void aNeighbourYieldsInTheSameStep();
    void anEmptiedNucleusGoes();
    void newIdsAreRandomUuids();
    void undoOfEverythingGivesTheBeginningAndRedoTheEnd();
    void aRunLeavesCorrectedNucleiAsTheyAre();

private:
    [[nodiscard]] StoredNucleus stored(std::uint64_t number)
    {
        const auto row = m_reader->rowOf(nb::test::uuidOf(number));
        return {**row, **m_reader->nucleus(**row)};
    }
    void apply(const Edit& edit)
    {
        const auto done = m_case->edits().apply(edit);
        QVERIFY2(done.ok(), done.ok() ? "" : done.error().message().c_str());
    }
    std::unique_ptr<CaseReader> m_reader;
    std::unique_ptr<CaseDocument> m_case;
    // Thousands of commits: in memory where that is possible, since no disk fails here.
    QTemporaryDir m_folder{(QDir("/dev/shm").exists() ? QStringLiteral("/dev/shm") : QDir::tempPath()) + "/nb-XXXXXX"};
    int m_number = 0;
};

namespace
{

MultiPolygon square(double left, double top, double side)
{
    return nb::rectangleFigure({left, top}, {left + side, top + side});
}

const EditNote kNote{"Brush", "Ada", 2.5, "2020-01-01T00:00:00Z"};

} // namespace

void TestAnnotationEdits::init()
{
    m_reader.reset();
    m_case.reset();
    auto made = CaseDocument::create(
        m_folder.filePath(QString::number(++m_number) + ".nsc").toStdString(), nb::test::slideIdentity());
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().message().c_str());
    m_case = std::move(*made);
    apply(AnnotationEditor::beginning(100));
    auto reader = CaseReader::open(m_case->path());
    QVERIFY(reader.ok());
    m_reader = std::move(*reader);
}

void TestAnnotationEdits::aCorrectedNucleusKeepsTheModelsOutline()
{
    const StoredNucleus before = stored(5);
    apply(nb::correctEdit(before, {square(100, 100, 20), nb::notMeasured()}, kNote));
    const StoredNucleus once = stored(5);
    QCOMPARE(once.record.origin, NucleusOrigin::Corrected);
    QVERIFY(once.record.shape == square(100, 100, 20));
    QVERIFY(once.record.modelShape == before.record.shape);
    QCOMPARE(once.record.modelHash, before.record.modelHash);
    QCOMPARE(once.record.changedBy, std::string("Ada"));
    QCOMPARE(once.record.changedAt, kNote.at);
    QCOMPARE(once.record.correctionSeconds, 2.5);
    apply(nb::correctEdit(once, {square(100, 100, 30), nb::notMeasured()}, kNote));
    QVERIFY(stored(5).record.modelShape == before.record.shape); // the model's, not the one in between
    QCOMPARE(stored(5).record.correctionSeconds, 5.0);
    // accepted first, then corrected all the same
    apply(nb::acceptEdit({stored(6).row}, kNote));
    const StoredNucleus accepted = stored(6);
    QCOMPARE(accepted.record.origin, NucleusOrigin::Accepted);
    apply(nb::correctEdit(accepted, {square(200, 100, 20), nb::notMeasured()}, kNote));
    QVERIFY(stored(6).record.modelShape == accepted.record.shape);
}

void TestAnnotationEdits::aDrawnNucleusStaysDrawn()
{
    Edit edit = nb::drawEdit({square(0, 0, 10), nb::notMeasured()}, 3, kNote);
    edit.putNuclei.front().id = nb::test::uuidOf(1000);
    apply(edit);
    QCOMPARE(stored(1000).record.origin, NucleusOrigin::Drawn);
    QCOMPARE(stored(1000).record.classId, 3);
    apply(nb::correctEdit(stored(1000), {square(0, 0, 12), nb::notMeasured()}, kNote));
    QCOMPARE(stored(1000).record.origin, NucleusOrigin::Drawn);
    QVERIFY(stored(1000).record.modelShape.empty());
}

void TestAnnotationEdits::splittingKeepsTheIdOnTheBiggestPart()
{
    StoredNucleus before = stored(5);
    before.record.name = "odd one";
    before.record.classId = 4;
    const Edit edit
        = nb::splitEdit(before, {{square(0, 0, 5), {}}, {square(10, 0, 9), {}}, {square(30, 0, 7), {}}}, kNote);
    QCOMPARE(edit.putNuclei.size(), std::size_t{3});
    const NucleusRecord& first = edit.putNuclei.front();
    QVERIFY(first.id == before.record.id);
    QVERIFY(first.shape == square(10, 0, 9));
    QVERIFY(first.modelShape == before.record.shape);
    QCOMPARE(first.name, std::string("odd one"));
    for (std::size_t i = 1; i < 3; ++i) {
        QVERIFY(edit.putNuclei[i].id != before.record.id);
        QCOMPARE(edit.putNuclei[i].origin, NucleusOrigin::Corrected);
        QVERIFY(edit.putNuclei[i].modelShape.empty());
        QCOMPARE(edit.putNuclei[i].classId, 4);
        QCOMPARE(edit.putNuclei[i].modelHash, before.record.modelHash);
    }
    QVERIFY(edit.putNuclei[1].id != edit.putNuclei[2].id);
    apply(edit);
    QCOMPARE(*m_reader->count(), std::int64_t{102});
    QVERIFY(m_case->verify().ok());
}

void TestAnnotationEdits::joiningKeepsTheBiggest()
{
    StoredNucleus small = stored(5), big = stored(6);
    big.record.shape = square(0, 0, 100);
    small.record.correctionSeconds = 4;
    const std::vector<StoredNucleus> both{small, big};
    const Edit edit = nb::joinEdit(both, {square(0, 0, 120), nb::notMeasured()}, kNote);
    QVERIFY(edit.putNuclei.front().id == big.record.id);
    QVERIFY(edit.putNuclei.front().modelShape == big.record.shape);
    QCOMPARE(edit.putNuclei.front().correctionSeconds, 6.5);
    QVERIFY(edit.removeNuclei == std::vector{small.row});
    apply(edit);
    QCOMPARE(*m_reader->count(), std::int64_t{99});
    QVERIFY(m_case->edits().undo().ok()); // one step
    QCOMPARE(*m_reader->count(), std::int64_t{100});
}

void TestAnnotationEdits::aNeighbourYieldsInTheSameStep()
{
    Edit edit = nb::drawEdit({square(0, 0, 10), nb::notMeasured()}, 1, kNote);
    nb::addYielded(edit, stored(5), {square(300, 0, 3), nb::notMeasured()}, kNote);
    nb::addYielded(edit, stored(6), {}, kNote);
    apply(edit);
    QCOMPARE(*m_reader->count(), std::int64_t{100});
    QCOMPARE(stored(5).record.origin, NucleusOrigin::Corrected);
    QVERIFY(m_case->edits().undo().ok());
    QCOMPARE(stored(5).record.origin, NucleusOrigin::Model);
    QVERIFY(m_reader->rowOf(nb::test::uuidOf(6))->has_value());
}

void TestAnnotationEdits::anEmptiedNucleusGoes()
{
    apply(nb::correctEdit(stored(5), {}, kNote));
    QCOMPARE(*m_reader->count(), std::int64_t{99});
}

void TestAnnotationEdits::newIdsAreRandomUuids()
{
    const nb::Uuid a = nb::randomUuid(), b = nb::randomUuid();
    QVERIFY(a != b);
    QCOMPARE(a[6] >> 4, 4);
    QCOMPARE(a[8] >> 6, 2);
}

void TestAnnotationEdits::undoOfEverythingGivesTheBeginningAndRedoTheEnd()
{
    constexpr int kSteps = 2000;
    const std::string beginning = dumpOf(*m_case);
    AnnotationEditor editor(*m_reader);
    std::map<int, std::string> states;
    for (int i = 0; i < kSteps; ++i) {
        if (i % 400 == 0)
            states[i] = dumpOf(*m_case);
        apply(editor.step(static_cast<std::uint64_t>(i)));
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QString("step %1").arg(i)));
    }
    const std::string end = dumpOf(*m_case);
    QVERIFY(beginning != end);
    const auto status = m_case->verify();
    QVERIFY2(status.ok(), status.ok() ? "" : status.error().message().c_str());
    for (int i = kSteps - 1; i >= 0; --i) {
        QVERIFY(m_case->edits().undo().ok());
        if (const auto state = states.find(i); state != states.end())
            QVERIFY2(dumpOf(*m_case) == state->second, qPrintable(QString("undone to step %1").arg(i)));
    }
    QVERIFY(dumpOf(*m_case) == beginning);
    for (int i = 0; i < kSteps; ++i)
        QVERIFY(m_case->edits().redo().ok());
    QVERIFY(dumpOf(*m_case) == end);
    QVERIFY(m_case->verify().ok());
}

void TestAnnotationEdits::aRunLeavesCorrectedNucleiAsTheyAre()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("run.nsc").toStdString();
    nb::SegmentOptions options;
    options.normalize = nb::StainChoice::None;
    options.patch = 128;
    options.stride = 96;
    const auto slide = std::make_shared<nb::test::FakeSlide>(nb::test::blobPicture(2200, 1800, 5));
    const auto recipe = nb::prepareSlide(slide, std::make_shared<nb::test::FakeNetwork>(), options, {});
    const auto other = nb::prepareSlide(slide, nb::test::otherModel(), options, {});
    QVERIFY(recipe.ok() && other.ok());
    nb::DocumentThread thread(nb::test::runCase(path, **recipe));
    QVERIFY(nb::test::run(thread, *recipe).ok());
    const auto found = nb::test::presentIn(path);
    QVERIFY(found.size() > 900);
    // 500 of them get another outline, as different tools would leave it
    std::mt19937 random(4);
    std::vector<nb::Uuid> chosen;
    for (const auto& [id, record] : found)
        if (chosen.size() < 500 && nb::areaOf(record.shape) > 60)
            chosen.push_back(id);
    QCOMPARE(chosen.size(), std::size_t{500});
    for (const nb::Uuid& id : chosen) {
        const NucleusRecord& was = found.at(id);
        const auto box = nb::boundsOf(was.shape);
        nb::BrushStroke stroke(was.shape,
            {random() % 2 == 0 ? nb::BrushMode::Add : nb::BrushMode::Subtract, 2 + static_cast<double>(random() % 3)});
        stroke.extend({static_cast<double>(box.x), static_cast<double>(box.y)});
        stroke.extend({static_cast<double>(box.x + box.width / 2), static_cast<double>(box.y)});
        stroke.extend({static_cast<double>(box.right()), static_cast<double>(box.y + box.height / 2)});
        MultiPolygon shape = stroke.finished();
        const auto measurements = nb::measureShape(shape, {1, 1, 0.25});
        QVERIFY(nb::test::apply(thread, nb::correctEdit({0, was}, {std::move(shape), measurements}, kNote)).ok());
    }
    const auto before = nb::test::presentIn(path);
    QVERIFY(nb::test::run(thread, *other).ok());
    const auto after = nb::test::presentIn(path);
    for (const nb::Uuid& id : chosen) {
        const NucleusRecord &a = before.at(id), &b = after.at(id);
        QVERIFY(b.shape == a.shape && b.modelShape == a.modelShape && b.origin == NucleusOrigin::Corrected);
        QVERIFY(b.changedAt == a.changedAt && b.changedBy == a.changedBy && b.classId == a.classId);
        QVERIFY(b.run == a.run && b.modelHash == a.modelHash && b.correctionSeconds == a.correctionSeconds);
        for (const nb::MeasurementColumn& column : nb::measurementColumns())
            QVERIFY(a.measurements.*column.member == b.measurements.*column.member
                || (std::isnan(a.measurements.*column.member) && std::isnan(b.measurements.*column.member)));
    }
    QCOMPARE(nb::test::verified(thread), std::string("ok"));
}

QTEST_APPLESS_MAIN(TestAnnotationEdits)
#include "tst_annotationedits.moc"
