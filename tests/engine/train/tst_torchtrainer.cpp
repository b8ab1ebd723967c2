// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/safetensors.h"
#include "engine/train/trainer.h"
#include "engine/train/trainingcheckpoint.h"
#include "tests/support/fulldisk.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/trainingpictures.h"

#include <QTemporaryDir>
#include <QtTest>
#include <future>
#include <limits>
#include <thread>

using namespace nb;

namespace
{

TrainingPlan smallPlan(int epochs = 3)
{
    TrainingPlan plan;
    plan.start = {test::recipeOf(4), {}};
    plan.data.train = {test::dottedPicture(96)};
    plan.data.description = "dots (1 picture)";
    plan.settings.patch = 32;
    plan.settings.batch = 2;
    plan.settings.epochs = epochs;
    plan.settings.patchesPerEpoch = 8;
    plan.settings.threads = 1;
    plan.settings.seed = 11;
    return plan;
}

Result<TrainingOutcome> train(const TrainingPlan& plan, const TrainingSinks& sinks = {}, const CancelToken& cancel = {},
    const TrainingControl& control = {})
{
    NetworkScheduler scheduler(1);
    return trainModel(plan, scheduler, control, sinks, cancel);
}

bool same(const ModelFile& a, const ModelFile& b)
{
    return a.tensors.size() == b.tensors.size()
        && std::all_of(a.tensors.begin(), a.tensors.end(),
            [&b](const auto& entry) { return b.tensors.at(entry.first).values == entry.second.values; });
}

/// Trains and cancels after `steps`.
Result<TrainingOutcome> trainUntil(const TrainingPlan& plan, std::int64_t steps)
{
    CancelSource stop;
    TrainingSinks sinks;
    sinks.step = [&](const StepReport& report) {
        if (report.step == steps)
            stop.cancel();
    };
    return train(plan, sinks, stop.token());
}

} // namespace

