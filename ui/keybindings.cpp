// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keybindings.h"

#include <QAction>
#include <QSettings>
#include <QStringList>

namespace nb
{

namespace
{

constexpr auto kDefaults = "defaultKeys";
constexpr auto kName = "keyName";

QStringList textsOf(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts.append(key.toString(QKeySequence::PortableText));
    return texts;
}

QList<QKeySequence> keysOf(const QStringList& texts)
{
    QList<QKeySequence> keys;
    for (const QString& text : texts)
        if (const QKeySequence key(text, QKeySequence::PortableText); !key.isEmpty())
            keys.append(key);
    return keys;
}

// In settings a slash divides groups, and a key may hold one.
QString settingOf(const QAction& action)
{
    return QStringLiteral("keys/") + QString(action.property(kName).toString()).replace(QLatin1Char('/'), QLatin1Char('_'));
}

} // namespace

void KeyBindings::begin(QAction& action, const QList<QKeySequence>& defaults)
{
    const QStringList texts = textsOf(defaults);
    action.setProperty(kDefaults, texts);
    // The first key names the action in every language; one without keys is named by its text.
    action.setProperty(kName, texts.isEmpty() ? action.text().remove(QLatin1Char('&')) : texts.first());
    const QVariant stored = QSettings().value(settingOf(action));
    show(action, stored.isValid() ? keysOf(stored.toStringList()) : defaults);
}

void KeyBindings::bind(QAction& action, const QKeySequence& key)
{
    const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key};
    QSettings().setValue(settingOf(action), textsOf(keys));
    show(action, keys);
}

void KeyBindings::restore(QAction& action)
{
    QSettings().remove(settingOf(action));
    show(action, keysOf(action.property(kDefaults).toStringList()));
}

bool KeyBindings::changed(const QAction& action)
{
    return textsOf(action.shortcuts()) != action.property(kDefaults).toStringList();
}

QAction* KeyBindings::holder(const QKeySequence& key, const QAction& wanted, const QList<QAction*>& others)
{
    for (QAction* other : others)
        if (other != &wanted && !key.isEmpty() && other->shortcuts().contains(key))
            return other;
    return nullptr;
}

void KeyBindings::show(QAction& action, const QList<QKeySequence>& keys)
{
    action.setShortcuts(keys);
    const QString tip = action.property("tip").toString();
    const QString key = keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
    action.setToolTip(key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key));
}

} // namespace nb
