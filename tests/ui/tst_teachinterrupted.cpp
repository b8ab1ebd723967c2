// SPDX-License-Identifier: GPL-3.0-or-later
// Trainings that were interrupted: by closing the program, a crash, a full disk.
#include "tests/support/fulldisk.h"
#include "tests/support/teachbench.h"
#include "tests/support/windowtest.h"

#include <QProcess>
#include <QSignalSpy>

using namespace nb;
using test::TeachBench;
using test::TeachingCase;

namespace
{

constexpr int kLong = 60000; // ms: a condition is waited for, this is only when a test gives up
using State = TeachController::State;

/// A case to learn from, with a region to judge by.
struct Classroom {
    QTemporaryDir folder;

    std::unique_ptr<TeachBench> bench(TeachBench::Home home = TeachBench::Home::Fresh)
    {
        if (home == TeachBench::Home::AsLeft) {
            auto bench = std::make_unique<TeachBench>(m_other, 64, home);
            bench->material.casePath = m_casePath;
            bench->material.slidePath = m_slidePath;
            return bench;
        }
        auto bench = std::make_unique<TeachBench>(folder);
        bench->material.addRegion("learn", TeachingCase::box(0, 0, 256, 160), RegionRole::Training);
        bench->material.addRegion("judge", TeachingCase::box(0, 160, 256, 256), RegionRole::Validation);
        m_casePath = bench->material.casePath;
        m_slidePath = bench->material.slidePath;
        bench->openCase();
        return bench;
    }

private:
    QTemporaryDir m_other; ///< the second bench's own material, which is not used
    std::string m_casePath;
    std::string m_slidePath;
};

/// The rounds judged since it was made.
struct Rounds {
    explicit Rounds(TeachController& teach)
        : spy(&teach, &TeachController::judged)
    {
    }
    QSignalSpy spy;
};

} // namespace

