// SPDX-License-Identifier: GPL-3.0-or-later
// Correcting nuclei with the hand's own events, in a window with a real case: what is asked for happens, is undone and
// redone, and nothing else changes.
#include "engine/geometry/polygon.h"
#include "tests/support/casefixture.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/editing/editactions.h"
#include "ui/editing/editingcontroller.h"
#include "ui/editing/edittools.h"
#include "ui/editing/measurementdialog.h"
#include "ui/editing/nucleuschoosing.h"
#include "ui/editing/regionediting.h"
#include "ui/nucleusselection.h"
#include "widgets/tooloverlay.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>

#include <cmath>
#include <map>

using namespace nb;
using namespace nb::test;

namespace
{

/// All present nuclei by id, as they lie in the case.
using Nuclei = std::map<Uuid, NucleusRecord>;

Nuclei nucleiOf(CaseSession& session)
{
    Nuclei nuclei;
    const auto reader = session.readerFactory()();
    if (!reader)
        return nuclei;
    const auto rows = (*reader)->sorted("", false, {});
    for (const NucleusRow row : rows ? *rows : std::vector<NucleusRow>())
        if (auto record = (*reader)->nucleus(row); record && *record)
            nuclei[(*record)->id] = **record;
    return nuclei;
}

bool same(const NucleusRecord& a, const NucleusRecord& b)
{
    return a.id == b.id && a.shape == b.shape && a.classId == b.classId && a.origin == b.origin;
}

/// How many of `before` are in `after` just as they were.
std::size_t untouched(const Nuclei& before, const Nuclei& after)
{
    std::size_t count = 0;
    for (const auto& [id, record] : before)
        count += after.contains(id) && same(record, after.at(id)) ? 1 : 0;
    return count;
}

double areaAt(const Nuclei& nuclei, const Point& at)
{
    for (const auto& [id, record] : nuclei)
        if (contains(record.shape, at))
            return areaOf(record.shape);
    return 0;
}

Uuid idAt(const Nuclei& nuclei, const Point& at)
{
    for (const auto& [id, record] : nuclei)
        if (contains(record.shape, at))
            return id;
    return {};
}

} // namespace

class TestEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aClickSelectsControlTogglesAndAltSweeps();
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
    void aDrawnRegionIsNoNucleus();
    void theBrushPaintsRegions();
    void theWandPaintsRegions();
    void aLockedRegionIsNotPainted();
    void smoothGrowAndShrinkChangeTheChosen();
    void theLassoAndTheHeldKeySelect();
    void selectsByClassByMeasurementAndInARegion();
    void toolsGoBackToMoveButForBrushAndWand();
    void aStrokeThatCutsNothingSaysWhyAndSnappingLooksFirst();
    void aHandFasterThanTheDiskLosesNothing();
    void aLockedNucleusStaysAndSaysSo();
    void ofManyTheLockedStay();
    void aLockIsSetAndTakenByKey();
    void whatAPersonTookIsKept();
    void noKeyHasTwoMeanings();

private:
    [[nodiscard]] CaseSession& session() const { return *m_bench->window->caseSession(); }
    [[nodiscard]] EditingController& editing() const { return m_bench->window->editing(); }
    [[nodiscard]] SlideCanvas& canvas() const { return m_bench->window->canvas(); }
    [[nodiscard]] QPoint at(const QPointF& level0) const { return canvas().view().toScreen(level0).toPoint(); }
    void settle();
    void press(const QPointF& level0, Qt::KeyboardModifiers keys = {});
    void move(const QPointF& level0, Qt::KeyboardModifiers keys = {});
    void release(const QPointF& level0, Qt::KeyboardModifiers keys = {});
    void drag(const QList<QPointF>& way, Qt::KeyboardModifiers keys = {});
    void click(const QPointF& level0, Qt::KeyboardModifiers keys = {});
    void key(int key, Qt::KeyboardModifiers keys = {});
    void put(std::vector<NucleusRecord> records);
    /// The last step undone gives `before` again, redone `after`.
    void verifyUndoAndRedo(const Nuclei& before, const Nuclei& after);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FakeNetwork> m_network;
    std::unique_ptr<WindowBench> m_bench;
};

