// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;

namespace nb
{

/// Which keys trigger an action: those it was made with, or what the person has put in their place (kept in the
/// settings, whatever the language). An empty list of the person's means: no key.
class KeyBindings
{
public:
    /// Gives a new action its keys. `defaults` are remembered with it.
    static void begin(QAction& action, const QList<QKeySequence>& defaults);
    static void bind(QAction& action, const QKeySequence& key); ///< empty: no key any more
    static void restore(QAction& action); ///< what it was made with
    [[nodiscard]] static bool changed(const QAction& action);
    /// The one of `others` that has `key` already; null where it is free.
    [[nodiscard]] static QAction* holder(
        const QKeySequence& key, const QAction& wanted, const QList<QAction*>& others);

private:
    static void show(QAction& action, const QList<QKeySequence>& keys);
};

} // namespace nb
