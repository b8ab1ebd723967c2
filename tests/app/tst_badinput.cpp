// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failingcommand.h"
#include "tests/support/fulldisk.h"
#include "tests/support/pictures.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>

#include <QTemporaryDir>
#include <unistd.h>

using nb::test::bytesOf;
using nb::test::CommandOutcome;
using nb::test::namesIn;
using nb::test::writeBytes;

/// What is wrong with slides, regions, outputs: see FailingCommand for what has to happen.
class TestBadInput : public nb::test::FailingCommand
{
    Q_OBJECT

private Q_SLOTS:
    void slides_data();
    void slides();
    void brokenSlides_data();
    void brokenSlides();
    void regionsOutsideOfTheSlide_data();
    void regionsOutsideOfTheSlide();
    void unwritableOutputs_data();
    void unwritableOutputs();
    void fullDisks_data();
    void fullDisks();
    void aFullDiskUnderOneOutputReplacesNoOther();
    void answersThatCannotBePrintedAreFailures();
    void otherCommandsAreAsStrict_data();
    void otherCommandsAreAsStrict();
    void namesThatMeanNothingAreWrongUsage_data();
    void namesThatMeanNothingAreWrongUsage();
    void namesFromFilesDoNotSteerTheTerminal();
};

void TestBadInput::slides_data()
{
    QTest::addColumn<QString>("path");
    const auto file = [this](const char* name, const QByteArray& bytes) {
        if (!writeBytes(at(name), bytes))
            qFatal("cannot write");
        return at(name);
    };
    const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
    QDir(m_folder.path()).mkdir("folder.svs");
    QTest::newRow("missing") << at("missing.svs");
    QTest::newRow("folder") << at("folder.svs");
    QTest::newRow("empty") << file("empty.svs", "");
    QTest::newRow("text named .svs") << file("notes.svs", "Dear colleague,\nplease find attached\n");
    QTest::newRow("PNG that claims 10^6 x 10^6") << file("huge.png", bytes(nb::test::pngClaiming(1000000, 1000000)));
    QTest::newRow("TIFF of a tile beyond memory") << file("tile.tif", bytes(nb::test::tiffClaiming(300000, 262144)));
    QTest::newRow("TIFF of a tile far larger than itself")
        << file("wide.tif", bytes(nb::test::tiffClaiming(100, 12000)));
    QTest::newRow("TIFF of a tile much larger than itself")
        << file("tall.tif", bytes(nb::test::tiffClaiming(100, 7008)));
    QTest::newRow("PNG cut off") << file("cut.png", bytesOf(at("good.png")).chopped(200));
    QTest::newRow("TIFF of a header") << file("header.tif", QByteArray("II*\0\x08\0\0\0", 8));
    QTest::newRow("device") << "/dev/zero";
    if (nb::test::hasShared("slides/CMU-1-Small-Region.svs"))
        QTest::newRow("slide cut off") << file("cut.svs",
            bytesOf(QString::fromStdString(nb::test::sharedPath("slides/CMU-1-Small-Region.svs"))).left(900000));
}

void TestBadInput::slides()
{
    QFETCH(QString, path);
    failsAndHarmsNothing({"segment", path, "-o", m_outputs.filePath("precious.geojson"), "--overwrite", "--labels",
                             m_outputs.filePath("l.tif"), "--heatmap", m_outputs.filePath("h.tif")},
        path);
}

void TestBadInput::brokenSlides_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"broken.svs", "unopenable.tiff", "unreadable.svs"})
        QTest::newRow(name) << name;
}

void TestBadInput::brokenSlides()
{
    NB_NEEDS_SHARED("slides/broken.svs");
    QFETCH(QString, name);
    const QString path = QString::fromStdString(nb::test::sharedPath("slides/")) + name;
    failsAndHarmsNothing({"segment", path, "-o", m_outputs.filePath("precious.geojson"), "--overwrite"}, path);
}

void TestBadInput::regionsOutsideOfTheSlide_data()
{
    QTest::addColumn<QString>("region");
    QTest::newRow("right of it") << "64,0,10,10";
    QTest::newRow("above it") << "0,-20,10,20";
    QTest::newRow("far away") << "1000000000000,1000000000000,1000000000000,100";
    QTest::newRow("far away on the other side") << "-1000000000000,0,100,100";
}