void TestEditing::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_network = std::make_shared<FakeNetwork>();
    m_bench = std::make_unique<WindowBench>(m_network);
    static int number = 0; // each its own slide and so its own case
    m_bench->window->openFile(discsPng(*m_folder, QStringLiteral("discs.png"), 900 + 2 * ++number));
    QTRY_VERIFY(m_bench->window->segmentation().recipe());
    QTRY_VERIFY(m_bench->window->caseSession());
    QVERIFY(QTest::qWaitForWindowExposed(m_bench->window.get()));
    ViewTransform view = canvas().view();
    view.centre = {250, 250};
    view.scale = 2;
    canvas().setView(view);
    // The discs of the picture lie at 40 + 60n and are 24 x 20 large; most of them are in the case as "nuclei".
    std::vector<NucleusRecord> records;
    std::uint64_t id = 1;
    for (int y = 100; y <= 400; y += 60)
        for (int x = 100; x <= 400; x += 60) {
            NucleusRecord record = nucleus(id++, x, y, 11);
            record.origin = NucleusOrigin::Model;
            records.push_back(record);
        }
    put(records);
    canvas().setFocus();
}

void TestEditing::cleanup()
{
    m_bench.reset();
    m_folder.reset();
}

void TestEditing::put(std::vector<NucleusRecord> records)
{
    Edit edit;
    edit.label = "Prepare";
    edit.putNuclei = std::move(records);
    bool done = false;
    session().apply(std::move(edit), this, [&](const Result<EditOutcome>& outcome) { done = outcome.ok(); });
    QTRY_VERIFY(done);
    QTRY_VERIFY(session().nuclei()->complete());
}

void TestEditing::settle()
{
    QTRY_VERIFY(editing().idle() && session().thread().idle());
    QCoreApplication::processEvents();
    QTRY_VERIFY(editing().idle() && session().thread().idle());
}

void TestEditing::press(const QPointF& level0, Qt::KeyboardModifiers keys)
{
    QTest::mousePress(&editing().overlay(), Qt::LeftButton, keys, at(level0));
}

void TestEditing::move(const QPointF& level0, Qt::KeyboardModifiers keys)
{
    ToolOverlay& overlay = editing().overlay();
    QMouseEvent event(
        QEvent::MouseMove, at(level0), overlay.mapToGlobal(at(level0)), Qt::NoButton, Qt::LeftButton, keys);
    QCoreApplication::sendEvent(&overlay, &event);
}

void TestEditing::release(const QPointF& level0, Qt::KeyboardModifiers keys)
{
    QTest::mouseRelease(&editing().overlay(), Qt::LeftButton, keys, at(level0));
}

void TestEditing::drag(const QList<QPointF>& way, Qt::KeyboardModifiers keys)
{
    press(way.first(), keys);
    for (qsizetype i = 1; i < way.size(); ++i)
        for (int step = 1; step <= 8; ++step)
            move(way[i - 1] + (way[i] - way[i - 1]) * step / 8.0, keys);
    release(way.last(), keys);
    settle();
}

void TestEditing::click(const QPointF& level0, Qt::KeyboardModifiers keys)
{
    press(level0, keys);
    release(level0, keys);
    settle();
}

void TestEditing::key(int key, Qt::KeyboardModifiers keys)
{
    QTest::keyClick(&canvas(), static_cast<Qt::Key>(key), keys);
    settle();
}

void TestEditing::verifyUndoAndRedo(const Nuclei& before, const Nuclei& after)
{
    key(Qt::Key_Z, Qt::ControlModifier);
    const Nuclei undone = nucleiOf(session());
    QCOMPARE(undone.size(), before.size());
    QCOMPARE(untouched(before, undone), before.size());
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    const Nuclei redone = nucleiOf(session());
    QCOMPARE(redone.size(), after.size());
    QCOMPARE(untouched(after, redone), after.size());
}

