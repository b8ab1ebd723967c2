// SPDX-License-Identifier: GPL-3.0-or-later
// Correcting nuclei with the hand's own events, in a window with a real case: what is asked for happens, is undone and
// redone, and nothing else changes.
#include "tests/support/editingfixture.h"
#include "tests/support/windowtest.h"

using namespace nb;
using namespace nb::test;

class TestEditing : public EditingFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void oneStrokeSplitsAMergedPair();
    void oneClickAddsAMissedNucleus();
    void oneKeyDeletesAFalseOne();
    void theBrushAddsAndTakesAwayAndAvoidsNeighbours();
    void theBrushMakesANewNucleus();
    void theWandPaintsWhatLooksAlike();
    void aVertexIsDraggedInsertedAndRemoved();
    void verticesGoByKeyboardAlone();
    void joinMakesOneOfTheChosen();
    void joinMakesOneOfWhatAStrokeRunsOver();
    void aDrawnNucleusYieldsToItsNeighbours();
    void smoothGrowAndShrinkChangeTheChosen();
    void aStrokeThatCutsNothingSaysWhyAndSnappingLooksFirst();
    void aHandFasterThanTheDiskLosesNothing();
    void whatAPersonTookIsKept();
};

void TestEditing::oneStrokeSplitsAMergedPair()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_K);
    drag({{160, 142}, {160, 178}});
    const Nuclei after = nucleiOf(session());
    QCOMPARE(after.size(), before.size() + 1);
    QCOMPARE(untouched(before, after), before.size() - 1);
    const double whole = areaAt(before, {160.5, 160});
    QVERIFY(std::abs(areaAt(after, {155, 160}) + areaAt(after, {165, 160}) - whole) < 0.5);
    QCOMPARE(m_bench->window->selection().size(), std::size_t(2)); // the selection stays on what was edited
    QVERIFY(!m_bench->window->actions().move->isChecked()); // the next pair is one stroke away
    QCOMPARE(session().undoLabel(), QStringLiteral("Split nucleus"));
    verifyUndoAndRedo(before, after);
}

void TestEditing::oneClickAddsAMissedNucleus()
{
    m_bench->window->segmentation().segmentView({0, 0, 500, 500}); // fills the maps
    QTRY_VERIFY(m_bench->idle() && m_bench->window->segmentation().maps()->generation() > 0);
    settle();
    const auto reader = session().readerFactory()();
    QVERIFY(reader.ok());
    const auto row = (*reader)->at({220, 220});
    QVERIFY(row.ok() && *row);
    m_bench->window->selection().set({**row});
    key(Qt::Key_Delete); // now one is missed
    const Nuclei before = nucleiOf(session());
    QCOMPARE(areaAt(before, {220, 220}), 0.0);
    key(Qt::Key_T);
    click({221, 219});
    const Nuclei after = nucleiOf(session());
    QVERIFY2(after.size() == before.size() + 1, qPrintable(editing().overlay().text()));
    QCOMPARE(untouched(before, after), before.size());
    const double area = areaAt(after, {220, 220});
    QVERIFY2(area > 250 && area < 700, qPrintable(QString::number(area)));
    verifyUndoAndRedo(before, after);
}

void TestEditing::oneKeyDeletesAFalseOne()
{
    const Nuclei before = nucleiOf(session());
    click({160, 160});
    key(Qt::Key_Delete);
    const Nuclei after = nucleiOf(session());
    QCOMPARE(after.size(), before.size() - 1);
    QCOMPARE(areaAt(after, {160, 160}), 0.0);
    QCOMPARE(untouched(after, before), after.size());
    QVERIFY(m_bench->window->selection().empty());
    verifyUndoAndRedo(before, after);
}

void TestEditing::theBrushAddsAndTakesAwayAndAvoidsNeighbours()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_B);
    editing().tools().brush.setDiameter(20);
    press({160, 160});
    QTRY_VERIFY(!editing().overlay().previews().empty()); // what will be is seen under the hand
    for (int x = 161; x <= 230; ++x)
        move({static_cast<double>(x), 160});
    release({230, 160});
    settle();
    const Nuclei added = nucleiOf(session());
    QCOMPARE(added.size(), before.size());
    QCOMPARE(untouched(before, added), before.size() - 1);
    QVERIFY(areaAt(added, {160, 160}) > areaAt(before, {160, 160}) + 200);
    QCOMPARE(areaAt(added, {220, 160}), areaAt(before, {220, 160})); // the neighbour was spared
    for (const auto& [id, record] : added)
        if (contains(record.shape, {160, 160}))
            QVERIFY(record.origin == NucleusOrigin::Corrected && !record.modelShape.empty());
    verifyUndoAndRedo(before, added);
    drag({{185, 160}, {200, 160}}, Qt::AltModifier);
    const Nuclei taken = nucleiOf(session());
    QVERIFY(areaAt(taken, {160, 160}) < areaAt(added, {160, 160}) - 100);
    QCOMPARE(untouched(added, taken), added.size() - 1);
    verifyUndoAndRedo(added, taken);
    QCOMPARE(editing().overlay().tool(), &editing().tools().brush); // stays in the hand
}