void TestBadInput::regionsOutsideOfTheSlide()
{
    QFETCH(QString, region);
    for (const char* name : {"out.geojson", "out.nsc"})
        failsAndHarmsNothing(
            {"segment", at("good.png"), "-o", m_outputs.filePath(name), "--region=" + region}, at("good.png"));
}

void TestBadInput::unwritableOutputs_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("path");
    QDir(m_folder.path()).mkdir("folder.geojson");
    QDir(m_folder.path()).mkdir("folder.tif");
    QTest::newRow("no such folder") << "-o" << at("nowhere/out.geojson");
    QTest::newRow("labels: no such folder") << "--labels" << at("nowhere/out.tif");
    QTest::newRow("heatmap: no such folder") << "--heatmap" << at("nowhere/out.tif");
    QTest::newRow("labels: a folder") << "--labels" << at("folder.tif");
    QTest::newRow("heatmap: a folder") << "--heatmap" << at("folder.tif");
    QTest::newRow("below a file") << "-o" << at("good.png/out.geojson");
    QTest::newRow("a case: a name that is too long") << "-o" << at(QString(300, 'n') + ".nsc");
    QTest::newRow("a name that is too long") << "-o" << at(QString(300, 'n') + ".geojson");
    QVERIFY(QFile::exists(at("own.tif")) || QFile::link(at("good.png"), at("own.tif")));
    QTest::newRow("its own input") << "--labels" << at("own.tif");
    QTest::newRow("a file system that takes no files") << "-o"
                                                       << "/proc/out.geojson";
    if (::geteuid() != 0) {
        QFile::Permissions readOnly = QFile::ReadOwner | QFile::ExeOwner;
        QDir(m_folder.path()).mkdir("locked");
        QFile::setPermissions(at("locked"), readOnly);
        QTest::newRow("locked folder") << "-o" << at("locked/out.geojson");
    }
}

void TestBadInput::unwritableOutputs()
{
    QFETCH(QString, option);
    QFETCH(QString, path);
    QStringList arguments{"segment", at("good.png"), option, path, "--overwrite"};
    if (option != "-o")
        arguments += {"-o", m_outputs.filePath("precious.geojson")};
    failsAndHarmsNothing(arguments, path);
}

void TestBadInput::fullDisks_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("name");
    QTest::newRow("nuclei") << "-o"
                            << "out.geojson";
    QTest::newRow("zipped nuclei") << "-o"
                                   << "out.geojson.gz";
    QTest::newRow("labels") << "--labels"
                            << "out.tif";
    QTest::newRow("heatmap") << "--heatmap"
                             << "out.tif";
}

void TestBadInput::fullDisks()
{
    QFETCH(QString, option);
    QFETCH(QString, name);
    const nb::test::FullDisk disk(8192);
    if (!disk.mounted())
        QSKIP("needs the right to mount a small file system");
    const QString path = QString::fromStdString(disk.at(name.toStdString())),
                  kept = QString::fromStdString(disk.at("kept"));
    QVERIFY(writeBytes(kept, QByteArray(4096, 'k')));
    QVERIFY(!writeBytes(QString::fromStdString(disk.at("filler")), QByteArray(8192, 'f')));
    QStringList arguments{"segment", at("good.png"), option, path, "--overwrite"};
    if (option != "-o")
        arguments += {"-o", m_outputs.filePath("precious.geojson")};
    failsAndHarmsNothing(arguments, path);
    QCOMPARE(namesIn(QString::fromStdString(disk.folder())), (QStringList{"filler", "kept"}));
    QCOMPARE(bytesOf(kept), QByteArray(4096, 'k'));
}

