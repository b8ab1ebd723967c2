// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/commandline.h"
#include "tests/support/pictures.h"

#include <QTemporaryDir>
#include <QtTest>

namespace nb::test
{

/// Base of tests of the command line's failures. Each bad input has to end in status 1, one line on standard error that
/// names the file and says what to do, and nothing new or changed on disk.
class FailingCommand : public QObject
{
protected:
    FailingCommand()
    {
        if (!writePicture(at("good.png").toStdString(), placePicture(64, 64))
            || !writeBytes(m_outputs.filePath("precious.geojson"), "precious"))
            qFatal("cannot write to %s", qPrintable(m_folder.path()));
    }
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }

    void failsAndHarmsNothing(const QStringList& arguments, const QString& culprit)
    {
        const QStringList before = namesIn(m_folder.path());
        const CommandOutcome outcome = nb::test::runCommand(NB_CLI, arguments);
        QVERIFY2(outcome.status == 1, outcome.described());
        QVERIFY2(outcome.saysInOneLine(culprit), outcome.described());
        QVERIFY2(outcome.err.contains(". "), outcome.described()); // the way out, after what failed and where
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(namesIn(m_outputs.path()), QStringList{"precious.geojson"});
        QCOMPARE(bytesOf(m_outputs.filePath("precious.geojson")), QByteArray("precious"));
        QCOMPARE(namesIn(m_folder.path()), before);
    }

    QTemporaryDir m_folder; ///< inputs; holds good.png
    QTemporaryDir m_outputs; ///< holds precious.geojson
};

} // namespace nb::test
