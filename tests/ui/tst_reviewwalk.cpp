// SPDX-License-Identifier: GPL-3.0-or-later
// "Next to check", in the window, with a real case and real keys.
#include "tests/support/correctbench.h"
#include "ui/correct/casefigures.h"
#include "ui/correct/regionspanel.h"
#include "ui/correct/thumbnailstrip.h"
#include "ui/editing/editactions.h"
#include "ui/editing/editingcontroller.h"
#include "ui/editing/regionediting.h"
#include "ui/nucleusselection.h"
#include "widgets/tooloverlay.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace nb;
using namespace nb::test;

class TestReviewWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    return runWindowTest<TestReviewWalk>(argc, argv);
}
#include "tst_reviewwalk.moc"
