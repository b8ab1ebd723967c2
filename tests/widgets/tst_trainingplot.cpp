// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/io/geojsonsamples.h"
#include "tests/support/filesizelimit.h"
#include "widgets/trainingplot.h"

#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using nb::TrainingPlot;
using nb::test::FileSizeLimit;
using nb::test::fileText;
using nb::test::putFile;

class TestTrainingPlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesPicturesAndNumbers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("picture") << QStringLiteral("a.png") << QByteArray("\x89PNG");
        QTest::newRow("page") << QStringLiteral("a.pdf") << QByteArray("%PDF");
        QTest::newRow("numbers") << QStringLiteral("a.csv") << QByteArray("curve,step,value\n\"loss\",0,1\n");
    }
    void writesPicturesAndNumbers()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begin);
        const QTemporaryDir folder;
        TrainingPlot plot(QStringLiteral("Loss"), {{QStringLiteral("loss")}});
        for (int i = 0; i < 500; ++i)
            plot.add(0, i, 1.0 / (1 + i));
        const QString path = folder.filePath(name);
        putFile(path.toStdString(), "what was there");
        {
            const FileSizeLimit full(1000);
            const nb::Status failed = plot.exportTo(path);
            QVERIFY(!failed);
            QCOMPARE(failed.error().code, nb::ErrorCode::NoSpace);
        }
        QCOMPARE(fileText(path.toStdString()), std::string("what was there"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        const nb::Status done = plot.exportTo(path);
        QVERIFY2(done.ok(), done ? "" : done.error().message().c_str());
        QVERIFY(QByteArray::fromStdString(fileText(path.toStdString())).startsWith(begin));
    }
    void keysAskForTheExport()
    {
        TrainingPlot plot(QStringLiteral("Loss"), {{QStringLiteral("loss")}});
        QSignalSpy asked(&plot, &TrainingPlot::exportRequested);
        auto* const surface = plot.findChild<QWidget*>();
        QVERIFY((surface->focusPolicy() & Qt::TabFocus) && !surface->accessibleName().isEmpty());
        QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
        QCoreApplication::sendEvent(surface, &menuKey);
        QCOMPARE(asked.size(), 1);
    }
};

QTEST_MAIN(TestTrainingPlot)
#include "tst_trainingplot.moc"
