// SPDX-License-Identifier: GPL-3.0-or-later
// Teaching in the whole window with the real trainer: from a checked region to nuclei of the new model, and back.
#include "app/window/composition.h"
#include "engine/document/nucleusmodels.h"
#include "tests/support/teachingcase.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/foundby.h"
#include "ui/modelspanel.h"
#include "ui/nucleusselection.h"
#include "ui/statusline.h"
#include "ui/tables/evaluationpanel.h"
#include "ui/tables/tablesdock.h"
#include "ui/teachcontroller.h"
#include "ui/teachpanel.h"
#include "ui/teachprogress.h"
#include "ui/teachstatus.h"
#include "ui/teachswipe.h"
#include "ui/teachverdict.h"
#include "ui/windowteach.h"
#include "widgets/swipeview.h"
#include "widgets/trainingplot.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace nb;
using test::TeachingCase;

namespace
{

constexpr int kSide = 512;
constexpr int kLong = 120000; // ms: a condition is waited for, this is only when a test gives up
using State = TeachController::State;

/// The program, with a case of dotted tissue: a region to learn from, one to judge by, and the rest, which is free.
struct Program {
    QTemporaryDir folder;
    TeachingCase material{folder.path().toStdString(), kSide};
    Composition composition;
    std::unique_ptr<MainWindow> window;

    Program()
    {
        material.addRegion("learn", TeachingCase::box(0, 0, kSide, 128), RegionRole::Training);
        material.addRegion("judge", TeachingCase::box(0, 128, kSide, 256), RegionRole::Validation);
        // What is drawn by hand stays where a model looks for nuclei; the part for that is left empty.
        const auto reader = CaseReader::open(material.casePath);
        Edit edit;
        edit.label = "Nothing here";
        edit.removeNuclei = (*reader)->within(TeachingCase::box(0, 256, kSide, kSide)).value();
        material.apply(edit);
        material.document.reset();
        window = std::make_unique<MainWindow>(composition.services());
        window->canvas().setReducedMotion(true);
        window->resize(1200, 800);
        window->show();
    }
    [[nodiscard]] TeachController& teach() const { return window->teach().controller(); }
    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return window->teach().panel().findChild<QPushButton*>(QString::fromLatin1(name));
    }
    /// The tab in front, and a training of a few steps with a rate at which the model stays good.
    void prepare() const
    {
        auto* tabs = window->findChild<QTabWidget*>();
        tabs->setCurrentIndex(tabs->count() - 1);
        TrainingSettings& s = teach().settings;
        s.timeLimitMinutes.reset();
        s.epochs = 10000;
        s.patchesPerEpoch = 4;
        s.patch = 64;
        s.batch = 2;
        s.learningRate = 1e-5;
        teach().normalize = StainChoice::None;
    }
    [[nodiscard]] bool idle() const
    {
        const CaseSession* session = window->caseSession();
        return window->segmentation().activity() == SegmentationController::Activity::Idle && session
            && session->nuclei()->complete();
    }
    /// Nuclei of a model, as the case says.
    [[nodiscard]] std::int64_t foundBy(const std::string& hash) const
    {
        const auto reader = window->caseSession()->readerFactory()();
        const auto rows = nucleiOfModel(**reader, hash, {});
        return rows ? static_cast<std::int64_t>(rows->size()) : -1;
    }
};

} // namespace

