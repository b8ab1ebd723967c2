// SPDX-License-Identifier: GPL-3.0-or-later
// The tab Correct, in the window, with a real case and real keys.
#include "tests/support/casefixture.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/correct/casefigures.h"
#include "ui/correct/classdialog.h"
#include "ui/correct/classespanel.h"
#include "ui/correct/correctpanel.h"
#include "ui/correct/historypanel.h"
#include "ui/correct/progresspanel.h"
#include "ui/correct/regionspanel.h"
#include "ui/correct/thumbnailstrip.h"
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
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeWidget>

using namespace nb;
using namespace nb::test;

namespace
{

/// A window with a slide whose case holds a field of nuclei as a model leaves them, one of them unclear, one large.
struct CorrectBench {
    explicit CorrectBench(int side, int count = 30)
        : bench(std::make_shared<FakeNetwork>())
    {
        bench.window->openFile(discsPng(folder, QStringLiteral("discs.png"), side)); // another side is another slide
        panel = bench.window->findChild<CorrectPanel*>();
        bench.window->findChild<QTabWidget*>()->setCurrentIndex(2);
        nuclei = count;
    }
    [[nodiscard]] bool ready() const { return bench.window->caseSession() && bench.window->segmentation().recipe(); }
    [[nodiscard]] CaseSession& session() { return *bench.window->caseSession(); }
    void fill()
    {
        Edit edit;
        edit.label = "Fill";
        for (int i = 0; i < nuclei; ++i) {
            NucleusRecord record
                = nucleus(static_cast<std::uint64_t>(i + 1), 40 + 60 * (i % 10), 40 + 60 * (i / 10), 12);
            record.origin = NucleusOrigin::Model;
            record.modelHash = std::string(64, 'b');
            record.changedBy = record.changedAt = {};
            NucleusMeasurements& m = record.measurements;
            m.areaUm2 = i == kLarge ? 400 : 40 + 4 * std::sin(i);
            m.circularity = 0.85 + 0.02 * std::sin(i * 2);
            m.solidity = 0.95 + 0.01 * std::sin(i * 3);
            m.insideMean = 0.65 + 0.03 * std::sin(i * 4);
            m.boundaryConfidence = i == kUnclear ? 0.2 : 0.7 + 0.03 * std::sin(i * 5);
            edit.putNuclei.push_back(record);
        }
        session().apply(
            edit, bench.window.get(), [this](const Result<EditOutcome>& outcome) { rows = outcome->putRows; });
        QTRY_COMPARE(rows.size(), static_cast<std::size_t>(nuclei));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        if (!bench.window->isActiveWindow()) { // after a dialog
            bench.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        }
        QTest::keyClick(&bench.window->canvas(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] ReviewController& review() { return panel->review(); }
    [[nodiscard]] NucleusRow at() { return review().stop() ? review().stop()->row : 0; }
    [[nodiscard]] NucleusRecord record(std::uint64_t number)
    {
        const auto reader = session().readerFactory()();
        const auto row = (*reader)->rowOf(uuidOf(number));
        if (!*row)
            return {};
        return **(*reader)->nucleus(**row);
    }
    template <class Widget> [[nodiscard]] Widget* part() { return panel->findChild<Widget*>(); }
    /// A button of the panel by what a screen reader calls it.
    [[nodiscard]] QPushButton* button(QWidget* in, const QString& text)
    {
        for (QPushButton* button : in->findChildren<QPushButton*>())
            if (button->text().remove(QLatin1Char('&')) == text || button->accessibleName() == text)
                return button;
        return nullptr;
    }
    void region(std::uint64_t number, const char* name, double x, double y, double width, double height)
    {
        RegionRecord record;
        record.id = uuidOf(number);
        record.name = name;
        record.shape = {Polygon{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}}};
        Edit edit;
        edit.label = "Region";
        edit.putRegions = {record};
        session().apply(edit);
    }

    static constexpr int kUnclear = 17, kLarge = 4;
    QTemporaryDir folder;
    WindowBench bench;
    CorrectPanel* panel = nullptr;
    std::vector<NucleusRow> rows;
    int nuclei;
};

} // namespace

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

