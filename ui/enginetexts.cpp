// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enginetexts.h"

#include "ui/enginesentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace nb
{

namespace
{

/// A sentence with places to fill in, and what finds them in the finished one.
struct Template {
    const char* english;
    QRegularExpression pattern;
};

std::vector<Template> makeTemplates()
{
    static const QRegularExpression place(QStringLiteral("\\\\%[1-9]"));
    std::vector<Template> templates;
    for (const char* english : engineSentences()) {
        QString pattern = QRegularExpression::escape(QString::fromUtf8(english));
        if (!pattern.contains(place))
            continue;
        pattern.replace(place, QStringLiteral("(.+)"));
        templates.push_back({english,
            QRegularExpression(
                QRegularExpression::anchoredPattern(pattern), QRegularExpression::DotMatchesEverythingOption)});
    }
    return templates;
}

/// The translated sentence, with parts[N], itself translated, for every %N. A % in a part is just a %.
QString filled(const QString& sentence, const QStringList& parts)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place = sentence[i] == QLatin1Char('%') && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : 0;
        if (place > 0 && place < parts.size()) {
            text += engineText(parts[place].toStdString());
            ++i;
        } else {
            text += sentence[i];
        }
    }
    return text;
}

QString translated(const char* english)
{
    return QCoreApplication::translate("engine", english);
}

} // namespace

// The engine's messages are finished English, because the command line shows them as they are; so the numbers in them
// are found again here instead of being carried through every Error for the window alone.
QString engineText(const std::string& text)
{
    if (text.empty())
        return {};
    const QString english = QString::fromStdString(text);
    if (QString whole = translated(text.c_str()); whole != english)
        return whole;
    static const std::vector<Template> templates = makeTemplates();
    for (const Template& each : templates)
        if (const auto match = each.pattern.match(english); match.hasMatch())
            return filled(translated(each.english), match.capturedTexts());
    return english;
}

} // namespace nb
