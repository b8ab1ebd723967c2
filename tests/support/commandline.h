// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace nb::test
{

/// What a run of the program left behind.
struct CommandOutcome {
    int status = -1; ///< exit status; -1 where it crashed or did not end
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    /// True for one line that names the program and `what`, and nothing else: what a failure has to say.
    [[nodiscard]] bool saysInOneLine(const QString& what) const
    {
        return err.startsWith("nucleoscope-cli: ") && err.count('\n') == 1 && err.endsWith('\n')
            && QString::fromUtf8(err).contains(what, Qt::CaseInsensitive);
    }
    /// For messages of failing tests.
    [[nodiscard]] QByteArray described() const
    {
        return "status " + QByteArray::number(status) + ", said: " + err.left(2000);
    }
};

inline CommandOutcome outcomeOf(QProcess& process)
{
    CommandOutcome outcome;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit)
        outcome.status = process.exitCode();
    return outcome;
}

/// Runs `program` with these arguments to its end (or three minutes).
inline CommandOutcome runCommand(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(180000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return outcomeOf(process);
}

/// All names in a folder, hidden ones too.
inline QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace nb::test