class TestTeachInterrupted : public QObject
{
    Q_OBJECT

private:
    /// A program that is closed in the middle of a training of `epochs`; gives the steps that it had taken.
    static void closeWhileLearning(Classroom& room, int epochs)
    {
        auto bench = room.bench();
        bench->teach->settings.epochs = epochs;
        QTRY_VERIFY_WITH_TIMEOUT(bench->ready(), kLong);
        const Rounds rounds(*bench->teach);
        bench->start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(rounds.spy.size() >= 1, kLong);
        bench->panel.reset();
        bench->teach.reset(); // as the window's end does: the worker stops after its step and keeps what it has
        QTRY_VERIFY_WITH_TIMEOUT(!bench->jobs.busy(), kLong);
        QCOMPARE(TeachBench::keptTrainings().size(), 1);
    }

private Q_SLOTS:
    void aTrainingThatWasClosedGoesOnExactly()
    {
        ModelFile undisturbed;
        {
            Classroom room;
            auto bench = room.bench();
            bench->teach->settings.epochs = 6;
            QTRY_VERIFY_WITH_TIMEOUT(bench->ready(), kLong);
            bench->start()->click();
            QTRY_COMPARE_WITH_TIMEOUT(bench->teach->state(), State::Decision, kLong);
            undisturbed = bench->teach->result()->outcome->model;
            bench->teach->discard();
            QTRY_VERIFY(TeachBench::keptTrainings().isEmpty()); // decided: nothing is kept
        }
        Classroom room;
        closeWhileLearning(room, 6);
        auto later = room.bench(TeachBench::Home::AsLeft);
        QTRY_COMPARE_WITH_TIMEOUT(later->teach->interrupted().size(), std::size_t{1}, kLong);
        QTRY_VERIFY(later->button("teachGoOn")->isVisible());
        QVERIFY2(later->text("teachInterrupted").contains(QStringLiteral("slide.png")),
            qPrintable(later->text("teachInterrupted")));
        QSignalSpy stepped(later->teach.get(), &TeachController::stepped);
        later->button("teachGoOn")->click();
        QTRY_COMPARE_WITH_TIMEOUT(later->teach->state(), State::Decision, kLong);
        QVERIFY2(later->message.isEmpty(), qPrintable(later->message));
        QVERIFY(!stepped.isEmpty());
        QVERIFY(stepped.front().front().toDouble() > 1); // not from the beginning
        QVERIFY(!later->button("teachGoOn")->isVisible());
        const ModelFile& resumed = later->teach->result()->outcome->model;
        for (const auto& [name, tensor] : undisturbed.tensors)
            QVERIFY2(resumed.tensors.at(name).values == tensor.values, name.c_str());
        QVERIFY(later->teach->result()->ofTheCase > 0); // the proof can be looked at on the slide, too
    }
    void whatHadLearntButWasNotDecidedAboutIsOfferedAgain()
    {
        Classroom room;
        {
            auto bench = room.bench();
            QTRY_VERIFY_WITH_TIMEOUT(bench->ready(), kLong);
            bench->teach->settings.epochs = 10000;
            bench->start()->click();
            QTRY_VERIFY_WITH_TIMEOUT(bench->teach->lastStep().has_value(), kLong);
            bench->teach->finish();
            QTRY_COMPARE_WITH_TIMEOUT(bench->teach->state(), State::Decision, kLong);
            bench->panel.reset();
            bench->teach.reset();
        }
        auto later = room.bench(TeachBench::Home::AsLeft);
        QTRY_COMPARE_WITH_TIMEOUT(later->teach->interrupted().size(), std::size_t{1}, kLong);
        QVERIFY(later->teach->interrupted().front().trained);
        later->button("teachGoOn")->click();
        QTRY_COMPARE_WITH_TIMEOUT(later->teach->state(), State::Decision, kLong); // and not 10000 rounds more
        later->teach->discard();
        QTRY_VERIFY(TeachBench::keptTrainings().isEmpty());
    }
    void aCrashLeavesItsLastCheckpointAndItsLockHoldsNobodyUp()
    {
        Classroom room;
        closeWhileLearning(room, 10000);
        QProcess ended; // a program that is not there any more
        ended.start(QStringLiteral("true"), QStringList());
        QVERIFY(ended.waitForStarted());
        const qint64 pid = ended.processId();
        QVERIFY(ended.waitForFinished());
        const QString kept = QDir(TeachBench::trainings()).filePath(TeachBench::keptTrainings().front());
        test::writeBytes((kept + QStringLiteral(".lock")).toStdString(),
            QStringLiteral("%1\nnucleoscope\n%2\n").arg(pid).arg(QSysInfo::machineHostName()).toStdString());
        QCOMPARE(KeptTeaching::interrupted().size(), std::size_t{1});
        KeptTeaching other(kept);
        QVERIFY(other.open().ok());
        QVERIFY(KeptTeaching::interrupted().empty()); // held: nobody else is to go on with it
        KeptTeaching second(kept);
        QCOMPARE(second.open().error().code, ErrorCode::Exists);
    }
    void oneWithoutACheckpointIsOfferedToStartAgain()
    {
        Classroom room;
        closeWhileLearning(room, 3);
        const QString kept = QDir(TeachBench::trainings()).filePath(TeachBench::keptTrainings().front());
        QVERIFY(QFile::remove(kept + QStringLiteral("/state.safetensors"))); // as before the first of them
        auto later = room.bench(TeachBench::Home::AsLeft);
        QTRY_COMPARE_WITH_TIMEOUT(later->teach->interrupted().size(), std::size_t{1}, kLong);
        QVERIFY(!later->teach->interrupted().front().begun);
        QVERIFY(later->text("teachInterrupted").contains(QStringLiteral("start again")));
        QSignalSpy stepped(later->teach.get(), &TeachController::stepped);
        later->button("teachGoOn")->click();
        QTRY_COMPARE_WITH_TIMEOUT(later->teach->state(), State::Decision, kLong);
        QVERIFY2(later->message.isEmpty(), qPrintable(later->message));
        QVERIFY(!stepped.isEmpty());
    }
    void itCanBeThrownAway()
    {
        Classroom room;
        closeWhileLearning(room, 10000);
        auto later = room.bench(TeachBench::Home::AsLeft);
        QTRY_COMPARE_WITH_TIMEOUT(later->teach->interrupted().size(), std::size_t{1}, kLong);
        bool yes = false;
        later->teach->mayLose = [&yes](const QString&) { return yes; };
        later->button("teachThrowAway")->click();
        QCOMPARE(later->teach->interrupted().size(), std::size_t{1});
        yes = true;
        later->button("teachThrowAway")->click();
        QVERIFY(!later->button("teachThrowAway")->isVisible());
        QTRY_VERIFY(TeachBench::keptTrainings().isEmpty());
    }
    void aDamagedCheckpointSaysWhatToDoAndHarmsNoModel_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("garbage") << QByteArray("no training");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("endless header") << QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10);
    }
    void aDamagedCheckpointSaysWhatToDoAndHarmsNoModel()
    {
        QFETCH(QByteArray, bytes);
        Classroom room;
        closeWhileLearning(room, 10000);
        const QString kept = QDir(TeachBench::trainings()).filePath(TeachBench::keptTrainings().front());
        test::writeBytes((kept + QStringLiteral("/state.safetensors")).toStdString(), bytes.toStdString());
        auto later = room.bench(TeachBench::Home::AsLeft);
        QTRY_COMPARE_WITH_TIMEOUT(later->teach->interrupted().size(), std::size_t{1}, kLong);
        later->button("teachGoOn")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!later->message.isEmpty(), kLong);
        QVERIFY2(later->message.contains(QStringLiteral("state.safetensors")), qPrintable(later->message));
        QCOMPARE(later->teach->state(), State::Idle);
        QTRY_VERIFY(later->button("teachThrowAway")->isVisible()); // the way out
        QVERIFY(QFile::exists(QString::fromStdString(later->parent.path)));
    }
    void changedRegionsAreAnotherTraining()
    {
        Classroom room;
        closeWhileLearning(room, 10000);
        auto later = room.bench(TeachBench::Home::AsLeft);
        {
            const auto opened = CaseDocument::open(later->material.casePath);
            const auto& document = *opened;
            Edit edit;
            edit.label = "Larger";
            auto region = document->edits().regions()->front();
            region.shape = TeachingCase::box(0, 0, 200, 150);
            edit.putRegions.push_back(region);
            QVERIFY(document->edits().apply(edit).ok());
        }
        QTRY_COMPARE_WITH_TIMEOUT(later->teach->interrupted().size(), std::size_t{1}, kLong);
        later->button("teachGoOn")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!later->message.isEmpty(), kLong);
        QVERIFY2(later->message.contains(QStringLiteral("data, settings or parent")), qPrintable(later->message));
    }
    void aFullDiskIsToldAndHarmsNothing()
    {
        const test::FullDisk disk(100 * 1024);
        if (!disk.mounted())
            QSKIP("needs the right to mount a small file system");
        Classroom room;
        auto bench = room.bench();
        QVERIFY(QFile::link(QString::fromStdString(disk.folder()), TeachBench::trainings()));
        QTRY_VERIFY_WITH_TIMEOUT(bench->ready(), kLong);
        bench->start()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!bench->message.isEmpty(), kLong);
        QVERIFY2(bench->message.contains(QStringLiteral("state.safetensors")), qPrintable(bench->message));
        QCOMPARE(bench->teach->state(), State::Idle);
        QCOMPARE(bench->shelf->inUse(), bench->parent.info.hash);
        bench.reset();
        QVERIFY(QFile::remove(TeachBench::trainings()));
    }
};

int main(int argc, char** argv)
{
    return test::runWindowTest<TestTeachInterrupted>(argc, argv);
}

#include "tst_teachinterrupted.moc"
