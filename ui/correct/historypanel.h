// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/casesession.h"

#include <QPointer>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace nb
{

/// What was done in the case, newest first, and the way back to any of it.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget* parent = nullptr);

    void setSession(CaseSession* session); ///< null: none

private:
    void showHistory();
    void showStates();
    void goToCurrent();
    [[nodiscard]] int stepsTo(int row) const;

    QPointer<CaseSession> m_session;
    QListWidget* m_list = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_redo = nullptr;
    QPushButton* m_goTo = nullptr;
};

} // namespace nb
