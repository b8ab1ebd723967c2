// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enginesentences.h"
#include "ui/enginetexts.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTranslator>
#include <QtTest>

using nb::engineText;

namespace
{

class Dictionary : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        static const QHash<QByteArray, QString> words{
            {"The case is damaged (%1)", QStringLiteral("Der Fall ist beschädigt (%1)")},
            {"The key %1 belongs to the class \"%2\"", QStringLiteral("Zu „%2“ gehört %1")},
            {"The file is empty", QStringLiteral("Die Datei ist leer")},
            {"This is no GeoJSON (%1)", QStringLiteral("Kein GeoJSON (%1)")},
            {"the file is empty", QStringLiteral("die Datei ist leer")},
        };
        return QByteArray(context) == "engine" ? words.value(source) : QString();
    }
};

/// Every string of a C++ source, adjacent ones joined, each on a line of its own.
QString stringsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression literals(QStringLiteral("(?:\"((?:[^\"\\\\\n]|\\\\.)*)\"\\s*)+"));
    static const QRegularExpression seam(QStringLiteral("(?<!\\\\)\"\\s*\""));
    QString all;
    const QString source = QString::fromUtf8(file.readAll());
    for (auto it = literals.globalMatch(source); it.hasNext();)
        all += it.next().captured().replace(seam, QString()).replace(QLatin1String("\\\""), QLatin1String("\""))
            + u'\n';
    return all;
}

} // namespace

class TestEngineTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QCoreApplication::installTranslator(&m_dictionary); }
    void cleanup() { QCoreApplication::removeTranslator(&m_dictionary); }
    void aWholeSentenceIsTranslated();
    void whatTheEngineFilledInIsKept();
    void aSentenceWithinASentenceIsTranslated();
    void anUnknownSentenceStaysAsItIs();
    void everySentenceIsOneOfTheEngine();
    void placesAreNumberedInTheirOrder();

private:
    Dictionary m_dictionary;
};

void TestEngineTexts::aWholeSentenceIsTranslated()
{
    QCOMPARE(engineText("The file is empty"), QStringLiteral("Die Datei ist leer"));
    QCOMPARE(engineText(""), QString());
}

void TestEngineTexts::whatTheEngineFilledInIsKept()
{
    QCOMPARE(
        engineText("The case is damaged (3 %2 of (it))"), QStringLiteral("Der Fall ist beschädigt (3 %2 of (it))"));
    QCOMPARE(engineText("The key K belongs to the class \"Müller %1\""), QStringLiteral("Zu „Müller %1“ gehört K"));
}

void TestEngineTexts::aSentenceWithinASentenceIsTranslated()
{
    QCOMPARE(engineText("This is no GeoJSON (the file is empty)"), QStringLiteral("Kein GeoJSON (die Datei ist leer)"));
}

void TestEngineTexts::anUnknownSentenceStaysAsItIs()
{
    QCOMPARE(engineText("The case is fine (3)"), QStringLiteral("The case is fine (3)"));
    QCOMPARE(engineText("Oh: The case is damaged (3)"), QStringLiteral("Oh: The case is damaged (3)"));
    QCOMPARE(engineText("The case is damaged ()"), QStringLiteral("The case is damaged ()"));
}

void TestEngineTexts::everySentenceIsOneOfTheEngine()
{
    QString said;
    for (const char* room : {"/engine", "/ui"}) {
        QDirIterator files(QStringLiteral(NB_SOURCE_DIR) + QLatin1String(room),
            {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            if (const QString path = files.next(); !path.contains(QLatin1String("/ui/engine")))
                said += stringsOf(path);
    }
    static const QRegularExpression place(QStringLiteral("%\\d"));
    for (const auto list : {nb::engineSentences(), nb::engineRemedies()})
        for (const char* english : list)
            for (const QString& part : QString::fromUtf8(english).split(place))
                QVERIFY2(said.contains(part.endsWith(QLatin1String(" (")) ? part.chopped(2) : part), english);
}

void TestEngineTexts::placesAreNumberedInTheirOrder()
{
    static const QRegularExpression place(QStringLiteral("%(\\d)"));
    for (const char* english : nb::engineSentences()) {
        int next = 1;
        for (auto it = place.globalMatch(QString::fromUtf8(english)); it.hasNext(); ++next)
            QVERIFY2(it.next().captured(1).toInt() == next, english);
    }
    for (const char* english : nb::engineRemedies())
        QVERIFY2(!QString::fromUtf8(english).contains(place), english);
}

QTEST_GUILESS_MAIN(TestEngineTexts)
#include "tst_enginetexts.moc"
