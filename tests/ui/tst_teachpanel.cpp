// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/network.h"
#include "tests/support/modelfiles.h"
#include "tests/support/teachingcase.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/modelspanel.h"
#include "ui/teachpanel.h"
#include "ui/teachprogress.h"
#include "widgets/trainingplot.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace nb;
using test::TeachingCase;

namespace
{

/// The panel with a real, tiny network in the model folder, and a case that a test fills.
struct TeachBench {
    explicit TeachBench(const QTemporaryDir& folder, int side = 256)
        : material(folder.path().toStdString(), side)
        , services{jobs, scheduler, []() -> Result<std::shared_ptr<const Network>> { return Error{}; }}
    {
        services.makeNetwork = [](const ModelFile& model) {
            return makeNetwork(model, {PrecisionChoice::Fp32, DeviceChoice::Cpu});
        };
        services.train = trainModel;
        QDir(ModelShelf::folder()).removeRecursively();
        ModelStore store(ModelShelf::folder().toStdString(), "");
        parent = *store.add(test::randomModel(4));
        shelf = std::make_unique<ModelShelf>(services);
        teach = std::make_unique<TeachController>(services, *shelf);
        panel = std::make_unique<TeachPanel>(*teach, *shelf);
        QObject::connect(shelf.get(), &ModelShelf::failed, teach.get(),
            [this](const QString& headline, const Error& error) { told(headline, error); });
        QObject::connect(teach.get(), &TeachController::failed, teach.get(),
            [this](const QString& headline, const Error& error) { told(headline, error); });
        shelf->setInUse(parent.info.hash);
        shelf->refresh();
        panel->resize(320, 900);
        panel->show();
        quick();
    }
    ~TeachBench() { teach->discard(); }

    /// A training of a second or two.
    void quick() const
    {
        TrainingSettings& s = teach->settings;
        s = TeachController::defaultSettings();
        s.timeLimitMinutes.reset();
        s.epochs = 2;
        s.patchesPerEpoch = 8;
        s.patch = 64;
        s.batch = 4;
        s.precision = PrecisionChoice::Fp32;
        s.threads = 1;
        teach->normalize = StainChoice::None;
    }
    void openCase()
    {
        material.document.reset();
        slide = *openSlide(material.slidePath);
        auto document = CaseDocument::open(material.casePath);
        auto opened = OpenedCase::from(std::move(*document));
        session = std::make_unique<CaseSession>(services, std::move(*opened), false);
        teach->setCase(session.get(), slide);
    }
    void told(const QString& headline, const Error& error)
    {
        message = headline + QLatin1Char(' ') + QString::fromStdString(error.message());
    }
    [[nodiscard]] bool ready() const { return teach->obstacle().isEmpty() && start()->isEnabled(); }
    [[nodiscard]] QPushButton* start() const { return panel->findChild<QPushButton*>(QStringLiteral("primary")); }
    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return panel->findChild<QPushButton*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char* name) const
    {
        return panel->findChild<QLabel*>(QString::fromLatin1(name))->text();
    }

    NetworkScheduler scheduler{1};
    JobPool jobs;
    TeachingCase material;
    Services services;
    StoredModel parent;
    std::shared_ptr<const SlideSource> slide;
    std::unique_ptr<ModelShelf> shelf;
    std::unique_ptr<TeachController> teach;
    std::unique_ptr<TeachPanel> panel;
    std::unique_ptr<CaseSession> session;
    QString message;
};

/// For people who want to see it: NB_PICTURES names a folder.
void picture(QWidget& panel, const char* name)
{
    if (!qEnvironmentVariableIsSet("NB_PICTURES"))
        return;
    panel.resize(320, panel.sizeHint().height());
    QTest::qWait(300); // the plots are drawn a moment later
    panel.grab().save(qEnvironmentVariable("NB_PICTURES") + QLatin1Char('/') + QLatin1String(name));
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
        QCOMPARE(progress.scores().points(0), 2); // a point after each round
        QVERIFY(!bench.panel->findChild<QLabel*>(QStringLiteral("teachMap"))->pixmap().isNull());
        QCOMPARE(bench.panel->findChild<QTableWidget*>(QStringLiteral("teachScores"))->rowCount(), 8);
        QVERIFY(!bench.text("teachAdvice").isEmpty());
        QVERIFY(bench.teach->result()->ofTheCase > 0);
        picture(*bench.panel, "teach-decision.png");

        QSignalSpy chosen(bench.shelf.get(), &ModelShelf::chosen);
        bench.button("teachUse")->click();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, kLong);
        QVERIFY(bench.shelf->inUse() != bench.parent.info.hash);
        const StoredModel* taught = bench.shelf->find(bench.shelf->inUse());
        QVERIFY(taught);
        QCOMPARE(taught->info.parent, bench.parent.info.hash);
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
    void pausesGoesOnAndStopsWithTheBest()
    {
        QTemporaryDir folder;
        TeachBench bench(folder);
        bench.material.addRegion("only", TeachingCase::box(0, 0, 256, 256), RegionRole::Training);
        bench.openCase();
        bench.teach->settings.epochs = 10000;
        QTRY_VERIFY_WITH_TIMEOUT(bench.ready(), kLong);
        QVERIFY(bench.teach->holdsOutAQuarter());
        bench.start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.teach->lastStep().has_value(), kLong);
        bench.button("teachPause")->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.teach->state(), State::Paused, kLong);
        QVERIFY(bench.text("teachState").contains(QStringLiteral("Paused")));
        picture(*bench.panel, "teach-paused.png");
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
            !bench.teach->regions().empty() && bench.teach->regions().front().record.nuclei == 0, kLong);
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
        bench.teach->addOther(folder.filePath(QStringLiteral("pairs")));
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
        picture(*bench.panel, "teach-advanced.png");
    }
};

int main(int argc, char** argv)
{
    return test::runWindowTest<TestTeachPanel>(argc, argv);
}

#include "tst_teachpanel.moc"
