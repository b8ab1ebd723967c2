// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/modelfile.h"
#include "tests/support/commandline.h"
#include "tests/support/failingcommand.h"
#include "tests/support/pictures.h"
#include "tests/support/trainingpictures.h"

#include <QtTest>

#include <csignal>
#include <opencv2/imgcodecs.hpp>

using nb::test::bytesOf;
using nb::test::CommandOutcome;
using nb::test::namesIn;
using nb::test::writeBytes;

/// The command `train`, as it is typed.
class TestTrainCommand : public nb::test::FailingCommand
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aModelAndALineForEachEpoch();
    void theSameSeedGivesTheSameModel();
    void aTrainingStoppedInItsFirstEpochGoesOnInItsLog();
    void withoutAnythingToResumeItSaysSo();
    void badInputHarmsNothing_data();
    void badInputHarmsNothing();
    void wrongUsageIsToldApart_data();
    void wrongUsageIsToldApart();

private:
    [[nodiscard]] QString out(const QString& name) const { return m_outputs.filePath(name); }
    /// A training that takes seconds; what `more` says goes before.
    [[nodiscard]] QStringList small(const QString& model, const QStringList& more = {}) const
    {
        QStringList all{"train", "--data", at("pairs"), "--validate", at("held"), "-o", out(model)};
        all += more;
        const QList<QStringList> usual{{"--patch", "64"}, {"--batch", "2"}, {"--epochs", "2"},
            {"--patches-per-epoch", "8"}, {"--normalize", "none"}, {"--threads", "1"}};
        for (const QStringList& option : usual)
            if (!more.contains(option[0]))
                all += option;
        if (!more.contains("--from"))
            all += {"--width", "2"};
        return all;
    }
};

namespace
{

void writePair(const QString& stem, std::uint64_t seed, int labelSide)
{
    const auto picture = nb::test::dottedPicture(128, 9, 32, seed);
    QVERIFY(nb::test::writePicture((stem + ".png").toStdString(), picture->rgb));
    cv::Mat labels(labelSide, labelSide, CV_16U, cv::Scalar(0));
    for (int y = 0; y < std::min(labelSide, 128); ++y)
        for (int x = 0; x < std::min(labelSide, 128); ++x)
            labels.at<std::uint16_t>(y, x) = static_cast<std::uint16_t>(picture->labels.at(x, y));
    QVERIFY(cv::imwrite((stem + ".labels.png").toStdString(), labels));
}

} // namespace

void TestTrainCommand::initTestCase()
{
    QDir folder(m_folder.path());
    for (const char* name : {"pairs", "held", "empty", "background", "othersize", "single"})
        QVERIFY(folder.mkdir(name));
    writePair(at("pairs/a"), 1, 128);
    writePair(at("pairs/b"), 2, 128);
    writePair(at("held/c"), 3, 128);
    writePair(at("othersize/a"), 1, 100);
    QVERIFY(nb::test::writePicture(at("background/a.png").toStdString(), nb::RgbImage(128, 128)));
    QVERIFY(cv::imwrite(at("background/a.labels.png").toStdString(), cv::Mat(128, 128, CV_16U, cv::Scalar(0))));
    QVERIFY(nb::test::writePicture(at("single/a.png").toStdString(), nb::RgbImage(1, 1)));
    QVERIFY(cv::imwrite(at("single/a.labels.png").toStdString(), cv::Mat(1, 1, CV_16U, cv::Scalar(0))));
    QVERIFY(writeBytes(at("hostile.safetensors"), QByteArray::fromHex("ffffffffffffff7f") + "{}"));
}

void TestTrainCommand::init()
{
    for (const QString& name : namesIn(m_outputs.path()))
        if (name != "precious.geojson")
            QVERIFY(QFile::remove(out(name)));
}

void TestTrainCommand::aModelAndALineForEachEpoch()
{
    const CommandOutcome outcome
        = nb::test::runCommand(NB_CLI, small("m.safetensors", {"--log", out("log.csv"), "--name", "Dots", "--json"}));
    QVERIFY2(outcome.status == 0, outcome.described());
    QCOMPARE(outcome.json()["steps"].toInt(), 8);
    const auto model = nb::readModelFile(out("m.safetensors").toStdString());
    QVERIFY(model.ok());
    QCOMPARE(model->info.name, std::string("Dots"));
    QCOMPARE(model->info.width, 2);
    const QList<QByteArray> lines = bytesOf(out("log.csv")).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith("epoch,step,loss,"));
    for (int i = 1; i < 3; ++i) {
        const QList<QByteArray> fields = lines[i].split(',');
        QCOMPARE(fields.size(), lines[0].split(',').size());
        QCOMPARE(fields[0].toInt(), i);
        QCOMPARE(fields[1].toInt(), 4 * i);
        QVERIFY(fields[2].toDouble() > 0);
    }
    QCOMPARE(namesIn(m_outputs.path()), (QStringList{"log.csv", "m.safetensors", "precious.geojson"}));
}

