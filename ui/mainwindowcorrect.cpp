// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that has to do with the tab "Correct".
#include "ui/banner.h"
#include "ui/correct/correctpanel.h"
#include "ui/mainwindow.h"
#include "ui/slidecontroller.h"
#include "ui/windowactions.h"

#include <QTabWidget>

namespace nb
{

void MainWindow::wireCorrect()
{
    connect(this, &MainWindow::caseChanged, m_correct, [this] { m_correct->setSession(caseSession()); });
    connect(m_slides, &SlideController::opened, m_correct, [this] { m_correct->setSlide(m_slides->slide()); });
    connect(m_slides, &SlideController::closed, m_correct, [this] { m_correct->setSlide(nullptr); });
    connect(m_correct, &CorrectPanel::walkRequested, this, [this] { showPanel(*m_correct); });
    connect(m_correct, &CorrectPanel::failed, this,
        [this](const QString& headline, const Error& error) { m_banner->tell(headline, error); });
    connect(m_correct, &CorrectPanel::noteRequested, this,
        [this](const QString& text) { m_banner->tell(Severity::Note, text); });
}

} // namespace nb
