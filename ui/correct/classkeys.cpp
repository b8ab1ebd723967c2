// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/classkeys.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace nb
{

ClassKeys::ClassKeys(QWidget& window, QObject* parent)
    : QObject(parent)
    , m_window(window)
{
}

void ClassKeys::setClasses(const std::vector<ClassRecord>& classes)
{
    for (const auto& [id, action] : m_actions)
        delete action;
    m_actions.clear();
    for (const ClassRecord& record : classes) {
        if (record.key.empty())
            continue;
        const QKeySequence key(QString::fromStdString(record.key), QKeySequence::PortableText);
        if (key.isEmpty() || takenBy(key)) // a case from elsewhere; the list shows the key all the same
            continue;
        auto* action = new QAction(tr("Class %1").arg(QString::fromStdString(record.name)), this);
        action->setProperty("tip",
            tr("Give the selected nuclei the class %1 (the key is set in the tab Correct, under Classes)")
                .arg(QString::fromStdString(record.name)));
        action->setShortcut(key);
        action->setAutoRepeat(false);
        action->setEnabled(m_enabled);
        connect(action, &QAction::triggered, this, [this, id = record.id] { Q_EMIT pressed(id); });
        m_window.addAction(action);
        m_actions[record.id] = action;
    }
}

void ClassKeys::setEnabled(bool enabled)
{
    m_enabled = enabled;
    for (const auto& [id, action] : m_actions)
        action->setEnabled(enabled);
}

std::optional<QString> ClassKeys::takenBy(const QKeySequence& key) const
{
    // The canvas's and the tools' own, which no action has.
    static const QList<QKeySequence> kHeld{Qt::Key_Space, Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Backspace,
        Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Plus,
        Qt::Key_Minus, Qt::Key_Equal, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_S,
        Qt::Key_0};
    if (kHeld.contains(key))
        return tr("the slide");
    QList<QAction*> actions = m_window.findChildren<QAction*>();
    actions.append(m_window.actions());
    for (const QAction* action : std::as_const(actions)) {
        const bool ours = std::any_of(
            m_actions.begin(), m_actions.end(), [&](const auto& entry) { return entry.second == action; });
        if (!ours && action->shortcuts().contains(key))
            return QString(action->text()).remove(QLatin1Char('&'));
    }
    return {};
}

} // namespace nb
