// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workstatus.h"

namespace nb
{

class TeachController;

/// A training under way, in the status line. Stopping it is a decision, which is made in the tab Teach: there the text
/// leads.
class TeachStatus : public WorkStatus
{
    Q_OBJECT

public:
    explicit TeachStatus(TeachController& teach, QWidget* parent = nullptr);

private:
    void showState();

    TeachController& m_teach;
};

} // namespace nb