void TestEditing::theBrushMakesANewNucleus()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_B);
    editing().tools().brush.setDiameter(16);
    drag({{190, 187}, {190, 193}});
    const Nuclei after = nucleiOf(session());
    QCOMPARE(after.size(), before.size() + 1);
    QCOMPARE(untouched(before, after), before.size());
    QVERIFY(areaAt(after, {190, 190}) > 50);
    verifyUndoAndRedo(before, after);
    drag({{190, 180}, {190, 200}}, Qt::AltModifier); // all of it goes
    QCOMPARE(nucleiOf(session()).size(), before.size());
}

void TestEditing::theWandPaintsWhatLooksAlike()
{
    QTRY_VERIFY(canvas().settled());
    click({40, 100});
    key(Qt::Key_W);
    const Nuclei before = nucleiOf(session());
    drag({{160, 40}, {161, 41}}); // a disc of the picture that is not in the case
    const Nuclei after = nucleiOf(session());
    QVERIFY2(after.size() == before.size() + 1, qPrintable(editing().overlay().text()));
    const double area = areaAt(after, {160, 40});
    QVERIFY2(area > 280 && area < 480, qPrintable(QString::number(area))); // 377 by the ellipse's formula
    verifyUndoAndRedo(before, after);
}

void TestEditing::aVertexIsDraggedInsertedAndRemoved()
{
    ViewTransform view = canvas().view();
    view.centre = {160, 160};
    view.scale = 8;
    canvas().setView(view);
    const Nuclei before = nucleiOf(session());
    click({160, 160});
    waitForHandles({160, 160});
    const QPointF vertex = editing().tools().move.handles().at({0, 0, 0});
    drag({vertex, vertex + QPointF(6, 0)});
    const Nuclei moved = nucleiOf(session());
    QCOMPARE(untouched(before, moved), before.size() - 1);
    QVERIFY(areaAt(moved, {160, 160}) > areaAt(before, {160, 160}) + 5);
    verifyUndoAndRedo(before, moved);
    QTRY_VERIFY(m_bench->window->selection().single()); // still, whichever version of it is there
    waitForHandles({160, 160}); // those before the redo would be hit beside the line
    const auto vertices = [this] { return editing().tools().move.handles().shape()[0].shell.size(); };
    const auto count = vertices();
    const QPointF middle = editing().tools().move.handles().middleAfter({0, 0, 5});
    press(middle);
    release(middle);
    QTest::mouseDClick(&editing().overlay(), Qt::LeftButton, {}, at(middle));
    release(middle);
    settle();
    QTRY_COMPARE(vertices(), count + 1);
    waitForHandles({160, 160});
    const QPointF last = editing().tools().move.handles().at({0, 0, 9});
    click(last);
    QVERIFY(editing().tools().move.handles().chosen());
    key(Qt::Key_Delete); // the point, not the nucleus
    QTRY_COMPARE(vertices(), count);
    QCOMPARE(nucleiOf(session()).size(), before.size());
}

void TestEditing::verticesGoByKeyboardAlone()
{
    ViewTransform view = canvas().view();
    view.centre = {160, 160};
    view.scale = 8;
    canvas().setView(view);
    click({160, 160});
    QTRY_VERIFY(!editing().tools().move.handles().empty());
    const Nuclei before = nucleiOf(session());
    QTest::keyClick(&canvas(), Qt::Key_Tab);
    QVERIFY(canvas().hasFocus());
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&canvas(), Qt::Key_Right);
    QTRY_COMPARE(untouched(before, nucleiOf(session())), before.size() - 1);
    settle();
    QVERIFY(areaAt(nucleiOf(session()), {160, 160}) > areaAt(before, {160, 160}) + 4);
    verifyUndoAndRedo(before, nucleiOf(session()));
}

void TestEditing::joinMakesOneOfTheChosen()
{
    put({nucleus(1001, 190, 190, 8), nucleus(1002, 204, 190, 8)});
    const Nuclei before = nucleiOf(session());
    click({190, 190});
    click({204, 190}, Qt::ControlModifier);
    key(Qt::Key_J);
    const Nuclei after = nucleiOf(session());
    QVERIFY2(after.size() == before.size() - 1, qPrintable(editing().overlay().text()));
    QCOMPARE(untouched(before, after), before.size() - 2);
    QVERIFY(areaAt(after, {190, 190}) > 1.8 * areaAt(before, {190, 190}));
    QVERIFY(m_bench->window->selection().single());
    verifyUndoAndRedo(before, after);
}

