// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/teachbench.h"
#include "tests/support/windowtest.h"
#include "ui/samplesheet.h"
#include "ui/teachstatus.h"

#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace nb;
using test::TeachBench;
using test::TeachingCase;

namespace
{

/// For people who want to see it, in both themes: NB_PICTURES names a folder.
void picture(QWidget& panel, const QString& name)
{
    if (!qEnvironmentVariableIsSet("NB_PICTURES"))
        return;
    panel.resize(320, panel.heightForWidth(320));
    for (const Theme theme : {Theme::Dark, Theme::Light}) {
        applyTheme(theme);
        QTest::qWait(300); // the plots are drawn a moment later
        panel.grab().save(QStringLiteral("%1/%2%3.png")
                              .arg(qEnvironmentVariable("NB_PICTURES"), name,
                                  theme == Theme::Dark ? QStringLiteral("-dark") : QString()));
    }
}

/// Not all of one colour.
bool hasInk(const QImage& picture, const QRect& part)
{
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            if (picture.pixel(x, y) != picture.pixel(part.topLeft()))
                return true;
    return false;
}

constexpr int kLong = 60000; // ms: a condition is waited for, this is only when a test gives up
using State = TeachController::State;

} // namespace

class TestTeachPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutACheckedRegionItSaysWhatToDo()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("free", TeachingCase::box(0, 0, 100, 100), RegionRole::Training, false);
        bench.openCase();
        QTRY_VERIFY_WITH_TIMEOUT(bench.shelf->find(bench.parent.info.hash), kLong);
        QTRY_VERIFY(bench.text("summary").contains(QStringLiteral("checked")));
        QVERIFY(!bench.start()->isEnabled());
    }
    void learnsShowsProvesAndIsTakenBack()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("learn", TeachingCase::box(0, 0, 256, 160), RegionRole::Training);
        bench.material.addRegion("judge", TeachingCase::box(0, 160, 256, 256), RegionRole::Validation);
        bench.openCase();
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        QTRY_VERIFY(bench.text("summary").contains(QStringLiteral("40")));

        bench.start()->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Decision, kLong);
        QVERIFY2(bench.message.isEmpty(), qPrintable(bench.message));
        TeachProgress& progress = bench.panel->progress();
        QVERIFY(progress.losses().points(0) >= 1);
        QCOMPARE(progress.scores().points(0), 3); // the model before, and a point after each round
        QCOMPARE(progress.losses().points(1), 3);
        QVERIFY(!bench.panel->findChild<QLabel*>(QStringLiteral("teachMap"))->pixmap().isNull());
        QCOMPARE(bench.panel->findChild<QTableWidget*>(QStringLiteral("teachScores"))->rowCount(), 8);
        QVERIFY(!bench.text("teachAdvice").isEmpty());
        QVERIFY(bench.teach->result()->ofTheCase > 0);
        picture(*bench.panel, QStringLiteral("teach-decision"));

        QSignalSpy chosen(bench.shelf.get(), &ModelShelf::chosen);
        bench.button("teachUse")->click();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, kLong);
        QVERIFY(bench.shelf->inUse() != bench.parent.info.hash);
        const StoredModel* taught = bench.shelf->find(bench.shelf->inUse());
        QVERIFY(taught);
        QCOMPARE(taught->info.parent, bench.parent.info.hash);
        const QTreeWidgetItem* shown = bench.panel->findChild<QTreeWidget*>(QStringLiteral("models"))->currentItem();
        QVERIFY(shown);
        QCOMPARE(shown->data(0, Qt::UserRole).toString().toStdString(), taught->info.hash);
        QVERIFY(!taught->info.training.empty());
        QVERIFY(QString::fromStdString(ModelShelf::chosenPath())
                    .endsWith(QString::fromStdString(taught->info.hash + ".safetensors")));

        QTRY_VERIFY(bench.button("modelBack")->isEnabled());
        bench.button("modelBack")->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.shelf->inUse(), bench.parent.info.hash, kLong);
        auto* tree = bench.panel->findChild<QTreeWidget*>(QStringLiteral("models"));
        QTRY_COMPARE(tree->topLevelItemCount() >= 1, true);
        const auto items = tree->findItems(QStringLiteral("random"), Qt::MatchContains | Qt::MatchRecursive);
        QVERIFY(items.size() >= 2); // the parent and its child
    }
    void aTaughtModelIsNotThrownAwayUnasked()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("only", TeachingCase::box(0, 0, 256, 256), RegionRole::Training);
        bench.openCase();
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        bench.start()->setFocus();
        bench.start()->click();
        QVERIFY(bench.button("teachPause")->isEnabled()); // the focus has somewhere to go
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Decision, kLong);
        int asked = 0;
        bool yes = false;
        bench.teach->mayLose = [&](const QString& question) {
            ++asked;
            return yes && !question.isEmpty();
        };
        QVERIFY(!bench.start()->isEnabled());
        bench.teach->start(); // by any other way, too
        QCOMPARE(bench.teach->state(), State::Decision);
        bench.button("teachKeep")->click();
        QCOMPARE(asked, 1);
        QCOMPARE(bench.teach->state(), State::Decision);
        QVERIFY(bench.teach->result());
        QCOMPARE(TeachBench::keptTrainings().size(), 1);
        yes = true;
        bench.button("teachKeep")->click();
        QCOMPARE(asked, 2);
        QCOMPARE(bench.teach->state(), State::Idle);
        QTRY_VERIFY(bench.start()->isEnabled());

        bench.teach->settings.epochs = 10000; // and a training that runs
        bench.start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.teach->lastStep().has_value(), kLong);
        yes = false;
        bench.panel->findChild<QPushButton*>(QStringLiteral("teachDiscard"))->click();
        QCOMPARE(asked, 3);
        QVERIFY(bench.teach->busy());
    }
    void pausesGoesOnAndStopsWithTheBest()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("only", TeachingCase::box(0, 0, 256, 256), RegionRole::Training);
        bench.openCase();
        bench.teach->settings.epochs = 10000;
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        QVERIFY(bench.teach->material().holdsOutAQuarter());
        bench.start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.teach->lastStep().has_value(), kLong);
        bench.button("teachPause")->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Paused, kLong);
        QVERIFY(bench.text("teachState").contains(QStringLiteral("Paused")));
        picture(*bench.panel, QStringLiteral("teach-paused"));
        bench.button("teachPause")->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Training, kLong);
        const auto step = bench.teach->lastStep()->step;
        QTRY_VERIFY_WITH_TIMEOUT(bench.teach->lastStep()->step > step, kLong);
        bench.button("teachFinish")->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Decision, kLong);
        QVERIFY(bench.teach->result()->outcome->after);
        QVERIFY(bench.teach->result()->outcome->end == TrainingEnd::Finished);
        bench.button("teachKeep")->click();
        QCOMPARE(bench.teach->state(), State::Idle);
        QCOMPARE(bench.shelf->inUse(), bench.parent.info.hash);
        QCOMPARE(bench.shelf->models().size(), std::size_t{2}); // that of the program and the parent
    }
    void goesOnWhenTheSlideIsClosed()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("learn", TeachingCase::box(0, 0, 256, 160), RegionRole::Training);
        bench.material.addRegion("judge", TeachingCase::box(0, 160, 256, 256), RegionRole::Validation);
        bench.openCase();
        bench.teach->settings.epochs = 10000;
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        bench.start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.teach->lastStep().has_value(), kLong);
        bench.session.reset();
        bench.slide.reset();
        const auto step = bench.teach->lastStep()->step;
        QTRY_VERIFY_WITH_TIMEOUT(bench.teach->lastStep()->step > step, kLong);
        bench.teach->finish();
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Decision, kLong);
        QVERIFY2(bench.message.isEmpty(), qPrintable(bench.message));
    }
    void oneNucleusWarnsAndAllBackgroundSaysSo()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        const Uuid region = bench.material.addRegion("one", TeachingCase::box(0, 0, 31, 31), RegionRole::Training);
        bench.openCase();
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        bench.start()->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Decision, kLong);
        QVERIFY(bench.text("teachAdvice").contains(QStringLiteral("nucle")));
        bench.teach->discard();
        Edit edit;
        edit.label = "All background";
        RegionRecord moved = bench.session->regions().front();
        QCOMPARE(moved.id, region);
        moved.shape = TeachingCase::box(0, 26, 5, 38); // between nuclei
        edit.putRegions.push_back(moved);
        bench.session->apply(edit);
        QTRY_VERIFY_WITH_TIMEOUT(
            !bench.teach->material().regions().empty() && bench.teach->material().regions().front().record.nuclei == 0,
            kLong);
        bench.start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.message.isEmpty(), kLong);
        QVERIFY2(bench.message.contains(QStringLiteral("no nucleus")), qPrintable(bench.message));
        QCOMPARE(bench.teach->state(), State::Idle);
    }
    void aFolderWithWrongLabelsIsNamed()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("pairs")));
        const std::string stem = folder.filePath(QStringLiteral("pairs/a")).toStdString();
        cv::imwrite(stem + ".png", cv::Mat(40, 40, CV_8UC3, cv::Scalar(200, 120, 200)));
        cv::imwrite(stem + ".labels.png", cv::Mat(30, 30, CV_16U, cv::Scalar(3)));
        bench.teach->material().addOther(folder.filePath(QStringLiteral("pairs")));
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        bench.start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.message.isEmpty(), kLong);
        QVERIFY2(bench.message.contains(QStringLiteral("size")), qPrintable(bench.message));
        QVERIFY(bench.message.contains(QStringLiteral("a.labels.png")));
    }
    void aModelThatIsGoneOrBrokenHarmsNothing()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("learn", TeachingCase::box(0, 0, 256, 256), RegionRole::Training);
        bench.openCase();
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        QVERIFY(QFile::remove(QString::fromStdString(bench.parent.path)));
        bench.start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.message.isEmpty(), kLong);
        QCOMPARE(bench.teach->state(), State::Idle);
        bench.message.clear();
        test::writeBytes(folder.filePath(QStringLiteral("bad.safetensors")).toStdString(), "no model");
        bench.shelf->import(folder.filePath(QStringLiteral("bad.safetensors")));
        QTRY_VERIFY_WITH_TIMEOUT(bench.message.contains(QStringLiteral("bad.safetensors")), kLong);
    }
    void aModelThatIsDeletedWhileItLearnsHarmsNothing()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("only", TeachingCase::box(0, 0, 256, 256), RegionRole::Training);
        bench.openCase();
        bench.teach->settings.epochs = 10000;
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        bench.start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.teach->lastStep().has_value(), kLong);
        QVERIFY(QFile::remove(QString::fromStdString(bench.parent.path)));
        bench.teach->finish();
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Decision, kLong);
        QSignalSpy chosen(bench.shelf.get(), &ModelShelf::chosen);
        bench.teach->accept();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, kLong);
        QVERIFY2(bench.message.isEmpty(), qPrintable(bench.message));
        QCOMPARE(bench.shelf->find(bench.shelf->inUse())->info.parent, bench.parent.info.hash); // the descent is kept
    }
    void samplesAreShownWithTargetAndPrediction()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("learn", TeachingCase::box(0, 0, 256, 256), RegionRole::Training);
        bench.openCase();
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        int shown = 0;
        QObject::connect(bench.teach.get(), &TeachController::previewReady, this,
            [&shown](const std::vector<PreviewSample>& samples) { shown = static_cast<int>(samples.size()); });
        bench.teach->preview();
        QTRY_VERIFY_WITH_TIMEOUT(shown > 0, kLong);
        bench.panel->findChild<QToolButton*>(QStringLiteral("teachAdvanced"))->click();
        auto& sheet = *bench.panel->findChild<SampleSheet*>();
        QTRY_VERIFY(sheet.isVisible());
        QCOMPARE(sheet.headings().size(), 3);
        QVERIFY(sheet.place(0, 0).width() >= 96);
        QVERIFY(sheet.rect().contains(sheet.place(shown - 1, 2)));
        const QImage drawn = sheet.grab().toImage();
        QVERIFY(hasInk(drawn, {0, 0, sheet.width(), sheet.place(0, 0).top()})); // a heading
        QVERIFY(hasInk(drawn, sheet.place(shown - 1, 2)));
        const int narrow = sheet.place(0, 0).width();
        picture(*bench.panel, QStringLiteral("teach-advanced"));
        bench.panel->resize(500, bench.panel->height());
        QTRY_VERIFY(sheet.place(0, 0).width() > narrow); // who wants more makes the panel wider
    }
    void theStatusLineTellsOfATraining()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("only", TeachingCase::box(0, 0, 256, 256), RegionRole::Training);
        bench.openCase();
        QWidget window; // has room for the text
        window.resize(1000, 60);
        window.show();
        TeachStatus status(*bench.teach, &window);
        QSignalSpy visited(&status, &WorkStatus::visited);
        bench.teach->settings.epochs = 10000;
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        QVERIFY(!status.isVisible());
        bench.start()->click();
        QTRY_VERIFY(status.isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(status.text().contains(QStringLiteral(" %")), kLong);
        auto* link = status.findChild<QToolButton*>(QStringLiteral("workLink"));
        QVERIFY(link->isVisible() && link->focusPolicy() != Qt::NoFocus);
        QCOMPARE(link->text(), status.text());
        link->click();
        QCOMPARE(visited.size(), 1);
        bench.teach->pause(true);
        QTRY_VERIFY_WITH_TIMEOUT(status.text().contains(QStringLiteral("paused")), kLong);
        auto* stop = status.findChild<QToolButton*>(QStringLiteral("stopTeaching"));
        QVERIFY(stop && stop->isVisible());
        QVERIFY(!stop->accessibleName().isEmpty());
        bool pressable = false; // while the models are compared there is nothing left to stop
        connect(bench.teach.get(), &TeachController::stateChanged, &status,
            [&] { pressable = pressable || (bench.teach->state() == State::Comparing && stop->isVisible()); });
        stop->click(); // keeps the best so far, out of a pause, too
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Decision, kLong);
        QVERIFY(bench.teach->result());
        QVERIFY(!pressable);
        QVERIFY(!status.isVisible());
    }
    void aTaughtModelSaysWhenAndHowItLearnt()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("learn", TeachingCase::box(0, 0, 256, 160), RegionRole::Training);
        bench.material.addRegion("judge", TeachingCase::box(0, 160, 256, 256), RegionRole::Validation);
        bench.openCase();
        bench.teach->settings.seed = 7;
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        bench.start()->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Decision, kLong);
        QSignalSpy chosen(bench.shelf.get(), &ModelShelf::chosen);
        bench.teach->accept();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, kLong);
        const QString about = bench.text("modelAbout");
        for (const QString& wanted :
            {QStringLiteral("seed 7"), QStringLiteral(" min: 4 step"), QStringLiteral("The model before there: F1"),
                QLocale().toString(QDate::currentDate(), QLocale::ShortFormat)})
            QVERIFY2(about.contains(wanted), qPrintable(wanted + QStringLiteral(" in: ") + about));
    }
};

int main(int argc, char** argv)
{
    return test::runWindowTest<TestTeachPanel>(argc, argv);
}

#include "tst_teachpanel.moc"