void TestEditing::aClickSelectsControlTogglesAndAltSweeps()
{
    NucleusSelection& selection = m_bench->window->selection();
    const Nuclei before = nucleiOf(session());
    click({160, 160});
    QCOMPARE(selection.size(), std::size_t(1));
    QTRY_COMPARE(editing().choosing().layer().shapeCount(), std::size_t(1));
    QVERIFY(!editing().tools().move.handles().empty());
    click({220, 160}, Qt::ControlModifier);
    QCOMPARE(selection.size(), std::size_t(2));
    click({220, 160}, Qt::ControlModifier);
    QCOMPARE(selection.size(), std::size_t(1));
    click({190, 190}); // between the nuclei
    QVERIFY(selection.empty());
    drag({{90, 160}, {230, 160}}, Qt::AltModifier);
    QCOMPARE(selection.size(), std::size_t(3));
    QCOMPARE(untouched(before, nucleiOf(session())), before.size());
}

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
    QVERIFY(m_bench->window->actions().move->isChecked());
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
    QTRY_VERIFY(!editing().tools().move.handles().empty());
    const QPointF vertex = editing().tools().move.handles().at({0, 0, 0});
    drag({vertex, vertex + QPointF(6, 0)});
    const Nuclei moved = nucleiOf(session());
    QCOMPARE(untouched(before, moved), before.size() - 1);
    QVERIFY(areaAt(moved, {160, 160}) > areaAt(before, {160, 160}) + 5);
    verifyUndoAndRedo(before, moved);
    QTRY_VERIFY(m_bench->window->selection().single()); // still, whichever version of it is there
    settle();
    QTRY_VERIFY(!editing().tools().move.handles().empty());
    const auto vertices = [this] { return editing().tools().move.handles().shape()[0].shell.size(); };
    const auto count = vertices();
    const QPointF middle = editing().tools().move.handles().middleAfter({0, 0, 5});
    press(middle);
    release(middle);
    QTest::mouseDClick(&editing().overlay(), Qt::LeftButton, {}, at(middle));
    release(middle);
    settle();
    QTRY_COMPARE(vertices(), count + 1);
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

void TestEditing::aDrawnRegionIsNoNucleus()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_R, Qt::ShiftModifier);
    QVERIFY(editing().actions().drawRegions->isChecked());
    key(Qt::Key_R);
    drag({{130, 130}, {310, 250}});
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    QCOMPARE(untouched(before, nucleiOf(session())), before.size());
    QTRY_VERIFY(editing().regions().chosen());
    QCOMPARE(editing().regions().layer().regions().size(), std::size_t(1));
    QCOMPARE(m_bench->window->actions().move->isChecked(), true);
    drag({{310, 250}, {330, 270}}); // its corner
    QTRY_COMPARE(boundsOf(session().regions().front().shape).right(), std::int64_t(330));
    key(Qt::Key_Delete);
    QTRY_VERIFY(session().regions().empty());
    session().undo();
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    key(Qt::Key_R, Qt::ShiftModifier);
}

void TestEditing::theBrushPaintsRegions()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_R, Qt::ShiftModifier); // what is drawn is a region
    key(Qt::Key_B);
    editing().tools().brush.setDiameter(120);
    drag({{150, 150}, {250, 150}}); // a new one, 60 px of the slide wide
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    const auto area = [this] { return areaOf(session().regions().front().shape); };
    const double first = area();
    QVERIFY2(std::abs(first - (100 * 60 + 900 * M_PI)) < 100, qPrintable(QString::number(first)));
    QCOMPARE(editing().overlay().tool(), &editing().tools().brush); // stays in the hand
    // Three strokes, none waiting for the one before: each builds on what was asked for last.
    for (const double y : {200.0, 250.0, 300.0}) {
        press({200, y - 50});
        move({200, y});
        release({200, y});
    }
    settle();
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    for (const double y : {160.0, 200.0, 250.0, 310.0})
        QVERIFY2(contains(session().regions().front().shape, {200, y}), qPrintable(QString::number(y)));
    const double added = area();
    drag({{200, 310}, {200, 330}}, Qt::AltModifier);
    QTRY_VERIFY(area() < added - 1000);
    key(Qt::Key_R, Qt::ShiftModifier); // nuclei again; the chosen region is still what the brush works on where it is
    const double less = area();
    drag({{240, 150}, {290, 150}});
    QTRY_VERIFY(area() > less + 1000);
    QCOMPARE(untouched(before, nucleiOf(session())), before.size());
    drag({{400, 430}, {400, 440}}); // far from it: a nucleus
    QCOMPARE(nucleiOf(session()).size(), before.size() + 1);
    for (int i = 0; i < 7; ++i)
        key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(session().regions().empty());
}

