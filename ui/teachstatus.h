// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workstatus.h"

namespace nb
{

class TeachController;

/// A training under way, in the status line. Its stop button keeps the best so far, so nothing is lost; the text leads to
/// the tab Teach, where a person decides about it.
class TeachStatus : public WorkStatus
{
    Q_OBJECT

public:
    explicit TeachStatus(TeachController& teach, QWidget* parent = nullptr);

private:
    void showState();

    TeachController& m_teach;
    QToolButton& m_stop;
};

} // namespace nb
