// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandpalette.h"

#include "ui/windowactions.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kIndexRole = Qt::UserRole;

constexpr qsizetype kTelling = 3; // letters from which on a word can be another one's beginning

/// What other programs call it, and what we do.
constexpr const char* kOtherWords[] = {QT_TRANSLATE_NOOP("nb::CommandPalette", "rotate=turn"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "flip=mirror"), QT_TRANSLATE_NOOP("nb::CommandPalette", "detect=find"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "segmentation=segment"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "annotation=region"), QT_TRANSLATE_NOOP("nb::CommandPalette", "merge=join"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "split=knife"), QT_TRANSLATE_NOOP("nb::CommandPalette", "remove=delete"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "erase=delete"), QT_TRANSLATE_NOOP("nb::CommandPalette", "distance=ruler"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "settings=preferences"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "shortcuts=keys"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "calibration=pixel size"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "screenshot=picture of what you see"),
    QT_TRANSLATE_NOOP("nb::CommandPalette", "probability=heatmap"), QT_TRANSLATE_NOOP("nb::CommandPalette", "train=teach")};

/// Our words for one that begins like this.
QStringList oursFor(const QString& word)
{
    QStringList ours;
    if (word.size() < kTelling)
        return ours;
    for (const char* pair : kOtherWords) {
        const QString both = CommandPalette::tr(pair);
        const auto equals = both.indexOf(QLatin1Char('='));
        if (both.left(equals).startsWith(word, Qt::CaseInsensitive))
            ours += both.mid(equals + 1);
    }
    return ours;
}

/// Every word has to be somewhere in the name or its explanation, in our words or another program's.
bool fits(const QAction& action, const QStringList& words)
{
    const QString text = commandName(action) + QLatin1Char(' ') + action.property("tip").toString();
    const auto holds = [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); };
    return std::all_of(words.begin(), words.end(), [&holds](const QString& word) {
        const QStringList ours = oursFor(word);
        return holds(word) || std::any_of(ours.begin(), ours.end(), holds);
    });
}

} // namespace

CommandPalette::CommandPalette(QList<QAction*> actions, QWidget* parent)
    : QDialog(parent)
    , m_actions(std::move(actions))
    , m_words(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find a command"));
    m_words->setPlaceholderText(tr("A few letters of what you want to do"));
    m_words->setAccessibleName(windowTitle());
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setUniformItemSizes(true);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(m_words);
    rows->addWidget(m_list, 1);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::run);
    fill({});
    resize(480, 420);
    m_words->setFocus();
}

void CommandPalette::fill(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_list->clear();
    for (const bool enabled : {true, false})
        for (int i = 0; i < m_actions.size(); ++i) {
            const QAction& action = *m_actions[i];
            if (action.isEnabled() != enabled || !fits(action, words))
                continue;
            const QString key = action.shortcut().toString(QKeySequence::NativeText);
            auto* item = new QListWidgetItem(
                action.icon(), key.isEmpty() ? commandName(action) : tr("%1    (%2)").arg(commandName(action), key), m_list);
            item->setToolTip(action.property("tip").toString());
            item->setData(kIndexRole, i);
            if (!enabled)
                item->setFlags(Qt::NoItemFlags);
        }
    m_list->setCurrentRow(0);
    if (m_list->count() == 0) {
        auto* nothing = new QListWidgetItem(tr("Nothing is called that. Try fewer letters."), m_list);
        nothing->setFlags(Qt::NoItemFlags);
    }
}

void CommandPalette::run()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    QAction* action = m_actions[item->data(kIndexRole).toInt()];
    accept();
    // Once this dialog is gone: the command may open one of its own.
    QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace nb