void TestEditing::theWandPaintsRegions()
{
    QTRY_VERIFY(canvas().settled());
    key(Qt::Key_R, Qt::ShiftModifier);
    key(Qt::Key_W);
    drag({{160, 40}, {161, 41}});
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    const double area = areaOf(session().regions().front().shape);
    QVERIFY2(area > 280 && area < 480, qPrintable(QString::number(area)));
    key(Qt::Key_R, Qt::ShiftModifier);
}

void TestEditing::aLockedRegionIsNotPainted()
{
    editing().regions().add({Polygon{{{90, 90}, {240, 90}, {240, 120}, {90, 120}}, {}}});
    settle();
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    key(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(session().regions().front().locked);
    const auto shape = session().regions().front().shape;
    key(Qt::Key_B);
    drag({{200, 110}, {200, 160}});
    QVERIFY2(editing().overlay().text().contains(QStringLiteral("locked")), qPrintable(editing().overlay().text()));
    QCOMPARE(session().regions().front().shape, shape);
    key(Qt::Key_Delete);
    QCOMPARE(session().regions().size(), std::size_t(1));
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

void TestEditing::theLassoAndTheHeldKeySelect()
{
    NucleusSelection& selection = m_bench->window->selection();
    key(Qt::Key_S, Qt::ShiftModifier);
    drag({{90, 90}, {240, 90}, {240, 240}, {90, 240}});
    QCOMPARE(selection.size(), std::size_t(9));
    drag({{90, 90}, {120, 90}, {120, 240}, {90, 240}}, Qt::AltModifier);
    QCOMPARE(selection.size(), std::size_t(6));
    drag({{90, 90}, {120, 90}, {120, 120}, {90, 120}}, Qt::ShiftModifier);
    QCOMPARE(selection.size(), std::size_t(7));
    key(Qt::Key_M);
    canvas().setFocus();
    QTest::keyPress(&canvas(), Qt::Key_S);
    QCOMPARE(editing().overlay().tool(), &editing().tools().lasso);
    drag({{270, 270}, {310, 270}, {310, 310}, {270, 310}});
    QTest::keyRelease(&canvas(), Qt::Key_S);
    QCOMPARE(selection.size(), std::size_t(1));
    QCOMPARE(editing().overlay().tool(), &editing().tools().move);
    key(Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(selection.size(), std::size_t(36));
}

void TestEditing::selectsByClassByMeasurementAndInARegion()
{
    NucleusSelection& selection = m_bench->window->selection();
    NucleusRecord tumour = nucleus(1001, 190, 190, 8);
    tumour.classId = 2;
    put({tumour});
    QMenu& classes = *editing().actions().selectByClass;
    Q_EMIT classes.aboutToShow();
    QCOMPARE(classes.actions().size(), 6);
    classes.actions()[1]->trigger();
    settle();
    QCOMPARE(selection.size(), std::size_t(1));
    editing().actions().selectByMeasurement->trigger();
    auto* dialog = m_bench->window->findChild<MeasurementDialog*>();
    QVERIFY(dialog);
    const auto boxes = dialog->findChildren<QDoubleSpinBox*>();
    boxes[0]->setValue(3);
    boxes[1]->setValue(5); // areas are the numbers here
    dialog->findChild<QComboBox*>()->setCurrentIndex(0);
    QTest::keyClick(dialog, Qt::Key_Return);
    settle();
    QCOMPARE(selection.size(), std::size_t(3));
    editing().regions().add({Polygon{{{90, 90}, {240, 90}, {240, 120}, {90, 120}}, {}}});
    QTRY_VERIFY(editing().regions().chosen());
    editing().actions().selectInRegion->trigger();
    settle();
    QCOMPARE(selection.size(), std::size_t(3));
}

void TestEditing::toolsGoBackToMoveButForBrushAndWand()
{
    key(Qt::Key_O);
    QCOMPARE(editing().overlay().tool(), &editing().tools().ellipse);
    drag({{182, 182}, {198, 198}});
    QCOMPARE(editing().overlay().tool(), &editing().tools().move);
    editing().actions().keepTool->setChecked(true);
    key(Qt::Key_K);
    drag({{160, 142}, {160, 178}});
    QCOMPARE(editing().overlay().tool(), &editing().tools().knife);
    editing().actions().keepTool->setChecked(false);
    key(Qt::Key_L); // the ruler takes the hand
    QVERIFY(!editing().overlay().tool());
    key(Qt::Key_M);
    QCOMPARE(editing().overlay().tool(), &editing().tools().move);
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

void TestEditing::aLockedNucleusStaysAndSaysSo()
{
    NucleusRecord locked = nucleus(1001, 190, 190, 8);
    locked.locked = true;
    put({locked});
    const Nuclei before = nucleiOf(session());
    const auto verifyKept = [&](const char* by) {
        settle();
        const QString said = editing().overlay().text() + m_bench->banner();
        QVERIFY2(said.contains(QStringLiteral("locked")) && said.contains(QStringLiteral("Ctrl+K")),
            qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(by), said)));
        QVERIFY2(untouched(before, nucleiOf(session())) == before.size(), by);
        editing().overlay().say({});
        m_bench->window->banner().clear();
    };
    click({190, 190});
    for (const int pressed : {Qt::Key_Delete, Qt::Key_X, Qt::Key_5, Qt::Key_BracketRight, Qt::Key_I}) {
        QTest::keyClick(&canvas(), static_cast<Qt::Key>(pressed));
        QTRY_VERIFY2(
            !(editing().overlay().text() + m_bench->banner()).isEmpty(), qPrintable(QKeySequence(pressed).toString()));
        verifyKept(qPrintable(QKeySequence(pressed).toString()));
        click({190, 190});
    }
    key(Qt::Key_B);
    drag({{190, 190}, {190, 200}}, Qt::AltModifier);
    verifyKept("brush");
    key(Qt::Key_K);
    drag({{190, 175}, {190, 205}});
    verifyKept("knife");
    key(Qt::Key_J);
    drag({{160, 160}, {190, 190}});
    verifyKept("join");
}

void TestEditing::ofManyTheLockedStay()
{
    NucleusRecord locked = nucleus(1001, 190, 190, 8);
    locked.locked = true;
    put({locked});
    const Nuclei before = nucleiOf(session());
    for (const int pressed : {Qt::Key_Delete, Qt::Key_X}) {
        click({190, 190});
        click({160, 160}, Qt::ControlModifier);
        QCOMPARE(m_bench->window->selection().size(), std::size_t(2));
        key(pressed);
        QTRY_COMPARE(nucleiOf(session()).size(), before.size() - 1);
        QVERIFY(areaAt(nucleiOf(session()), {190, 190}) > 0);
        QTRY_VERIFY(editing().overlay().text().contains(QStringLiteral("locked")));
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(nucleiOf(session()).size(), before.size());
    }
}

void TestEditing::aLockIsSetAndTakenByKey()
{
    const Nuclei before = nucleiOf(session());
    click({160, 160});
    key(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(nucleiOf(session()).at(idAt(before, {160, 160})).locked);
    key(Qt::Key_Delete);
    QCOMPARE(nucleiOf(session()).size(), before.size());
    key(Qt::Key_K, Qt::ControlModifier); // it is still selected
    QVERIFY(!nucleiOf(session()).at(idAt(before, {160, 160})).locked);
    key(Qt::Key_Delete);
    QCOMPARE(nucleiOf(session()).size(), before.size() - 1);
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

/// Two actions with one key: neither would happen.
void TestEditing::noKeyHasTwoMeanings()
{
    QMap<QKeySequence, QString> meanings;
    const auto actions = m_bench->window->findChildren<QAction*>();
    for (const QAction* action : actions) {
        if (action->shortcutContext() != Qt::WindowShortcut && action->shortcutContext() != Qt::ApplicationShortcut)
            continue;
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!meanings.contains(key),
                qPrintable(QStringLiteral("%1: %2 and %3").arg(key.toString(), meanings[key], action->text())));
            meanings[key] = action->text();
        }
    }
}

int main(int argc, char** argv)
{
    return runWindowTest<TestEditing>(argc, argv);
}
#include "tst_editing.moc"
