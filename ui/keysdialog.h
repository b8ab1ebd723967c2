// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QList>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTableWidget;

namespace nb
{

/// The keys and what the mouse does; another key can be given to anything. `actions` outlive it.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(QList<QAction*> actions, QWidget* parent = nullptr);

private:
    QWidget* makeEditor();
    void fill();
    void showChosen();
    void useKey();
    void restoreChosen();
    void restoreAll();
    [[nodiscard]] QAction* chosen() const; ///< null on a line of the mouse

    QList<QAction*> m_actions;
    QTableWidget* m_table;
    QKeySequenceEdit* m_key;
    QPushButton* m_use;
    QPushButton* m_restore;
    QLabel* m_note;
};

} // namespace nb