class TestTorchTrainer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameSeedGivesTheSameWeights()
    {
        TrainingPlan plan = smallPlan();
        const auto a = train(plan), b = train(plan);
        QVERIFY2(a, a ? "" : a.error().message().c_str());
        QVERIFY(same(a->model, b->model));
        QCOMPARE(a->steps, std::int64_t{12});
        plan.settings.seed = 12;
        const auto other = train(plan);
        QVERIFY(!same(a->model, other->model));
    }
    void goesOnAsIfItHadNeverStopped_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addRow("within an epoch") << 6;
        QTest::addRow("at its end") << 8;
    }
    void goesOnAsIfItHadNeverStopped()
    {
        QFETCH(int, steps);
        QTemporaryDir folder;
        TrainingPlan plan = smallPlan();
        const auto whole = train(plan);
        plan.checkpoint = folder.filePath("state").toStdString();
        const auto stopped = trainUntil(plan, steps);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        plan.resume = true;
        const auto resumed = train(plan);
        QVERIFY2(resumed, resumed ? "" : resumed.error().message().c_str());
        QVERIFY(same(whole->model, resumed->model));
    }
    void aCrashWithinTheFirstEpochCostsOneStep()
    {
        QTemporaryDir folder;
        TrainingPlan plan = smallPlan();
        plan.data.validation = {test::dottedPicture(64, 9, 32, 5)};
        const auto whole = train(plan);
        plan.checkpoint = folder.filePath("state").toStdString();
        plan.firstCheckpointSeconds = plan.checkpointSeconds = 0; // after each step that it is worth
        TrainingSinks sinks;
        bool kept = false;
        sinks.step = [&](const StepReport& report) { // what a crash in the third step would leave
            if (report.step == 3)
                kept = QFile::copy(folder.filePath("state"), folder.filePath("left"));
        };
        QVERIFY(train(plan, sinks));
        QVERIFY(kept);
        const auto left = readCheckpoint(folder.filePath("left").toStdString());
        QVERIFY(left.ok());
        QVERIFY(left->epochSteps > 0 && left->epochSteps < 3);
        plan.checkpoint = folder.filePath("left").toStdString();
        plan.resume = true;
        const auto resumed = train(plan);
        QVERIFY2(resumed, resumed ? "" : resumed.error().message().c_str());
        QVERIFY(same(whole->model, resumed->model));
    }
    void tellsTheLossOnWhatWasHeldOut()
    {
        TrainingPlan plan = smallPlan(2);
        plan.start = train(smallPlan(1))->model;
        const auto without = train(plan);
        plan.data.validation = {test::dottedPicture(64, 9, 32, 5)};
        std::vector<double> losses;
        TrainingSinks sinks;
        sinks.start = [&losses](const StartReport& report) {
            QVERIFY(report.validation.has_value());
            losses.push_back(report.validationLoss);
        };
        sinks.epoch = [&losses](const EpochReport& report) { losses.push_back(report.validationLoss.value_or(-1)); };
        const auto result = train(plan, sinks);
        QVERIFY(result.ok());
        QCOMPARE(losses.size(), std::size_t{3});
        QVERIFY(losses[0] > 0 && losses[1] > 0 && losses[2] > 0);
        QVERIFY(losses[0] != losses[2]);
        QCOMPARE(result->steps, without->steps);
    }
    void anotherTrainingIsNotGoneOnWith()
    {
        QTemporaryDir folder;
        TrainingPlan plan = smallPlan();
        plan.checkpoint = folder.filePath("state").toStdString();
        QVERIFY(train(plan));
        plan.resume = true;
        plan.settings.learningRate = 0.002;
        QCOMPARE(train(plan).error().code, ErrorCode::Invalid);
        plan = smallPlan();
        plan.checkpoint = folder.filePath("missing").toStdString();
        plan.resume = true;
        QCOMPARE(train(plan).error().code, ErrorCode::NotFound);
    }
    void aDamagedCheckpointIsRefused()
    {
        QTemporaryDir folder;
        TrainingPlan plan = smallPlan(1);
        plan.checkpoint = folder.filePath("state").toStdString();
        QVERIFY(train(plan));
        auto contents = readSafeTensors(plan.checkpoint)->contents;
        contents.tensors.at("second/head.weight").values[0] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(writeSafeTensors(plan.checkpoint, contents));
        plan.resume = true;
        const auto result = train(plan);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Invalid);
        QCOMPARE(result.error().path, plan.checkpoint);
        contents.tensors.at("second/head.weight").values[0] = 0;
        contents.tensors.erase("weights/dec1.conv1.bias");
        QVERIFY(writeSafeTensors(plan.checkpoint, contents));
        QCOMPARE(train(plan).error().code, ErrorCode::Invalid);
        contents.metadata["training"] = R"({"width": 1e9, "plans": []})";
        QVERIFY(writeSafeTensors(plan.checkpoint, contents));
        QCOMPARE(train(plan).error().code, ErrorCode::Invalid);
    }
    void aFullDiskLeavesTheLastCheckpoint()
    {
        const test::FullDisk disk(400 * 1024);
        if (!disk.mounted())
            QSKIP("needs the right to mount a small file system");
        TrainingPlan plan = smallPlan(2);
        plan.start.info.width = 8;
        plan.checkpoint = disk.at("state");
        const auto result = train(plan);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NoSpace);
        QVERIFY(!std::filesystem::exists(plan.checkpoint));
    }
    void itGetsBetterAndKeepsTheBest()
    {
        TrainingPlan plan = smallPlan(25);
        plan.start.info.width = 8;
        plan.settings.precision = PrecisionChoice::Fp32;
        plan.settings.patch = 64;
        plan.settings.learningRate = 4e-3;
        plan.settings.warmUpSteps = 5;
        plan.settings.dropout = 0;
        plan.settings.augmentation = Augmentation::none();
        plan.settings.augmentation.shift = plan.settings.augmentation.flip = true;
        plan.data.validation = {test::dottedPicture(128, 9, 32, 5)};
        double best = -1, first = 0, last = 0;
        TrainingSinks sinks;
        sinks.epoch = [&](const EpochReport& report) {
            QVERIFY(report.validation && report.network);
            best = std::max(best, report.validation->score());
            (report.epoch == 0 ? first : last) = report.loss;
        };
        const auto result = train(plan, sinks);
        QVERIFY2(result, result ? "" : result.error().message().c_str());
        QVERIFY(last < first);
        QVERIFY2(best > 0.7, qPrintable(QString::number(best)));
        QCOMPARE(result->after->score(), best);
        const NetworkOptions options{PrecisionChoice::Fp32, DeviceChoice::Cpu};
        const auto again = validate(
            *makeNetwork(result->model, options), plan.data.validation, *std::make_unique<NetworkScheduler>(1), {});
        QCOMPARE(again->score(), best); // the weights are those of the best epoch
        QVERIFY(result->model.info.metrics.find("held-out") != std::string::npos);
        QVERIFY(result->model.info.training.find("dots") != std::string::npos);
    }
    void stopsWithoutProgress()
    {
        TrainingPlan plan = smallPlan(50);
        plan.settings.learningRate = 1e-9;
        plan.settings.patience = 2;
        plan.data.validation = {test::dottedPicture(64, 9, 32, 5)};
        const auto result = train(plan);
        QVERIFY(result);
        QCOMPARE(result->end, TrainingEnd::NoProgress);
        QVERIFY(result->steps < 50 * 4);
    }
    void aLossThatIsNoNumberStopsIt()
    {
        QTemporaryDir folder;
        TrainingPlan plan = smallPlan(1);
        plan.start = train(plan)->model;
        for (auto& [name, tensor] : plan.start.tensors)
            for (float& value : tensor.values)
                value *= 1e20F; // finite, but not what comes of them
        plan.checkpoint = folder.filePath("state").toStdString();
        const auto result = train(plan);
        QVERIFY(!result);
        QVERIFY(!QFile::exists(folder.filePath("state")));
        QCOMPARE(result.error().code, ErrorCode::Invalid);
        QVERIFY(result.error().message().find("learning rate") != std::string::npos);
    }
    void aTimeLimitLeavesAModel()
    {
        TrainingPlan plan = smallPlan(100000);
        plan.settings.timeLimitMinutes = 0.02;
        plan.settings.patchesPerEpoch = 64;
        const auto result = train(plan);
        QVERIFY2(result, result ? "" : result.error().message().c_str());
        QVERIFY(result->steps > 0 && result->steps < 100000);
        QVERIFY(!result->model.tensors.empty());
        QVERIFY(result->model.info.training.find("\"plans\"") != std::string::npos);
    }
    void finishingEarlyLeavesAModelAndPausingWaits()
    {
        TrainingPlan plan = smallPlan(100000);
        TrainingControl control;
        TrainingSinks sinks;
        std::atomic<std::int64_t> steps{0};
        sinks.step = [&](const StepReport& report) {
            steps = report.step;
            if (report.step == 3)
                control.paused = true;
        };
        Result<TrainingOutcome> result = Error{};
        std::thread worker([&] { result = train(plan, sinks, {}, control); });
        QTRY_COMPARE_WITH_TIMEOUT(steps.load(), std::int64_t{3}, 60000);
        control.paused = false;
        QTRY_VERIFY_WITH_TIMEOUT(steps > 3, 60000);
        control.finish = true;
        worker.join();
        QVERIFY2(result, result ? "" : result.error().message().c_str());
        QCOMPARE(result->end, TrainingEnd::Finished);
    }
    void waitsWhileAVisibleRegionNeedsTheNetwork()
    {
        TrainingPlan plan = smallPlan(1);
        NetworkScheduler scheduler(1);
        std::atomic<bool> release{false}, visible{false}, stepDuring{false};
        scheduler.post(Priority::Visible, [&] {
            visible = true;
            while (!release)
                std::this_thread::yield();
            visible = false;
        });
        TrainingSinks sinks;
        std::atomic<int> steps{0};
        sinks.step = [&](const StepReport&) {
            stepDuring = stepDuring || visible;
            ++steps;
        };
        std::thread worker([&] { (void)trainModel(plan, scheduler, TrainingControl(), sinks, CancelToken()); });
        QTRY_VERIFY_WITH_TIMEOUT(visible, 60000);
        release = true;
        worker.join();
        QVERIFY(!stepDuring);
        QCOMPARE(steps.load(), 4);
    }
    void aStepStandsBackWithinAndTheWeightsAreTheSame()
    {
        const TrainingPlan plan = smallPlan(2);
        NetworkScheduler scheduler(1);
        const auto undisturbed = trainModel(plan, scheduler, TrainingControl(), {}, CancelToken());
        QVERIFY(undisturbed.ok());
        std::atomic<bool> over{false};
        std::thread person([&] { // needs the network again and again, mostly in the middle of a step or a sample
            while (!over) {
                std::promise<void> done;
                scheduler.post(Priority::Visible, [&done] { done.set_value(); });
                done.get_future().wait();
                std::this_thread::yield();
            }
        });
        const auto disturbed = trainModel(plan, scheduler, TrainingControl(), {}, CancelToken());
        over = true;
        person.join();
        QVERIFY(disturbed.ok());
        QVERIFY(same(undisturbed->model, disturbed->model));
    }
    void cancellingEndsTheWaitForTheNetwork()
    {
        NetworkScheduler scheduler(1);
        std::atomic<bool> release{false}, started{false};
        scheduler.post(Priority::SlideRun, [&] {
            started = true;
            while (!release)
                std::this_thread::yield();
        });
        QTRY_VERIFY_WITH_TIMEOUT(started, 60000);
        CancelSource stop;
        Result<TrainingOutcome> result = Error{};
        std::thread worker([&] { result = trainModel(smallPlan(1), scheduler, TrainingControl(), {}, stop.token()); });
        stop.cancel();
        worker.join();
        release = true;
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
    void sayWhatIsMissing_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("word");
        QTest::addRow("no picture") << 0 << "nothing to learn";
        QTest::addRow("nothing known") << 1 << "nothing to learn";
        QTest::addRow("all background") << 2 << "no nucleus";
        QTest::addRow("patch") << 3 << "multiple of 16";
        QTest::addRow("learning rate") << 4 << "learning rate";
    }
    void sayWhatIsMissing()
    {
        QFETCH(int, which);
        QFETCH(QString, word);
        TrainingPlan plan = smallPlan(1);
        const auto picture = test::dottedPicture(64);
        if (which == 1)
            picture->known = Plane<std::uint8_t>(64, 64, 0);
        if (which == 2) {
            picture->labels = LabelImage(64, 64);
            picture->nuclei = 0;
        }
        plan.data.train = which == 0 ? TrainingPictures{} : TrainingPictures{picture};
        if (which == 3)
            plan.settings.patch = 50;
        if (which == 4)
            plan.settings.learningRate = std::numeric_limits<double>::quiet_NaN();
        const auto result = train(plan);
        QVERIFY(!result);
        QVERIFY2(QString::fromStdString(result.error().message()).contains(word), result.error().message().c_str());
        QVERIFY(!result.error().remedy.empty());
    }
    void aFewPixelsAreRefusedAndOneNucleusWarns()
    {
        for (const int side : {1, 15, 30}) {
            TrainingPlan plan = smallPlan(1);
            const auto picture = test::dottedPicture(side);
            picture->labels.at(0, 0) = 1;
            picture->nuclei = countNuclei(picture->labels);
            plan.data.train = {picture};
            plan.data.validation = {picture};
            const auto result = train(plan);
            if (side < 16) {
                QCOMPARE(result.error().code, ErrorCode::Invalid);
                QVERIFY(!result.error().remedy.empty());
                continue;
            }
            QVERIFY2(result, result ? "" : result.error().message().c_str());
            QVERIFY(!result->warnings.empty());
        }
    }
    void aTaughtModelNamesItsParentAndIsComparedWithIt()
    {
        const auto parent = readModelFile(test::defaultModelPath());
        QVERIFY(parent);
        TrainingPlan plan = smallPlan(1);
        plan.settings.patchesPerEpoch = 2;
        plan.start = *parent;
        plan.data.validation = {test::dottedPicture(64, 9, 32, 5)};
        const auto result = train(plan);
        QVERIFY2(result, result ? "" : result.error().message().c_str());
        QCOMPARE(result->model.info.parent, parent->info.hash);
        QCOMPARE(result->model.info.licence, parent->info.licence);
        QVERIFY(result->before && result->after);
        QTemporaryDir folder;
        const std::string path = folder.filePath("m.safetensors").toStdString();
        QVERIFY(writeModelFile(path, result->model));
        const auto again = readModelFile(path);
        QVERIFY2(again, again ? "" : again.error().message().c_str());
        QVERIFY(same(*again, result->model));
    }
};

QTEST_GUILESS_MAIN(TestTorchTrainer)
#include "tst_torchtrainer.moc"
