// SPDX-License-Identifier: GPL-3.0-or-later
// nucleoscope as other programs call it (design.md section 7).
#include "tests/support/casefixture.h"
#include "tests/support/sharedfiles.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace nb;
using namespace nb::test;

class TestWindowProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutADisplayOneClearLineAndStatus1();
    void aDisplayThatIsNotThereIsNoCrash();
    void theWindowStartsAndEndsOnTerminate();
    void wrongUsageIsStatus2_data();
    void wrongUsageIsStatus2();
    void snapshotShowsTheRegion();
    void snapshotOfHeatmapsRunsTheNetwork();
    void snapshotShowsNucleiOfAFile();
    void snapshotOfACaseShowsItsSlideAndItsNuclei();
    void snapshotOfACaseWithoutItsSlideSaysWhereItWas();
    void aFailedSnapshotLeavesWhatWasThere_data();
    void aFailedSnapshotLeavesWhatWasThere();

private:
    struct Outcome {
        int status = -1;
        bool crashed = true;
        QString errors;
        QString output;
    };
    [[nodiscard]] Outcome run(const QStringList& arguments, const QMap<QString, QString>& environment = {});
    [[nodiscard]] QString makeCase(const QString& name, const QString& slide);
    QTemporaryDir m_folder;
    QString m_slide;
};

void TestWindowProgram::initTestCase()
{
    QImage image(600, 400, QImage::Format_RGB888);
    image.fill(QColor(240, 225, 235));
    QPainter painter(&image);
    painter.fillRect(0, 0, 100, 100, QColor(200, 30, 30));
    painter.end();
    m_slide = m_folder.filePath(QStringLiteral("slide.png"));
    QVERIFY(image.save(m_slide));
}

TestWindowProgram::Outcome TestWindowProgram::run(const QStringList& arguments, const QMap<QString, QString>& changes)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
    for (auto it = changes.begin(); it != changes.end(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(NB_NUCLEOSCOPE), arguments);
    if (!process.waitForFinished(120000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.exitStatus() == QProcess::CrashExit,
        QString::fromUtf8(process.readAllStandardError()), QString::fromUtf8(process.readAllStandardOutput())};
}

void TestWindowProgram::withoutADisplayOneClearLineAndStatus1()
{
    const Outcome outcome = run({});
    QVERIFY(!outcome.crashed);
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.errors.count(QLatin1Char('\n')), 1);
    QVERIFY2(outcome.errors.contains(QStringLiteral("no display")), qPrintable(outcome.errors));
}

