// SPDX-License-Identifier: GPL-3.0-or-later
// The tab Correct, in the window, with a real case and real keys: classes, regions, history, progress.
#include "tests/support/correctbench.h"
#include "ui/correct/casefigures.h"
#include "ui/correct/classdialog.h"
#include "ui/correct/classespanel.h"
#include "ui/correct/correctpanel.h"
#include "ui/correct/historypanel.h"
#include "ui/correct/progresspanel.h"
#include "ui/correct/regionspanel.h"
#include "ui/editing/editactions.h"
#include "ui/editing/editingcontroller.h"
#include "ui/editing/regionediting.h"
#include "ui/nucleusselection.h"
#include "widgets/tooloverlay.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace nb;
using namespace nb::test;

class TestCorrectPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOpenSaysWhatToDo()
    {
        WindowBench bench(std::make_shared<FakeNetwork>());
        auto* panel = bench.window->findChild<CorrectPanel*>();
        QVERIFY(panel);
        QVERIFY(!panel->actions().next->isEnabled());
        QVERIFY(!panel->actions().accept->isEnabled());
        QVERIFY(
            panel->findChild<ReviewPanel*>()->findChild<QLabel*>()->text().contains(QStringLiteral("Open a slide")));
    }

    void aRegionChosenInTheListIsChosenOnTheSlide()
    {
        CorrectBench b(985);
        QTRY_VERIFY(b.ready());
        b.region(101, "A", 0, 0, 100, 100);
        b.region(102, "B", 100, 0, 100, 100);
        auto* list = b.part<RegionsPanel>()->findChild<QTreeWidget*>();
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        list->setCurrentItem(list->topLevelItem(1));
        QVERIFY(b.bench.window->editing().regions().chosen() == uuidOf(102));
        b.bench.window->editing().regions().choose(uuidOf(101));
        QVERIFY(b.part<RegionsPanel>()->current() == uuidOf(101));
    }

    void classKeysGiveTheClassInOneStep()
    {
        CorrectBench b(950);
        QTRY_VERIFY(b.ready());
        b.fill();
        QSignalSpy notes(b.panel, &CorrectPanel::noteRequested);
        b.press(Qt::Key_5);
        QCOMPARE(notes.size(), 1); // nothing is chosen
        b.bench.window->selection().set(b.rows);
        b.press(Qt::Key_5);
        QTRY_COMPARE(b.panel->figures().ofClass(2), std::int64_t{30});
        QCOMPARE(b.session().history().size(), std::size_t{2});
        b.bench.window->selection().clear();
        auto* classes = b.part<ClassesPanel>();
        auto* list = classes->findChild<QTreeWidget*>();
        QCOMPARE(list->topLevelItemCount(), 6);
        list->setCurrentItem(list->topLevelItem(1));
        QTest::mouseClick(b.button(classes, QStringLiteral("Select all of it")), Qt::LeftButton);
        QTRY_COMPARE(b.bench.window->selection().size(), std::size_t{30});
        list->setCurrentItem(list->topLevelItem(3));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(b.panel->figures().ofClass(4), std::int64_t{30});
    }

    void aClassWithAKeyThatIsTakenIsNotLetThrough()
    {
        CorrectBench b(960, 2);
        QTRY_VERIFY(b.ready());
        auto* classes = b.part<ClassesPanel>();
        QTest::mouseClick(b.button(classes, QStringLiteral("Add…")), Qt::LeftButton);
        auto* dialog = classes->findChild<ClassDialog*>();
        QVERIFY(dialog);
        auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        auto* name = dialog->findChild<QLineEdit*>();
        auto* key = dialog->findChild<QKeySequenceEdit*>();
        QVERIFY(!ok->isEnabled()); // without a name
        QTest::keyClicks(name, QStringLiteral("Tumor"));
        QVERIFY(!ok->isEnabled());
        name->setText(QStringLiteral("Mitosis"));
        QVERIFY(ok->isEnabled());
        for (const char* taken : {"5", "Q", "Y", "1", "0", "F5", "Space"}) {
            key->setKeySequence(QKeySequence(QLatin1String(taken)));
            QVERIFY2(!ok->isEnabled(), taken);
        }
        key->setKeySequence(QKeySequence(QStringLiteral("Z")));
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QTRY_COMPARE(b.session().classes().size(), std::size_t{7});
        QCOMPARE(b.session().classes().back().key, std::string("Z"));
        b.fill();
        b.bench.window->selection().set({b.rows[0]});
        b.press(Qt::Key_Z);
        QTRY_COMPARE(b.panel->figures().ofClass(7), std::int64_t{1});
    }

    void aRegionIsMadeOfTheViewCheckedNamedAndDeleted()
    {
        CorrectBench b(970);
        QTRY_VERIFY(b.ready());
        b.fill();
        auto* regions = b.part<RegionsPanel>();
        auto* list = regions->findChild<QTreeWidget*>();
        QVERIFY(!list->isVisibleTo(regions));
        auto& canvas = b.bench.window->canvas();
        ViewTransform view = canvas.view();
        view.scale = 4;
        view.centre = {100, 100};
        canvas.setView(view);
        QTest::mouseClick(b.button(regions, QStringLiteral("Make a region from the view")), Qt::LeftButton);
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QVERIFY(regions->current().has_value());
        QCOMPARE(b.session().regions().front().name, std::string("Region 1"));
        QVERIFY(!b.session().regions().front().checked);
        QTRY_VERIFY(b.panel->figures().ofRegion(*regions->current()).nuclei > 0);
        auto* checked = regions->findChild<QCheckBox*>();
        QTest::mouseClick(checked, Qt::LeftButton, {}, QPoint(8, checked->height() / 2));
        QTRY_VERIFY(b.session().regions().front().checked);
        QCOMPARE(b.session().regions().front().checkedBy, b.session().author().toStdString());
        QVERIFY(!b.session().regions().front().checkedAt.empty());
        QTRY_COMPARE(regions->findChild<QProgressBar*>()->value(), 100);
        list->topLevelItem(0)->setText(0, QStringLiteral("Hot spot"));
        QTRY_COMPARE(b.session().regions().front().name, std::string("Hot spot"));
        QVERIFY(b.session().regions().front().checked);
        auto* role = regions->findChild<QComboBox*>();
        role->setFocus();
        QTest::keyClick(role, Qt::Key_Down);
        QTRY_COMPARE(b.session().regions().front().role, RegionRole::Training);
        // What lies in it does not wait any more.
        const auto waiting = b.panel->figures().figures().slide.inChecked;
        QVERIFY(waiting > 0);
        QTest::mouseClick(b.button(regions, QStringLiteral("Delete")), Qt::LeftButton);
        QTRY_COMPARE(list->topLevelItemCount(), 0);
        b.session().undo();
        QTRY_COMPARE(list->topLevelItemCount(), 1);
    }

    void aLockedRegionIsNotDeletedAndTheListKeepsItsOrder()
    {
        CorrectBench b(980);
        QTRY_VERIFY(b.ready());
        b.region(101, "B", 0, 0, 100, 100);
        b.region(102, "C", 100, 0, 100, 100);
        b.region(103, "A", 200, 0, 100, 100);
        auto* regions = b.part<RegionsPanel>();
        auto* list = regions->findChild<QTreeWidget*>();
        QTRY_COMPARE(list->topLevelItemCount(), 3);
        QCOMPARE(list->topLevelItem(2)->text(0), QStringLiteral("C"));
        list->setCurrentItem(list->topLevelItem(0));
        QVERIFY(regions->current() == uuidOf(103));
        auto* locked = regions->findChildren<QCheckBox*>().at(1);
        QTest::mouseClick(locked, Qt::LeftButton, {}, QPoint(8, locked->height() / 2));
        QTRY_VERIFY(b.session().regions().back().locked);
        QVERIFY(regions->current() == uuidOf(103)); // though the case has it last now
        QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("A"));
        QVERIFY(!b.button(regions, QStringLiteral("Delete"))->isEnabled());
        QTest::keyClick(list, Qt::Key_Delete);
        QTest::keyClick(list, Qt::Key_F2);
        QCOMPARE(b.session().regions().size(), std::size_t{3});
    }

    void theHistoryLeadsBackToAnyStep()
    {
        CorrectBench b(1000);
        QTRY_VERIFY(b.ready());
        b.fill();
        for (int i = 0; i < 4; ++i) {
            Edit edit;
            edit.label = "Delete " + std::to_string(i);
            edit.removeNuclei = {b.rows[static_cast<std::size_t>(i)]};
            b.session().apply(edit);
        }
        auto* list = b.part<HistoryPanel>()->findChild<QListWidget*>();
        QTRY_COMPARE(list->count(), 6); // and the beginning
        QVERIFY(list->item(0)->text().startsWith(QStringLiteral("Delete 3")));
        list->setCurrentRow(2);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(b.session().undoLabel(), QStringLiteral("Delete 1"));
        QTRY_VERIFY(list->item(0)->text().startsWith(QStringLiteral("Undone: Delete 3")));
        QTRY_COMPARE(b.panel->figures().figures().slide.nuclei, std::int64_t{28});
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(b.session().redoLabel(), QString());
        list->setCurrentRow(5);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(b.session().undoLabel(), QString());
        QTRY_COMPARE(b.panel->figures().figures().slide.nuclei, std::int64_t{0});
    }

    void errorsThatGatherCanBeGoneTo()
    {
        CorrectBench b(1010);
        QTRY_VERIFY(b.ready());
        b.fill();
        auto* places = b.part<ProgressPanel>()->findChild<QListWidget*>();
        QVERIFY(!places->isVisibleTo(b.part<ProgressPanel>()));
        Edit edit;
        edit.label = "Delete";
        edit.removeNuclei = {b.rows[29]};
        b.session().apply(edit);
        QTRY_COMPARE(places->count(), 1);
        QCOMPARE(places->item(0)->text(), QStringLiteral("1 deleted"));
        places->setCurrentRow(0);
        QTest::keyClick(places, Qt::Key_Return);
        QVERIFY(b.bench.window->canvas().view().visibleSlide().contains(QPointF(40 + 60 * 9, 40 + 60 * 2)));
        QVERIFY(b.bench.window->canvas().view().visibleSlide().width() < 300);
    }

    void aCaseThatCannotBeWrittenSaysWhyAndChangesNothing()
    {
        CorrectBench b(1020);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.region(101, "Left", 0, 0, 70, 900);
        QTRY_COMPARE(b.session().regions().size(), std::size_t{1});
        auto other = OpenedCase::from(CaseDocument::open(b.session().path().toStdString()).value());
        CaseSession session({b.bench.jobs, b.bench.scheduler, {}}, std::move(*other), false);
        QVERIFY(session.readOnly());
        b.panel->setSession(&session);
        const auto labels = b.panel->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisibleTo(b.panel) && label->text().contains(session.readOnlyReason());
        }));
        b.press(Qt::Key_Q); // looking is allowed
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        for (const int key : {Qt::Key_Y, Qt::Key_X, Qt::Key_5})
            b.press(key);
        QVERIFY(!b.panel->actions().accept->isEnabled());
        for (const char* text : {"Make a region from the view", "Add…", "Undo", "Delete"})
            QVERIFY2(!b.button(b.panel, QString::fromUtf8(text))->isEnabled(), text);
        QCOMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        b.panel->setSession(nullptr);
    }

    void everythingHasANameAndIsReachedByTab()
    {
        CorrectBench b(1030);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.region(101, "Left", 0, 0, 70, 900);
        QTRY_COMPARE(b.session().regions().size(), std::size_t{1});
        for (QWidget* widget : b.panel->findChildren<QWidget*>()) {
            const bool acts = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QTreeWidget*>(widget)
                || qobject_cast<QListWidget*>(widget) || qobject_cast<QComboBox*>(widget);
            if (!acts || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                widget->metaObject()->className());
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, widget->metaObject()->className());
        }
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestCorrectPanel>(argc, argv);
}
#include "tst_correctpanel.moc"
