// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QLineEdit;
class QListWidget;

namespace nb
{

/// Finds anything that can be done by a few letters of its name, shows its key, and does it. What cannot be done at the
/// moment is listed greyed, last. `actions` outlive it.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QList<QAction*> actions, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QString& words);
    void run();

    QList<QAction*> m_actions;
    QLineEdit* m_words;
    QListWidget* m_list;
};

} // namespace nb