void TestTrainCommand::theSameSeedGivesTheSameModel()
{
    for (const char* name : {"a.safetensors", "b.safetensors"})
        QCOMPARE(nb::test::runCommand(NB_CLI, small(name, {"--seed", "7", "--name", "n"})).status, 0);
    QCOMPARE(nb::test::runCommand(NB_CLI, small("c.safetensors", {"--seed", "8", "--name", "n"})).status, 0);
    const auto weights = [this](const char* name) {
        const auto model = nb::readModelFile(out(name).toStdString());
        return model ? model->tensors.begin()->second.values : std::vector<float>();
    };
    QVERIFY(!weights("a.safetensors").empty());
    QCOMPARE(weights("a.safetensors"), weights("b.safetensors"));
    QVERIFY(weights("a.safetensors") != weights("c.safetensors"));
}

void TestTrainCommand::aTrainingStoppedInItsFirstEpochGoesOnInItsLog()
{
    const QStringList arguments
        = small("m.safetensors", {"--log", out("log.csv"), "--patches-per-epoch", "400", "--epochs", "1"});
    QProcess process;
    process.start(NB_CLI, arguments);
    QTRY_VERIFY_WITH_TIMEOUT(bytesOf(out("log.csv")).endsWith('\n') || process.state() == QProcess::NotRunning, 60000);
    QVERIFY2(process.state() == QProcess::Running, nb::test::outcomeOf(process).described());
    QCOMPARE(bytesOf(out("log.csv")).count('\n'), 1); // its first line is there before anything is learnt
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(QFile::exists(out("m.safetensors.training")));
    QVERIFY(!QFile::exists(out("m.safetensors")));

    QVERIFY(writeBytes(out("log.csv"), "")); // as a program left it that was killed before it wrote its first line
    const CommandOutcome outcome = nb::test::runCommand(NB_CLI, arguments + QStringList{"--resume"});
    QVERIFY2(outcome.status == 0, outcome.described());
    const QList<QByteArray> lines = bytesOf(out("log.csv")).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith("epoch,step,loss,"));
    QVERIFY(!QFile::exists(out("m.safetensors.training")));
}

void TestTrainCommand::withoutAnythingToResumeItSaysSo()
{
    failsAndHarmsNothing(small("m.safetensors", {"--resume"}), "m.safetensors.training");
}

void TestTrainCommand::badInputHarmsNothing_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("culprit");
    QTest::newRow("no such folder") << at("nowhere") << QStringList() << "nowhere";
    QTest::newRow("no pairs in it") << at("empty") << QStringList() << "empty";
    QTest::newRow("all background") << at("background") << QStringList() << "background";
    QTest::newRow("labels of another size") << at("othersize") << QStringList() << "a.labels.png";
    QTest::newRow("a single pixel") << at("single") << QStringList() << "single";
    QTest::newRow("a hostile parent") << at("pairs") << QStringList{"--from", at("hostile.safetensors")}
                                      << "hostile.safetensors";
    QTest::newRow("a model is there already") << at("pairs") << QStringList{"-o", m_outputs.filePath("precious.geojson")}
                                              << "precious.geojson";
}

void TestTrainCommand::badInputHarmsNothing()
{
    QFETCH(QString, data);
    QFETCH(QStringList, more);
    QFETCH(QString, culprit);
    QStringList arguments{"train", "--data", data, "--patch", "64", "--epochs", "1", "--patches-per-epoch", "8"};
    if (!more.contains("-o"))
        arguments += {"-o", out("m.safetensors")};
    failsAndHarmsNothing(arguments + more, culprit);
}

void TestTrainCommand::wrongUsageIsToldApart_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("patch") << QStringList{"--patch", "65"};
    QTest::newRow("augmentation") << QStringList{"--augment", "elastic,magic"};
    QTest::newRow("width of a parent") << QStringList{"--from", "default", "--width", "8"};
    QTest::newRow("threads") << QStringList{"--threads", "0"};
}

void TestTrainCommand::wrongUsageIsToldApart()
{
    QFETCH(QStringList, more);
    const CommandOutcome outcome = nb::test::runCommand(NB_CLI, small("m.safetensors", more));
    QVERIFY2(outcome.status == 2, outcome.described());
    QVERIFY(!outcome.err.isEmpty());
    QCOMPARE(namesIn(m_outputs.path()), QStringList{"precious.geojson"});
}

QTEST_GUILESS_MAIN(TestTrainCommand)
#include "tst_traincommand.moc"
