// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/pictures.h"
#include "tests/support/stainpictures.h"

#include <QtTest>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <csignal>

using nb::test::bytesOf;
using nb::test::CommandOutcome;
using nb::test::namesIn;
using nb::test::writeBytes;

/// What a run leaves behind that is stopped in the middle.
class TestInterruption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ctrlCLeavesNothingBehind_data();
    void ctrlCLeavesNothingBehind();
    void killedRunsHarmNothingAndTheNextCleansUp();
    void interruptedDemoLeavesNothingBehind();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString outputs(const QString& name) const { return m_outputs->filePath(name); }
    /// Starts a run and returns once its temporary files are there, so that it is in the middle.
    void startInTheMiddle(QProcess& process, const QStringList& arguments, int files);
    [[nodiscard]] QStringList temporaries() const { return namesIn(m_outputs->path()).filter(".part"); }
    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_outputs;
};

void TestInterruption::initTestCase()
{
    // Large enough that no processor is done with it before the signal arrives.
    const nb::RgbImage piece = nb::test::tissuePicture(500, 500, nb::test::modelTarget());
    nb::RgbImage large(6000, 6000);
    for (int y = 0; y < large.height; ++y)
        for (int x = 0; x < large.width; x += piece.width)
            std::copy_n(piece.row(y % piece.height), 3 * piece.width, large.row(y) + 3 * x);
    QVERIFY(nb::test::writePicture(at("large.bmp").toStdString(), large));
}

void TestInterruption::startInTheMiddle(QProcess& process, const QStringList& arguments, int files)
{
    m_outputs = std::make_unique<QTemporaryDir>();
    QVERIFY(writeBytes(outputs("precious.geojson"), "precious"));
    QStringList all = arguments;
    for (QString& argument : all)
        argument.replace("OUT", m_outputs->path());
    process.start(NB_CLI, all);
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(temporaries().size() >= files || process.state() == QProcess::NotRunning, 60000);
    QVERIFY2(process.state() == QProcess::Running, nb::test::outcomeOf(process).described());
}

void TestInterruption::ctrlCLeavesNothingBehind_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("asked to end") << SIGTERM;
    QTest::newRow("terminal gone") << SIGHUP;
}

void TestInterruption::ctrlCLeavesNothingBehind()
{
    QFETCH(int, signal);
    QProcess process;
    startInTheMiddle(process,
        {"segment", at("large.bmp"), "-o", "OUT/precious.geojson", "--overwrite", "--heatmap", "OUT/heatmap.tif",
            "--labels", "OUT/labels.tif"},
        2);
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(60000));
    const CommandOutcome outcome = nb::test::outcomeOf(process);
    QVERIFY2(outcome.status == 130, outcome.described());
    QVERIFY2(outcome.saysInOneLine("stopped"), outcome.described());
    QCOMPARE(namesIn(m_outputs->path()), QStringList{"precious.geojson"});
    QCOMPARE(bytesOf(outputs("precious.geojson")), QByteArray("precious"));
}

void TestInterruption::killedRunsHarmNothingAndTheNextCleansUp()
{
    QProcess process;
    startInTheMiddle(process,
        {"segment", at("large.bmp"), "-o", "OUT/precious.geojson", "--overwrite", "--heatmap", "OUT/heatmap.tif"}, 2);
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(bytesOf(outputs("precious.geojson")), QByteArray("precious"));
    QVERIFY(!QFile::exists(outputs("heatmap.tif")));
    QCOMPARE(temporaries().size(), 2); // nobody was left to remove them
    const CommandOutcome next = nb::test::runCommand(NB_CLI,
        {"segment", at("large.bmp"), "-o", outputs("precious.geojson"), "--overwrite", "--heatmap",
            outputs("heatmap.tif"), "--region", "0,0,128,128"});
    QVERIFY2(next.status == 0, next.described());
    QCOMPARE(namesIn(m_outputs->path()), (QStringList{"heatmap.tif", "precious.geojson"}));
    QVERIFY(bytesOf(outputs("precious.geojson")).contains("FeatureCollection"));
}

void TestInterruption::interruptedDemoLeavesNothingBehind()
{
    QProcess process;
    startInTheMiddle(process, {"demo", "-o", "OUT/demo.tif", "--size", "40000x40000"}, 1);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    const CommandOutcome outcome = nb::test::outcomeOf(process);
    QVERIFY2(outcome.status == 130, outcome.described());
    QCOMPARE(namesIn(m_outputs->path()), QStringList{"precious.geojson"});
}

QTEST_GUILESS_MAIN(TestInterruption)
#include "tst_interruption.moc"
