// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that has to do with the case.
#include "ui/banner.h"
#include "ui/casecontroller.h"
#include "ui/mainwindow.h"
#include "ui/nucleusselection.h"

namespace nb
{

CaseSession* MainWindow::caseSession() const
{
    return m_cases->session();
}

void MainWindow::wireCase()
{
    const auto tell = [this](const QString& headline, const Error& error) { m_banner->tell(headline, error); };
    connect(m_cases, &CaseController::failed, this, tell);
    connect(m_cases, &CaseController::changed, this, [this, tell] {
        m_selection->clear();
        if (CaseSession* session = caseSession())
            connect(session, &CaseSession::failed, this, tell);
        Q_EMIT caseChanged();
    });
}

} // namespace nb