    void theMostDoubtfulIsShownInTheMiddleWithTheReason()
    {
        CorrectBench b(900);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        QVERIFY(b.bench.window->selection().single() == b.at());
        QVERIFY(b.part<ReviewPanel>()->findChild<QLabel*>()->text().startsWith(QStringLiteral("Boundary unclear")));
        const QPointF centre = b.bench.window->canvas().view().centre;
        QVERIFY(QLineF(centre, QPointF(40 + 60 * 7, 40 + 60)).length() < 3);
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kLarge]);
        QVERIFY(b.part<ReviewPanel>()->findChild<QLabel*>()->text().startsWith(QStringLiteral("Unusually large")));
        b.press(Qt::Key_Q, Qt::ShiftModifier);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        QVERIFY(!b.panel->actions().previous->isEnabled());
    }

    void acceptKeepsTheModelsOutlineAndWhoAndGoesOn()
    {
        CorrectBench b(910);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        b.press(Qt::Key_Y);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kLarge]);
        QTRY_COMPARE(b.record(CorrectBench::kUnclear + 1).origin, NucleusOrigin::Accepted);
        const NucleusRecord record = b.record(CorrectBench::kUnclear + 1);
        QVERIFY(record.modelShape == record.shape);
        QCOMPARE(record.changedBy, b.session().author().toStdString());
        QVERIFY(!record.changedAt.empty());
        QCOMPARE(record.modelHash, std::string(64, 'b'));
        QTRY_COMPARE(b.panel->figures().figures().slide.accepted, std::int64_t{1});
        // Back shows it as accepted; one undo makes it the model's again.
        b.press(Qt::Key_Q, Qt::ShiftModifier);
        QTRY_VERIFY(b.part<ReviewPanel>()->findChild<QLabel*>()->text().startsWith(QStringLiteral("You said")));
        b.session().undo();
        QTRY_COMPARE(b.record(CorrectBench::kUnclear + 1).origin, NucleusOrigin::Model);
        QTRY_VERIFY(b.part<ReviewPanel>()->findChild<QLabel*>()->text().startsWith(QStringLiteral("Boundary")));
    }

    void rejectDeletesAndUndoBringsItBack()
    {
        CorrectBench b(920);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        b.press(Qt::Key_X);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kLarge]);
        QTRY_COMPARE(b.panel->figures().figures().slide.removed, std::int64_t{1});
        QCOMPARE(b.panel->figures().figures().slide.nuclei, std::int64_t{29});
        b.session().undo();
        QTRY_COMPARE(b.panel->figures().figures().slide.removed, std::int64_t{0});
    }

    void aKeyPressedTwiceDecidesOnce()
    {
        CorrectBench b(925);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        for (int i = 0; i < 5; ++i)
            b.press(Qt::Key_Y); // quicker than the case answers
        QTRY_VERIFY(b.review().state() == ReviewController::State::AtNucleus);
        const auto decided = b.session().history().size();
        QTRY_COMPARE(
            static_cast<std::size_t>(b.panel->figures().figures().slide.accepted), b.session().history().size() - 1);
        QVERIFY(decided <= 6);
        QTRY_VERIFY(b.at() != b.rows[CorrectBench::kUnclear]);
    }

    void fixTakesTheBrushAndTheWalkGoesOnWithIt()
    {
        CorrectBench b(935);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        b.press(Qt::Key_E);
        QVERIFY(b.bench.window->editing().actions().tools.at(ToolId::Brush)->isChecked());
        QVERIFY(b.bench.window->selection().single() == b.rows[CorrectBench::kUnclear]);
        // One stroke from inside over the nucleus's edge: it is corrected, and the walk knows.
        auto& overlay = b.bench.window->editing().overlay();
        const auto at = [&](double right) {
            return b.bench.window->canvas().view().toScreen(QPointF(40 + 60 * 7 + right, 40 + 60)).toPoint();
        };
        QTest::mousePress(&overlay, Qt::LeftButton, {}, at(6));
        for (int step = 1; step <= 10; ++step)
            QTest::mouseMove(&overlay, at(6 + 0.8 * step));
        QTest::mouseRelease(&overlay, Qt::LeftButton, {}, at(14));
        QTRY_COMPARE(b.record(CorrectBench::kUnclear + 1).origin, NucleusOrigin::Corrected);
        QTRY_COMPARE(b.part<ReviewPanel>()->findChild<QLabel*>()->text(), QStringLiteral("Corrected."));
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kLarge]);
        QTRY_COMPARE(b.panel->figures().figures().slide.corrected, std::int64_t{1});
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

    void theWalkEndsWhenAllWereSeen()
    {
        CorrectBench b(930, 12);
        QTRY_VERIFY(b.ready());
        b.fill();
        std::set<NucleusRow> seen;
        for (int i = 0; i < 12; ++i) {
            b.press(Qt::Key_Q);
            QTRY_VERIFY(b.review().state() == ReviewController::State::AtNucleus && !seen.contains(b.at()));
            seen.insert(b.at());
            if (i % 2 == 0) {
                const auto left = b.session().history().size();
                Edit edit; // someone corrects it meanwhile
                edit.label = "Accept";
                edit.changeNuclei = {{{b.at()}, {}, NucleusOrigin::Corrected}};
                b.session().apply(edit);
                QTRY_COMPARE(b.session().history().size(), left + 1);
            }
        }
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.review().state(), ReviewController::State::NothingLeft);
        b.press(Qt::Key_Q); // again, those that were passed over
        QTRY_COMPARE(b.review().state(), ReviewController::State::AtNucleus);
        QVERIFY(b.record(static_cast<std::uint64_t>(b.review().stop()->record.id[15])).origin == NucleusOrigin::Model);
    }

    void keysActOnWhatIsChosenInsteadOfTheNucleusShown()
    {
        CorrectBench b(940);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        b.bench.window->selection().set({b.rows[1], b.rows[2], b.rows[3]});
        b.press(Qt::Key_Y);
        QTRY_COMPARE(b.panel->figures().figures().slide.accepted, std::int64_t{3});
        QCOMPARE(b.record(CorrectBench::kUnclear + 1).origin, NucleusOrigin::Model);
        QCOMPARE(b.bench.window->selection().size(), std::size_t{3}); // as their new versions
        QCOMPARE(b.session().history().size(), std::size_t{2});
        b.press(Qt::Key_X);
        QTRY_COMPARE(b.panel->figures().figures().slide.nuclei, std::int64_t{27});
        QCOMPARE(b.session().history().size(), std::size_t{3});
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

    void theWalkKeepsToARegion()
    {
        CorrectBench b(990);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.region(101, "Left", 0, 0, 70, 900);
        auto* place = b.part<ReviewPanel>()->findChild<QComboBox*>();
        QTRY_COMPARE(place->count(), 2);
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Down);
        QVERIFY(b.review().region() == uuidOf(101));
        std::set<NucleusRow> seen;
        for (int i = 0; i < 3; ++i) {
            b.press(Qt::Key_Q);
            QTRY_VERIFY(b.review().state() == ReviewController::State::AtNucleus && !seen.contains(b.at()));
            seen.insert(b.at());
        }
        QVERIFY(seen == (std::set<NucleusRow>{b.rows[0], b.rows[10], b.rows[20]}));
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.review().state(), ReviewController::State::NothingLeft);
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

    void thumbnailsShowWhatComes()
    {
        CorrectBench b(1040);
        QTRY_VERIFY(b.ready());
        b.fill();
        b.bench.window->resize(1280, 1000);
        b.press(Qt::Key_Q);
        QTRY_COMPARE(b.at(), b.rows[CorrectBench::kUnclear]);
        auto* strip = b.part<ThumbnailStrip>();
        QTRY_VERIFY(strip->isVisibleTo(b.panel));
        QTRY_VERIFY(!strip->findChildren<QLabel*>().at(1)->pixmap().isNull());
        if (const QByteArray folder = qgetenv("NB_SCREENSHOTS"); !folder.isEmpty()) {
            b.region(101, "Hot spot", 0, 0, 200, 200);
            b.press(Qt::Key_Y);
            b.press(Qt::Key_X);
            QTRY_COMPARE(b.panel->figures().figures().slide.removed, std::int64_t{1});
            auto* list = b.part<RegionsPanel>()->findChild<QTreeWidget*>();
            list->setCurrentItem(list->topLevelItem(0));
            QTRY_VERIFY(b.bench.window->canvas().settled());
            QCoreApplication::processEvents(); // what was asked for is laid out
            QCoreApplication::processEvents();
            b.bench.window->grab().save(QString::fromLocal8Bit(folder) + QStringLiteral("/window.png"));
            b.panel->grab().save(QString::fromLocal8Bit(folder) + QStringLiteral("/panel.png"));
            applyTheme(Theme::Dark);
            b.panel->grab().save(QString::fromLocal8Bit(folder) + QStringLiteral("/dark.png"));
            applyTheme(Theme::Light);
        }
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestCorrectPanel>(argc, argv);
}

#include "tst_correctpanel.moc"
