// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keysdialog.h"

#include "ui/keybindings.h"
#include "ui/windowactions.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{

QList<std::pair<QString, QString>> mouseRows()
{
    return {{KeysDialog::tr("Drag"), KeysDialog::tr("Move the slide")},
        {KeysDialog::tr("Wheel"), KeysDialog::tr("Zoom where the mouse is")},
        {KeysDialog::tr("Ctrl+Wheel"), KeysDialog::tr("Opacity of what lies over the slide")},
        {KeysDialog::tr("Arrows"), KeysDialog::tr("Move the slide")}};
}

QString keyTexts(const QAction& action)
{
    QStringList names;
    for (const QKeySequence& key : action.shortcuts())
        names.append(key.toString(QKeySequence::NativeText));
    return names.join(KeysDialog::tr(", "));
}

} // namespace

KeysDialog::KeysDialog(QList<QAction*> actions, const QList<QAction*>& others, QWidget* parent)
    : QDialog(parent)
    , m_actions(std::move(actions))
    , m_others(others.begin(), others.end())
    , m_words(new QLineEdit(this))
    , m_table(new QTableWidget(0, 3, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys and mouse"));
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Key or mouse"), tr("What it does")});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    auto* layout = new QVBoxLayout(this);
    m_words->setPlaceholderText(tr("A few letters of a command or a key"));
    m_words->setAccessibleName(tr("Search"));
    m_words->setClearButtonEnabled(true);
    connect(m_words, &QLineEdit::textChanged, this, &KeysDialog::filter);
    layout->addWidget(m_words);
    layout->addWidget(m_table);
    layout->addWidget(makeEditor());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the style's own is black on dark
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter in the search closes nothing
    auto* all = buttons->addButton(tr("All keys as they were"), QDialogButtonBox::ResetRole);
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this, &KeysDialog::restoreAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &KeysDialog::showChosen);
    connect(m_table, &QTableWidget::cellActivated, this, [this] { m_key->setFocus(); });
    fill();
    showChosen();
    resize(760, 620);
}

QWidget* KeysDialog::makeEditor()
{
    auto* editor = new QWidget(this);
    auto* label = new QLabel(tr("Another &key for the selected line:"), editor);
    m_key = new QKeySequenceEdit(editor);
    m_key->setAccessibleName(tr("Another key"));
    label->setBuddy(m_key);
    m_use = new QPushButton(tr("&Use it"), editor);
    m_restore = new QPushButton(tr("As it &was"), editor);
    for (QPushButton* button : {m_use, m_restore})
        button->setAutoDefault(false);
    m_note = new QLabel(editor);
    m_note->setWordWrap(true);
    connect(m_use, &QPushButton::clicked, this, &KeysDialog::useKey);
    connect(m_restore, &QPushButton::clicked, this, &KeysDialog::restoreChosen);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, [this] { m_note->clear(); });
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_key, 1);
    row->addWidget(m_use);
    row->addWidget(m_restore);
    auto* rows = new QVBoxLayout(editor);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(row);
    rows->addWidget(m_note);
    return editor;
}

void KeysDialog::fill()
{
    const auto mouse = mouseRows();
    const int chosenRow = m_table->currentRow();
    const QList<QAction*> every = everyAction();
    m_table->setRowCount(static_cast<int>(mouse.size() + every.size()));
    int row = 0;
    for (const auto& [what, does] : mouse) {
        m_table->setItem(row, 0, new QTableWidgetItem(does));
        m_table->setItem(row, 1, new QTableWidgetItem(what));
        m_table->setItem(row++, 2, new QTableWidgetItem);
    }
    for (const QAction* action : every) {
        auto* key = new QTableWidgetItem(keyTexts(*action));
        QFont font = key->font();
        font.setBold(KeyBindings::changed(*action));
        key->setFont(font);
        m_table->setItem(row, 0, new QTableWidgetItem(commandName(*action)));
        m_table->setItem(row, 1, key);
        m_table->setItem(row++, 2, new QTableWidgetItem(action->property("tip").toString()));
    }
    for (const int column : {0, 1})
        m_table->resizeColumnToContents(column);
    m_table->selectRow(std::max(chosenRow, 0));
    filter();
}

/// Every word has to be somewhere in the row.
void KeysDialog::filter()
{
    const QStringList words = m_words->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QString text;
        for (int column = 0; column < m_table->columnCount(); ++column)
            text += m_table->item(row, column)->text() + QLatin1Char(' ');
        m_table->setRowHidden(row, !std::all_of(words.begin(), words.end(), [&text](const QString& word) {
            return text.contains(word, Qt::CaseInsensitive);
        }));
    }
}

/// Those that can be given another key come first.
QList<QAction*> KeysDialog::everyAction() const
{
    QList<QAction*> every = m_actions;
    for (const QPointer<QAction>& other : m_others)
        if (other)
            every.append(other);
    return every;
}

QAction* KeysDialog::chosen() const
{
    const auto index = m_table->currentRow() - mouseRows().size();
    return index >= 0 && index < m_actions.size() ? m_actions[index] : nullptr;
}

void KeysDialog::showChosen()
{
    const QAction* action = chosen();
    m_key->setEnabled(action != nullptr);
    m_use->setEnabled(action != nullptr);
    m_restore->setEnabled(action && KeyBindings::changed(*action));
    m_key->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_note->clear();
}

void KeysDialog::useKey()
{
    QAction* action = chosen();
    if (!action)
        return;
    const QKeySequence key = m_key->keySequence();
    if (const QAction* other = KeyBindings::holder(key, *action, everyAction())) {
        m_note->setText(tr("%1 is taken: %2. Give that another key first.")
                            .arg(key.toString(QKeySequence::NativeText), other->property("tip").toString()));
        return;
    }
    KeyBindings::bind(*action, key);
    fill();
    showChosen();
    m_note->setText(key.isEmpty() ? tr("No key does this any more; the menus still do.")
                                  : tr("%1 does this now.").arg(key.toString(QKeySequence::NativeText)));
}

void KeysDialog::restoreChosen()
{
    QAction* action = chosen();
    if (!action)
        return;
    for (const QString& text : action->property("defaultKeys").toStringList())
        if (const QAction* other = KeyBindings::holder(QKeySequence(text), *action, everyAction())) {
            m_note->setText(
                tr("%1 is taken: %2. Give that another key first.")
                    .arg(QKeySequence(text).toString(QKeySequence::NativeText), other->property("tip").toString()));
            return;
        }
    KeyBindings::restore(*action);
    fill();
    showChosen();
}

void KeysDialog::restoreAll()
{
    for (QAction* action : m_actions)
        KeyBindings::restore(*action);
    fill();
    showChosen();
}

} // namespace nb
