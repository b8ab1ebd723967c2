// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

namespace
{

struct Message {
    QString context;
    QString source;
    QStringList translations;
    bool unfinished = false;
};

QList<Message> messagesOf(const QString& path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append({context, {}, {}, false});
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().unfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            const QString all = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            messages.last().translations = all.split(QRegularExpression(QStringLiteral("\n\\s*")));
        }
    }
    return messages;
}

QStringList placesIn(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QStringList places;
    for (auto it = place.globalMatch(text); it.hasNext();)
        places.append(it.next().captured());
    places.sort();
    return places;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areCompleteAndKeepTheirPlaces_data();
    void areCompleteAndKeepTheirPlaces();
};

void TestTranslations::areCompleteAndKeepTheirPlaces_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(NB_SOURCE_DIR "/translations"));
    for (const QString& name : folder.entryList({QStringLiteral("*.ts")}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestTranslations::areCompleteAndKeepTheirPlaces()
{
    QFETCH(QString, path);
    const auto messages = messagesOf(path);
    QVERIFY(!messages.isEmpty());
    static const QStringList kFree{QStringLiteral("TimeLeft"), QStringLiteral("engine")};
    for (const Message& message : messages) {
        QVERIFY2(!message.unfinished, qPrintable(message.source));
        // A context without its namespace is never found at run time (lupdate needs -I .).
        QVERIFY2(message.context.startsWith(QLatin1String("nb::")) || kFree.contains(message.context),
            qPrintable(message.context));
        if (message.source.contains(QLatin1String("\n")))
            continue;
        for (const QString& translation : message.translations)
            QVERIFY2(placesIn(translation) == placesIn(message.source), qPrintable(message.source));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
