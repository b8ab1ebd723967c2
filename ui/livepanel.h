// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;

namespace nb
{

class LiveController;

/// The switch of the live model, and what it is doing.
class LivePanel : public QWidget
{
    Q_OBJECT

public:
    LivePanel(LiveController& live, QAction* action, QWidget* parent = nullptr);

    [[nodiscard]] QString note() const;

private:
    void showState();

    LiveController& m_live;
    QCheckBox* m_on;
    QLabel* m_note;
};

} // namespace nb
