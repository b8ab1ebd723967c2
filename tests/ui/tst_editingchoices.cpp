// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand and the menus select, which tool is in the hand, which key means what.
#include "tests/support/editingfixture.h"
#include "tests/support/windowtest.h"
#include "ui/editing/measurementdialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>

using namespace nb;
using namespace nb::test;

class TestEditingChoices : public EditingFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aClickSelectsControlTogglesAndAltSweeps();
    void theLassoAndTheHeldKeySelect();
    void selectsByClassByMeasurementAndInARegion();
    void toolsGoBackToMoveButForBrushAndWand();
    void noKeyHasTwoMeanings();
};

void TestEditingChoices::aClickSelectsControlTogglesAndAltSweeps()
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

void TestEditingChoices::theLassoAndTheHeldKeySelect()
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

void TestEditingChoices::selectsByClassByMeasurementAndInARegion()
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

void TestEditingChoices::toolsGoBackToMoveButForBrushAndWand()
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

/// Two actions with one key: neither would happen.
void TestEditingChoices::noKeyHasTwoMeanings()
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
    return runWindowTest<TestEditingChoices>(argc, argv);
}
#include "tst_editingchoices.moc"