void TestBadInput::aFullDiskUnderOneOutputReplacesNoOther()
{
    const nb::test::FullDisk disk(8192);
    if (!disk.mounted())
        QSKIP("needs the right to mount a small file system");
    QVERIFY(!writeBytes(QString::fromStdString(disk.at("filler")), QByteArray(16384, 'f')));
    const QString full = QString::fromStdString(disk.at("out.geojson"));
    QVERIFY(writeBytes(at("kept.tif"), "labels of yesterday"));
    // So few nuclei reach the disk only at the very end.
    failsAndHarmsNothing({"segment", at("good.png"), "-o", full, "--labels", at("kept.tif"), "--overwrite"}, full);
    QCOMPARE(bytesOf(at("kept.tif")), QByteArray("labels of yesterday"));
    QVERIFY(QFile::remove(at("kept.tif")));
}

void TestBadInput::otherCommandsAreAsStrict_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("culprit");
    QVERIFY(writeBytes(at("text.svs"), "Dear colleague"));
    const QString text = at("text.svs"), missing = at("missing.svs"), good = at("good.png"),
                  out = m_outputs.filePath("out.tif"), nowhere = at("nowhere/out.tif");
    QTest::newRow("info on text") << QStringList{"info", text} << text;
    QTest::newRow("info on a missing file") << QStringList{"info", missing, "--json"} << missing;
    QTest::newRow("info on a folder") << QStringList{"info", m_folder.path()} << m_folder.path();
    QTest::newRow("normalize text") << QStringList{"normalize", text, "-o", out} << text;
    QTest::newRow("normalize to a missing target")
        << QStringList{"normalize", good, "-o", out, "--target", missing} << missing;
    QTest::newRow("normalize into nowhere") << QStringList{"normalize", good, "-o", nowhere} << nowhere;
    QDir(m_folder.path()).mkdir("sub");
    QVERIFY(QFile::link(good, at("sub/other.tif")));
    QTest::newRow("normalize onto its input by another name")
        << QStringList{"normalize", good, "-o", at("sub/other.tif"), "--overwrite"} << at("sub/other.tif");
    QTest::newRow("demo into nowhere") << QStringList{"demo", "-o", nowhere, "--size", "64x64"} << nowhere;
    QTest::newRow("demo with its truth nowhere") << QStringList{"demo", "-o", out, "--size", "64x64", "--truth",
        at("nowhere/truth.geojson")} << at("nowhere/truth.geojson");
}

void TestBadInput::otherCommandsAreAsStrict()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, culprit);
    failsAndHarmsNothing(arguments, culprit);
}

void TestBadInput::answersThatCannotBePrintedAreFailures()
{
    QProcess process;
    process.setStandardOutputFile("/dev/full");
    process.start(NB_CLI, {"info", at("good.png"), "--json"});
    QVERIFY(process.waitForFinished(60000));
    const CommandOutcome outcome = nb::test::outcomeOf(process);
    QVERIFY2(outcome.status == 1, outcome.described());
    QVERIFY2(outcome.saysInOneLine("standard output"), outcome.described());
}

void TestBadInput::namesThatMeanNothingAreWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString slide = m_outputs.filePath("s.tif"), nuclei = m_outputs.filePath("n.geojson");
    const QStringList segment{"segment", at("good.png"), "-o", nuclei}, demo{"demo", "--size", "64x64", "-o", slide};
    QTest::newRow("labels as PNG") << segment + QStringList{"--labels", m_outputs.filePath("k.png")};
    QTest::newRow("heatmap as JPEG") << segment + QStringList{"--heatmap", m_outputs.filePath("k.jpg")};
    QTest::newRow("truth as text") << demo + QStringList{"--truth", m_outputs.filePath("t.txt")};
    QTest::newRow("truth onto the slide") << demo + QStringList{"--truth", slide};
}

void TestBadInput::namesThatMeanNothingAreWrongUsage()
{
    QFETCH(QStringList, arguments);
    const CommandOutcome outcome = nb::test::runCommand(NB_CLI, arguments);
    QVERIFY2(outcome.status == 2, outcome.described());
    QCOMPARE(namesIn(m_outputs.path()), QStringList{"precious.geojson"});
}

void TestBadInput::namesFromFilesDoNotSteerTheTerminal()
{
    const CommandOutcome outcome = nb::test::runCommand(NB_CLI, {"info", at("\x1b[31mred.svs")});
    QVERIFY2(outcome.status == 1, outcome.described());
    QVERIFY2(!outcome.err.contains('\x1b') && outcome.err.contains("[31mred.svs"), outcome.described());
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