void TestEditing::joinMakesOneOfWhatAStrokeRunsOver()
{
    put({nucleus(1001, 190, 190, 8), nucleus(1002, 204, 190, 8)});
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_J);
    drag({{188, 190}, {206, 190}});
    const Nuclei after = nucleiOf(session());
    QCOMPARE(after.size(), before.size() - 1);
    verifyUndoAndRedo(before, after);
}

void TestEditing::aDrawnNucleusYieldsToItsNeighbours()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_O);
    drag({{165, 165}, {200, 200}});
    const Nuclei after = nucleiOf(session());
    QCOMPARE(after.size(), before.size() + 1);
    QCOMPARE(untouched(before, after), before.size());
    const double area = areaAt(after, {185, 185});
    QVERIFY(area > 700 && area < 35 * 35 * M_PI / 4 - 1); // less than the ellipse
    verifyUndoAndRedo(before, after);
    key(Qt::Key_P);
    for (const QPointF& p : {QPointF(182, 120), QPointF(198, 120), QPointF(198, 140), QPointF(182, 140)})
        click(p);
    QTest::keyClick(&canvas(), Qt::Key_Return);
    settle();
    QVERIFY(std::abs(areaAt(nucleiOf(session()), {190, 130}) - 320) < 40);
}

void TestEditing::smoothGrowAndShrinkChangeTheChosen()
{
    const Nuclei before = nucleiOf(session());
    click({160, 160});
    key(Qt::Key_BracketRight);
    const Nuclei larger = nucleiOf(session());
    QCOMPARE(untouched(before, larger), before.size() - 1);
    QVERIFY(areaAt(larger, {160, 160}) > areaAt(before, {160, 160}) + 40);
    key(Qt::Key_BracketLeft); // the selection has stayed on it
    const Nuclei smaller = nucleiOf(session());
    QVERIFY(areaAt(smaller, {160, 160}) < areaAt(larger, {160, 160}) - 40);
    verifyUndoAndRedo(larger, smaller);
    click({220, 160});
    key(Qt::Key_I);
    QCOMPARE(session().undoLabel(), QStringLiteral("Smooth"));
}

void TestEditing::aStrokeThatCutsNothingSaysWhyAndSnappingLooksFirst()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_K);
    drag({{182, 182}, {198, 198}});
    QVERIFY(editing().overlay().text().startsWith(QStringLiteral("Nothing was split")));
    QCOMPARE(editing().overlay().tool(), &editing().tools().knife); // to try again
    QCOMPARE(untouched(before, nucleiOf(session())), before.size());
    QCOMPARE(m_bench->window->segmentation().maps()->generation(), std::uint64_t(0));
    key(Qt::Key_T);
    click({160, 40}); // the model has to look there first
    QTRY_COMPARE(nucleiOf(session()).size(), before.size() + 1);
    QVERIFY(areaAt(nucleiOf(session()), {160, 40}) > 200);
    settle();
}

void TestEditing::aHandFasterThanTheDiskLosesNothing()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_B);
    editing().tools().brush.setDiameter(12);
    // Stroke upon stroke on one nucleus, none waiting for the one before.
    for (int i = 0; i < 10; ++i) {
        press({160, 160});
        move({160 + 15 * std::cos(i * 0.6), 160 + 15 * std::sin(i * 0.6)});
        release({160 + 15 * std::cos(i * 0.6), 160 + 15 * std::sin(i * 0.6)});
    }
    settle();
    const Nuclei after = nucleiOf(session());
    QCOMPARE(after.size(), before.size());
    QCOMPARE(untouched(before, after), before.size() - 1);
    for (const auto& [id, record] : after)
        if (contains(record.shape, {160, 160}))
            for (int i = 0; i < 10; ++i)
                QVERIFY(contains(record.shape, {160 + 14 * std::cos(i * 0.6), 160 + 14 * std::sin(i * 0.6)}));
    for (int i = 0; i < 10; ++i)
        session().undo();
    settle();
    QCOMPARE(untouched(before, nucleiOf(session())), before.size());
}

void TestEditing::whatAPersonTookIsKept()
{
    click({160, 160});
    key(Qt::Key_BracketRight);
    const Nuclei nuclei = nucleiOf(session());
    for (const auto& [id, record] : nuclei)
        if (contains(record.shape, {160, 160})) {
            QVERIFY(record.correctionSeconds > 0);
            QVERIFY(!record.changedBy.empty());
            QVERIFY(!record.changedAt.empty());
            QVERIFY(!std::isnan(record.measurements.areaUm2));
        }
}

int main(int argc, char** argv)
{
    return runWindowTest<TestEditing>(argc, argv);
}
#include "tst_editing.moc"
