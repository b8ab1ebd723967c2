// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/settingsreader.h"
#include "engine/train/trainingclock.h"
#include "engine/train/trainingschedule.h"
#include "engine/train/trainingverdict.h"

#include <QtTest>
#include <cmath>

using namespace nb;

class TestTrainingSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void risesAndFalls()
    {
        TrainingSettings settings;
        settings.epochs = 4;
        settings.patchesPerEpoch = 799; // 100 steps
        settings.warmUpSteps = 10;
        const TrainingSchedule schedule(settings);
        QCOMPARE(schedule.stepsPerEpoch(), std::int64_t{100});
        QCOMPARE(schedule.totalSteps(), std::int64_t{400});
        QVERIFY(schedule.learningRate(0) < 0.11 * settings.learningRate);
        QVERIFY(schedule.learningRate(10) > 0.99 * settings.learningRate);
        QVERIFY(std::abs(schedule.learningRate(200) - 0.5 * settings.learningRate) < 1e-9);
        QVERIFY(schedule.learningRate(399) < 1e-4 * settings.learningRate);
    }
    void aNewPlanGoesOnWithoutAJump()
    {
        TrainingSettings settings;
        settings.warmUpSteps = 0;
        settings.epochs = 10;
        TrainingSchedule schedule(settings);
        const double before = schedule.learningRate(100);
        schedule.replan(100, 150);
        QCOMPARE(schedule.learningRate(100), before);
        QCOMPARE(schedule.done(150), 1.0);
        QCOMPARE(schedule.totalSteps(), std::int64_t{150});
        const TrainingSchedule again(settings, schedule.plans()); // the record is enough
        for (std::int64_t step = 0; step < 150; ++step)
            QCOMPARE(again.learningRate(step), schedule.learningRate(step));
        schedule.replan(120, 50); // less time than thought
        QCOMPARE(schedule.totalSteps(), std::int64_t{120});
    }
    void plansWhatFitsIntoTheTimeLeft()
    {
        TrainingSettings settings;
        TrainingClock unlimited(settings, 0);
        settings.timeLimitMinutes = 10;
        TrainingClock clock(settings, 100);
        for (int i = 0; i < 20; ++i) {
            clock.addStep(i < 2 ? 30 : 0.5);
            unlimited.addStep(0.5);
        }
        QVERIFY(!unlimited.planDue() && !unlimited.outOfTime());
        QVERIFY(clock.planDue() && !clock.outOfTime());
        clock.setValidation(10);
        const auto steps = static_cast<double>(clock.planSteps(100)); // 490 s for 0.6 s each
        QVERIFY2(std::abs(steps - 490 / 0.6) < 10, qPrintable(QString::number(steps)));
        QVERIFY(!clock.planDue());
        clock.addEarlier(495);
        QVERIFY(clock.outOfTime()); // no step and validation fits any more
    }
    void theTimeLeftIsNeverMoreThanTheLimitLeaves()
    {
        TrainingSettings settings;
        settings.timeLimitMinutes = 5;
        TrainingClock clock(settings, 0);
        for (int i = 0; i < 4; ++i)
            clock.addStep(1.2);
        QVERIFY(clock.secondsLeft(2000) <= 300 && clock.secondsLeft(2000) > 290); // no plan yet
        for (int i = 0; i < 10; ++i)
            clock.addStep(1.2);
        QVERIFY(clock.planSteps(100) > 0);
        QVERIFY(clock.secondsLeft(2000) <= 300);
        QVERIFY(std::abs(clock.secondsLeft(10) - 12) < 0.5);
    }
    void aGainByChanceIsNoClearDifference_data()
    {
        QTest::addColumn<int>("nuclei");
        QTest::addColumn<int>("changed");
        QTest::addColumn<double>("f1");
        QTest::addColumn<double>("aji");
        QTest::addColumn<double>("dice");
        QTest::addColumn<int>("verdict");
        using V = TrainingVerdict;
        const auto row = [](const char* name, int nuclei, int changed, double f1, double aji, double dice, V verdict) {
            QTest::newRow(name) << nuclei << changed << f1 << aji << dice << static_cast<int>(verdict);
        };
        row("clearly better", 400, 30, 0.06, 0.05, 0.01, V::Better);
        row("better in shape alone", 400, 0, 0.0, 0.04, 0.03, V::Better);
        row("a hair", 4000, 10, 0.005, 0.004, 0.0, V::NoClearDifference);
        row("two of forty nuclei", 40, 4, 0.05, 0.05, 0.0, V::NoClearDifference);
        row("found, but blurred", 400, 30, 0.06, 0.05, -0.024, V::NoClearDifference);
        row("nothing", 400, 0, 0.0, 0.0, 0.0, V::NoClearDifference);
        row("worse", 400, 30, -0.06, -0.05, 0.0, V::Worse);
        row("unknown changes, many nuclei", 2000, -1, 0.03, 0.03, 0.0, V::Better);
        row("unknown changes, few nuclei", 30, -1, 0.05, 0.05, 0.0, V::NoClearDifference);
    }
    void aGainByChanceIsNoClearDifference()
    {
        QFETCH(int, nuclei);
        QFETCH(int, changed);
        QFETCH(double, f1);
        QFETCH(double, aji);
        QFETCH(double, dice);
        QFETCH(int, verdict);
        Validation before;
        before.pooled.truth = nuclei;
        before.rates.f1 = before.rates.aji = before.rates.dice = 0.7;
        Validation after = before;
        after.rates.f1 += f1;
        after.rates.aji += aji;
        after.rates.dice += dice;
        const auto differing = changed < 0 ? std::optional<std::int64_t>() : changed;
        QCOMPARE(static_cast<int>(compareValidations(before, after, differing)), verdict);
    }
    void settingsComeBackFromTheirText()
    {
        TrainingSettings settings;
        settings.timeLimitMinutes = 3.5;
        settings.learningRate = 3e-4;
        settings.distillation = 0.5;
        settings.seed = 1234567890123456789ULL;
        settings.augmentation.stain = settings.augmentation.rescale = false;
        settings.augmentation.elasticAlpha = {50, 120};
        settings.target = TargetKind::Boundary;
        for (const TrainingSettings& written : {settings, TrainingSettings(), paperSettings()}) {
            const auto read = settingsFromText(settingsText(written));
            QVERIFY(read.ok());
            QCOMPARE(settingsText(*read), settingsText(written));
        }
        for (const char* text : {"", "[]", "{}", "{\"patch\": \"large\"}", "{\"patch\": 1e99"})
            QCOMPARE(settingsFromText(text).error().code, ErrorCode::Invalid);
        std::string hostile = settingsText(settings);
        hostile.replace(hostile.find("\"batch\":8"), 9, "\"batch\":9999999");
        QVERIFY(!settingsFromText(hostile));
    }
    void refusesSettingsThatMakeNoSense()
    {
        QVERIFY(checkSettings(TrainingSettings()));
        QVERIFY(checkSettings(paperSettings()));
        const auto refused = [](void (*change)(TrainingSettings&)) {
            TrainingSettings settings;
            change(settings);
            const Status status = checkSettings(settings);
            return !status && !status.error().remedy.empty();
        };
        QVERIFY(refused([](TrainingSettings& s) { s.patch = 100; }));
        QVERIFY(refused([](TrainingSettings& s) { s.batch = 0; }));
        QVERIFY(refused([](TrainingSettings& s) { s.learningRate = 0; }));
        QVERIFY(refused([](TrainingSettings& s) { s.dropout = 1; }));
        QVERIFY(refused([](TrainingSettings& s) { s.classWeights[1] = NAN; }));
        QVERIFY(refused([](TrainingSettings& s) { s.augmentation.scale = {1.5, 0.5}; }));
        QVERIFY(refused([](TrainingSettings& s) { s.augmentation.elasticSigma = 0; }));
    }
};

QTEST_GUILESS_MAIN(TestTrainingSchedule)
#include "tst_trainingschedule.moc"