class TestWindowTeach : public QObject
{
    Q_OBJECT

private:
    static void open(Program& program)
    {
        program.window->openFile(QString::fromStdString(program.material.casePath));
        QTRY_VERIFY_WITH_TIMEOUT(program.window->segmentation().recipe() && program.window->caseSession(), kLong);
        program.prepare();
        QTRY_VERIFY_WITH_TIMEOUT(program.button("primary")->isEnabled(), kLong);
    }
    /// "Segment what I see" where nothing is checked.
    static void segmentBelow(Program& program)
    {
        program.window->canvas().fitTo(QRectF(0, 272, kSide, kSide - 272));
        program.window->actions().segmentView->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.idle(), kLong);
    }

    /// The model before, evaluated on the slide, gets the figures that the verdict gives it.
    static void evaluationAgreesWithTheVerdict(Program& program)
    {
        program.button("modelEvaluate")->click();
        EvaluationPanel& evaluation = program.window->findChild<TablesDock*>()->evaluation();
        QVERIFY(evaluation.isVisible());
        QCOMPARE(evaluation.judged().modelHash().toStdString(), program.window->teach().shelf().inUse());
        evaluation.findChild<QPushButton*>(QStringLiteral("primary"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(evaluation.areas().size(), std::size_t{2}, kLong);
        const auto judge = std::find_if(evaluation.areas().begin(), evaluation.areas().end(),
            [](const AreaEvaluation& area) { return area.name == "judge"; });
        const EvaluationCounts& verdict = program.teach().result()->before->pooled;
        QCOMPARE(judge->counts.truth, verdict.truth);
        QCOMPARE(judge->counts.prediction, verdict.prediction);
        QCOMPARE(judge->counts.matched, verdict.matched);
        QCOMPARE(judge->counts.commonPixels, verdict.commonPixels);
        QCOMPARE(ratesOf(judge->counts).aji, ratesOf(verdict).aji);
        if (!qEnvironmentVariableIsSet("NB_PICTURES"))
            return;
        program.window->resize(1600, 1000);
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            applyTheme(theme);
            QTest::qWait(500); // the plots are drawn a moment later
            program.window->grab().save(QStringLiteral("%1/teach-and-evaluation-%2.png")
                                            .arg(qEnvironmentVariable("NB_PICTURES"))
                                            .arg(theme == Theme::Dark ? "dark" : "light"));
        }
        program.window->resize(1200, 800);
    }

private Q_SLOTS:
    void fromACheckedRegionToNucleiOfTheNewModelAndBack()
    {
        Program program;
        open(program);
        MainWindow& window = *program.window;
        TeachProgress& progress = window.teach().panel().progress();
        const std::string before = window.segmentation().network()->info().hash;

        // Teach: the curves move, it pauses and goes on, and it is stopped.
        QTest::mouseClick(program.button("primary"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!program.button("teachPause")->visibleRegion().isEmpty(), kLong); // scrolled to
        QTRY_VERIFY_WITH_TIMEOUT(progress.losses().points(0) >= 2 && progress.scores().points(0) >= 3, kLong);
        auto* tabs = window.findChild<QTabWidget*>();
        auto* status = window.findChild<TeachStatus*>();
        tabs->setCurrentIndex(0);
        QTRY_VERIFY_WITH_TIMEOUT(status->isVisible() && status->text().startsWith(QStringLiteral("Teaching")), kLong);
        status->findChild<QToolButton*>(QStringLiteral("workLink"))->click();
        QCOMPARE(tabs->currentIndex(), tabs->count() - 1);
        QTest::mouseClick(program.button("teachPause"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(program.teach().state(), State::Paused, kLong);
        QTest::mouseClick(program.button("teachPause"), Qt::LeftButton);
        const auto step = program.teach().lastStep()->step;
        QTRY_VERIFY_WITH_TIMEOUT(program.teach().lastStep()->step > step + 1, kLong);
        QTest::mouseClick(program.button("teachFinish"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(program.teach().state(), State::Decision, kLong);
        QTRY_VERIFY(
            !window.teach().panel().findChild<QLabel*>(QStringLiteral("teachAdvice"))->visibleRegion().isEmpty());

        // Compare: by numbers, and on the slide.
        auto* scores = window.teach().panel().findChild<QTableWidget*>(QStringLiteral("teachScores"));
        QVERIFY(scores->isVisible() && scores->rowCount() == 8);
        QVERIFY(window.scene().setting(LayerId::Outlines).visible);
        program.button("teachSwipe")->click();
        SwipeView& swipe = window.teach().swipe().view();
        QVERIFY(swipe.active() && swipe.handle().isVisible());
        QVERIFY(!window.scene().setting(LayerId::Outlines).visible);
        QVERIFY(window.canvas().view().visibleSlide().contains(QRectF(8, 136, kSide - 16, 112)));
        auto* slider = window.teach().panel().findChild<QSlider*>(QStringLiteral("teachDivider"));
        QTest::keyClick(slider, Qt::Key_Right);
        QVERIFY(swipe.divider() > 0.5);
        QTest::keyClick(&swipe.handle(), Qt::Key_Home);
        QCOMPARE(slider->value(), 0);
        program.button("teachSwipe")->click();
        QVERIFY(!swipe.active());
        QVERIFY(window.scene().setting(LayerId::Outlines).visible);
        QCOMPARE(
            window.segmentation().network()->info().hash, before); // nobody has said that the new one is to be used

        evaluationAgreesWithTheVerdict(program);

        // Accept: what is found next is the new model's.
        QTest::mouseClick(program.button("teachUse"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.segmentation().network()->info().hash != before, kLong);
        const std::string taught = window.segmentation().network()->info().hash;
        window.teach().shelf().describe(taught, QStringLiteral("My own words"), {});
        const auto labels = window.findChild<StatusLine*>()->findChildren<QLabel*>();
        QTRY_VERIFY_WITH_TIMEOUT(std::any_of(labels.begin(), labels.end(),
                                     [](const QLabel* label) { return label->text().contains("My own words"); }),
            kLong);
        QTRY_VERIFY_WITH_TIMEOUT(window.segmentation().recipe(), kLong);
        segmentBelow(program);
        QTRY_VERIFY_WITH_TIMEOUT(program.foundBy(taught) > 10, kLong);
        QCOMPARE(program.foundBy(before), std::int64_t{0});

        // Which model found these nuclei: the list says it, and chooses them.
        auto* list = window.teach().panel().findChild<QTreeWidget*>(QStringLiteral("foundBy"));
        const QString name = QString::fromStdString(window.teach().shelf().find(taught)->name);
        QTRY_VERIFY_WITH_TIMEOUT(!list->findItems(name, Qt::MatchExactly).isEmpty(), kLong);
        list->setCurrentItem(list->findItems(name, Qt::MatchExactly).front());
        program.button("foundBySelect")->click();
        QTRY_COMPARE_WITH_TIMEOUT(static_cast<std::int64_t>(window.selection().size()), program.foundBy(taught), kLong);

        // Roll back: the old model finds what is found next.
        QTRY_VERIFY(program.button("modelBack")->isEnabled());
        program.button("modelBack")->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.segmentation().network()->info().hash, before, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(window.segmentation().recipe(), kLong);
        segmentBelow(program);
        QTRY_VERIFY_WITH_TIMEOUT(program.foundBy(before) > 10, kLong);
        QCOMPARE(program.foundBy(taught), std::int64_t{0});
    }
    void closingWhileItLearnsAsksNothingAndItIsOfferedAgain()
    {
        {
            Program program;
            open(program);
            QTest::mouseClick(program.button("primary"), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(
                program.window->teach().panel().progress().scores().points(0) >= 2, kLong); // a round was kept
            bool asked = false;
            program.window->mayLose = [&asked](const QString&) { return asked = true; };
            QVERIFY(program.window->close());
            QVERIFY(!asked);
        }
        Program later;
        open(later);
        QTRY_COMPARE_WITH_TIMEOUT(later.teach().interrupted().size(), std::size_t{1}, kLong);
        QTRY_VERIFY(later.button("teachThrowAway")->isVisible());
        int asked = 0;
        later.window->mayLose = [&asked](const QString&) { return ++asked > 1; };
        later.button("teachThrowAway")->click();
        QCOMPARE(later.teach().interrupted().size(), std::size_t{1}); // the person did not agree
        later.button("teachThrowAway")->click();
        QVERIFY(later.teach().interrupted().empty());
    }
};

int main(int argc, char** argv)
{
    return test::runWindowTest<TestWindowTeach>(argc, argv);
}

#include "tst_windowteach.moc"
