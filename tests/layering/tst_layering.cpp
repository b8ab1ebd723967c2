// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace
{

struct Include {
    QString file;
    QString header;
};

/// Every #include of the sources below `folder`, relative to the project's root.
QList<Include> includesBelow(const QString& folder)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    QList<Include> found;
    const QDir root(QStringLiteral(NB_SOURCE_DIR));
    QDirIterator files(root.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
        QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
            continue;
        while (!file.atEnd()) {
            const auto match = pattern.match(QString::fromUtf8(file.readLine()));
            if (match.hasMatch())
                found.append({root.relativeFilePath(file.fileName()), match.captured(1)});
        }
    }
    return found;
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRoomLooksUp_data();
    void noRoomLooksUp();
    void onlyTorchFilesIncludeTorch();
    void noFileHasANameThatSaysNothing();
};

void TestLayering::noRoomLooksUp_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("forbidden");
    QTest::newRow("engine") << "engine"
                            << "^(widgets/|ui/|app/|Q[A-Z]|Qt)";
    QTest::newRow("widgets") << "widgets"
                             << "^(ui/|app/)";
    QTest::newRow("ui") << "ui"
                        << "^app/";
    QTest::newRow("command line") << "app/cli"
                                  << "^(widgets/|ui/|Q[A-Z]|Qt)";
}

void TestLayering::noRoomLooksUp()
{
    QFETCH(QString, folder);
    QFETCH(QString, forbidden);
    const auto includes = includesBelow(folder);
    const QRegularExpression pattern(forbidden);
    for (const Include& include : includes)
        QVERIFY2(!pattern.match(include.header).hasMatch(),
            qPrintable(include.file + QStringLiteral(" includes ") + include.header));
    if (folder == QLatin1String("engine"))
        QVERIFY2(includes.size() > 100, "the test looked at the wrong folder");
}

void TestLayering::onlyTorchFilesIncludeTorch()
{
    for (const QString& folder :
        {QStringLiteral("engine"), QStringLiteral("widgets"), QStringLiteral("ui"), QStringLiteral("app")})
        for (const Include& include : includesBelow(folder))
            if (include.header.startsWith(QLatin1String("torch/")) || include.header.startsWith(QLatin1String("ATen/"))
                || include.header.startsWith(QLatin1String("c10/")))
                QVERIFY2(
                    QFileInfo(include.file).fileName().startsWith(QLatin1String("torch")), qPrintable(include.file));
}

void TestLayering::noFileHasANameThatSaysNothing()
{
    static const QRegularExpression nothing(
        QStringLiteral("(util|helper|manager|common)"), QRegularExpression::CaseInsensitiveOption);
    for (const QString& folder :
        {QStringLiteral("engine"), QStringLiteral("widgets"), QStringLiteral("ui"), QStringLiteral("app")}) {
        QDirIterator files(QStringLiteral(NB_SOURCE_DIR "/") + folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = QFileInfo(files.next()).fileName();
            QVERIFY2(!nothing.match(name).hasMatch(), qPrintable(name));
        }
    }
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
