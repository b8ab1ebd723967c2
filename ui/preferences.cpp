// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

#include <QSettings>

#include <pwd.h>
#include <unistd.h>

namespace nb
{

namespace
{
const auto kLanguage = QStringLiteral("window/language");
const auto kReducedMotion = QStringLiteral("canvas/reducedMotion");
const auto kWheel = QStringLiteral("canvas/wheelTowardsZoomsOut");
const auto kAuthor = QStringLiteral("person/name");
const auto kRecent = QStringLiteral("recent/");
} // namespace

Preferences Preferences::stored()
{
    const QSettings settings;
    Preferences value;
    value.theme = storedTheme();
    value.language = settings.value(kLanguage).toString();
    value.reducedMotion = settings.value(kReducedMotion, value.reducedMotion).toBool();
    value.wheelTowardsZoomsOut = settings.value(kWheel, value.wheelTowardsZoomsOut).toBool();
    value.author = settings.value(kAuthor).toString();
    return value;
}

void Preferences::store() const
{
    storeTheme(theme);
    QSettings settings;
    settings.setValue(kLanguage, language);
    settings.setValue(kReducedMotion, reducedMotion);
    settings.setValue(kWheel, wheelTowardsZoomsOut);
    settings.setValue(kAuthor, author);
}

void Preferences::resetAll()
{
    QSettings settings;
    for (const QString& key : settings.allKeys())
        if (!key.startsWith(kRecent))
            settings.remove(key);
}

QString Preferences::authorName() const
{
    if (!author.trimmed().isEmpty())
        return author.trimmed();
    const passwd* entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

QLocale Preferences::locale() const
{
    return language.isEmpty() ? QLocale::system() : QLocale(language);
}

} // namespace nb