void TestWindowProgram::aDisplayThatIsNotThereIsNoCrash()
{
    const Outcome outcome = run({},
        {{QStringLiteral("DISPLAY"), QStringLiteral(":9876")},
            {QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb")}});
    QVERIFY(!outcome.crashed);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.count(QLatin1Char('\n')) == 1, qPrintable(outcome.errors));
}

void TestWindowProgram::theWindowStartsAndEndsOnTerminate()
{
    // libtorch brings Qt 5 into the process: this is the check that a Qt 6 window still comes up beside it.
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(NB_NUCLEOSCOPE), {m_slide});
    QVERIFY(process.waitForStarted());
    // That it is up can be seen by its recent files: the slide was opened.
    const QString settings = m_folder.filePath(QStringLiteral("config/nucleoscope/nucleoscope.conf"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(settings), 30000);
    QVERIFY(
        QFile::permissions(settings) == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    QVERIFY(process.state() == QProcess::Running);
    process.terminate();
    QVERIFY(process.waitForFinished(30000));
    QVERIFY(process.exitStatus() == QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
}

void TestWindowProgram::wrongUsageIsStatus2_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList snapshot{QStringLiteral("a.png"), QStringLiteral("--snapshot"), QStringLiteral("out.png")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")};
    QTest::newRow("no file") << QStringList{QStringLiteral("--snapshot"), QStringLiteral("out.png")};
    QTest::newRow("two files") << QStringList{QStringLiteral("a.png"), QStringLiteral("b.png")};
    QTest::newRow("region of three") << snapshot + QStringList{QStringLiteral("--region"), QStringLiteral("1,2,3")};
    QTest::newRow("empty region") << snapshot + QStringList{QStringLiteral("--region"), QStringLiteral("0,0,0,10")};
    QTest::newRow("NaN region") << snapshot + QStringList{QStringLiteral("--region"), QStringLiteral("nan,0,5,10")};
    QTest::newRow("size of nothing") << snapshot + QStringList{QStringLiteral("--size"), QStringLiteral("0x100")};
    QTest::newRow("absurd size") << snapshot + QStringList{QStringLiteral("--size"), QStringLiteral("99999x99999")};
    QTest::newRow("unknown layer") << snapshot
            + QStringList{QStringLiteral("--layers"), QStringLiteral("slide,colours")};
    QTest::newRow("region without snapshot")
        << QStringList{QStringLiteral("a.png"), QStringLiteral("--region"), QStringLiteral("1,2,3,4")};
}

void TestWindowProgram::wrongUsageIsStatus2()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.errors.count(QLatin1Char('\n')), 1);
}

void TestWindowProgram::snapshotShowsTheRegion()
{
    const QString out = m_folder.filePath(QStringLiteral("region.png"));
    const Outcome outcome = run({m_slide, QStringLiteral("--snapshot"), out, QStringLiteral("--region"),
        QStringLiteral("0,0,200,200"), QStringLiteral("--size"), QStringLiteral("400x400")});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    const QImage picture(out);
    QCOMPARE(picture.size(), QSize(400, 400));
    QCOMPARE(picture.pixelColor(100, 100), QColor(200, 30, 30)); // the red square is 200 px wide now
    QCOMPARE(picture.pixelColor(210, 100), QColor(240, 225, 235));
    QVERIFY(QFile::permissions(out) == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
}

void TestWindowProgram::snapshotOfHeatmapsRunsTheNetwork()
{
    const QString plain = m_folder.filePath(QStringLiteral("plain.png")),
                  heat = m_folder.filePath(QStringLiteral("heat.png"));
    QVERIFY(
        run({m_slide, QStringLiteral("--snapshot"), plain, QStringLiteral("--region"), QStringLiteral("0,0,200,200")})
            .status
        == 0);
    const Outcome outcome = run({m_slide, QStringLiteral("--snapshot"), heat, QStringLiteral("--region"),
        QStringLiteral("0,0,200,200"), QStringLiteral("--layers"), QStringLiteral("slide,background,annotations")});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    QVERIFY(QImage(plain).size() == QImage(heat).size());
    QVERIFY(QImage(plain) != QImage(heat));
}

void TestWindowProgram::snapshotShowsNucleiOfAFile()
{
    QFile nuclei(m_folder.filePath(QStringLiteral("nuclei.geojson")));
    QVERIFY(nuclei.open(QIODevice::WriteOnly));
    nuclei.write(
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":)"
        R"([[[120,120],[180,120],[180,180],[120,180],[120,120]]]},"properties":{"objectType":"detection"}}]})");
    nuclei.close();
    const QString plain = m_folder.filePath(QStringLiteral("plain2.png")),
                  drawn = m_folder.filePath(QStringLiteral("drawn.png"));
    QVERIFY(run({m_slide, QStringLiteral("--snapshot"), plain, QStringLiteral("--region"),
                    QStringLiteral("100,100,200,200"), QStringLiteral("--size"), QStringLiteral("400x400")})
                .status
        == 0);
    const Outcome outcome = run(
        {m_slide, QStringLiteral("--snapshot"), drawn, QStringLiteral("--region"), QStringLiteral("100,100,200,200"),
            QStringLiteral("--size"), QStringLiteral("400x400"), QStringLiteral("--nuclei"), nuclei.fileName()});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    const QImage without(plain), with(drawn);
    QVERIFY(without.pixelColor(40, 100) != with.pixelColor(40, 100)); // x = 120 of the slide
    QCOMPARE(without.pixelColor(250, 20), with.pixelColor(250, 20));
}

/// A case of `slide` with one nucleus about (150, 150).
QString TestWindowProgram::makeCase(const QString& name, const QString& slide)
{
    const QString path = m_folder.filePath(name);
    const auto source = openSlide(slide.toStdString());
    auto document = source ? CaseDocument::create(path.toStdString(), identityOf((*source)->info()))
                           : Result<std::unique_ptr<CaseDocument>>(source.error());
    if (!document)
        return {};
    Edit edit;
    edit.label = "Draw nucleus";
    edit.putNuclei = {nucleus(1, 150, 150, 30)};
    return (*document)->edits().apply(edit).ok() ? path : QString();
}

void TestWindowProgram::snapshotOfACaseShowsItsSlideAndItsNuclei()
{
    const QString path = makeCase(QStringLiteral("a.nsc"), m_slide);
    QVERIFY(!path.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const auto take = [&](const QString& name, const QStringList& more) {
        const QString out = m_folder.filePath(name);
        const Outcome outcome = run(QStringList{path, QStringLiteral("--snapshot"), out, QStringLiteral("--region"),
                                        QStringLiteral("0,0,300,300")}
            + more);
        return outcome.status == 0 ? QImage(out) : QImage();
    };
    const QImage drawn = take(QStringLiteral("case.png"), {});
    const QImage plain
        = take(QStringLiteral("caseslide.png"), {QStringLiteral("--layers"), QStringLiteral("slide,annotations")});
    QCOMPARE(drawn.size(), QSize(300, 300));
    QCOMPARE(drawn.pixelColor(50, 50), QColor(200, 30, 30)); // the slide
    QVERIFY(drawn.pixelColor(120, 150) != plain.pixelColor(120, 150)); // the nucleus's left edge
    QCOMPARE(drawn.pixelColor(150, 150), plain.pixelColor(150, 150));
    file.seek(0);
    QCOMPARE(file.readAll(), before); // looked at, not touched
}

void TestWindowProgram::snapshotOfACaseWithoutItsSlideSaysWhereItWas()
{
    const QString slide = m_folder.filePath(QStringLiteral("gone.png")),
                  out = m_folder.filePath(QStringLiteral("n.png"));
    QVERIFY(QFile::copy(m_slide, slide));
    const QString path = makeCase(QStringLiteral("gone.nsc"), slide);
    QVERIFY(QFile::remove(slide));
    const Outcome outcome = run({path, QStringLiteral("--snapshot"), out});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(
        outcome.errors.contains(slide) && outcome.errors.count(QLatin1Char('\n')) == 1, qPrintable(outcome.errors));
    QVERIFY(!QFile::exists(out));
}

void TestWindowProgram::aFailedSnapshotLeavesWhatWasThere_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("more");
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("missing.svs")) << QStringList();
    QTest::newRow("directory") << m_folder.path() << QStringList();
    QTest::newRow("region outside") << m_slide
                                    << QStringList{QStringLiteral("--region"), QStringLiteral("5000,5000,10,10")};
    QTest::newRow("nuclei missing") << m_slide
                                    << QStringList{QStringLiteral("--nuclei"),
                                           m_folder.filePath(QStringLiteral("missing.geojson"))};
    for (const char* name : {"unreadable.svs", "broken.svs", "unopenable.tiff"})
        QTest::newRow(name) << QString::fromStdString(sharedPath(std::string("slides/") + name)) << QStringList();
}

void TestWindowProgram::aFailedSnapshotLeavesWhatWasThere()
{
    QFETCH(QString, file);
    QFETCH(QStringList, more);
    const QString out = m_folder.filePath(QStringLiteral("kept.png"));
    QFile kept(out);
    QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("precious") == 8);
    kept.close();
    const Outcome outcome = run(QStringList{file, QStringLiteral("--snapshot"), out} + more);
    QVERIFY(!outcome.crashed);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.count(QLatin1Char('\n')) == 1, qPrintable(outcome.errors));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("precious"));
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral(".kept*")}, QDir::Files | QDir::Hidden).isEmpty());
}

QTEST_GUILESS_MAIN(TestWindowProgram)
#include "tst_windowprogram.moc"
