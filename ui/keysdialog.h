// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QList>
#include <QPointer>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace nb
{

/// The keys and what the mouse does; another key can be given to any of `actions`, which outlive it. `others` are
/// listed too, and no key is taken from them: theirs are set elsewhere.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(QList<QAction*> actions, const QList<QAction*>& others, QWidget* parent = nullptr);

private:
    QWidget* makeEditor();
    void fill();
    void filter();
    void showChosen();
    void useKey();
    void restoreChosen();
    void restoreAll();
    [[nodiscard]] QAction* chosen() const; ///< null on a line of the mouse

    [[nodiscard]] QList<QAction*> everyAction() const;

    QList<QAction*> m_actions;
    QList<QPointer<QAction>> m_others;
    QLineEdit* m_words;
    QTableWidget* m_table;
    QKeySequenceEdit* m_key;
    QPushButton* m_use;
    QPushButton* m_restore;
    QLabel* m_note;
};

} // namespace nb
