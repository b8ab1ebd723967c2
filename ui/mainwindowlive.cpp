// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that has to do with the model's belief, live.
#include "ui/banner.h"
#include "ui/livecontroller.h"
#include "ui/livepanel.h"
#include "ui/mainwindow.h"
#include "ui/seepanel.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidescene.h"
#include "ui/visibleextraction.h"
#include "ui/windowactions.h"

#include <QAction>

namespace nb
{

void MainWindow::wireLive()
{
    m_see->addAboveLayers(new LivePanel(*m_live, m_actions->live, m_see));
    const auto tell = [this](const QString& headline, const Error& error) { m_banner->tell(headline, error); };
    connect(m_actions->live, &QAction::triggered, m_live, &LiveController::setOn);
    connect(m_live, &LiveController::failed, this, tell);
    connect(m_live, &LiveController::stateChanged, this, [this] {
        const bool turnedOn = m_live->on() && !m_actions->live->property("told").toBool();
        m_actions->live->setProperty("told", m_live->on());
        m_actions->live->setChecked(m_live->on());
        if (turnedOn && m_live->state() == LiveController::State::TooFar)
            m_banner->tell(Severity::Note, tr("Zoom in to see the model live. What it has seen already is shown."),
                {}, Cause::LiveTooFar);
        if (m_live->state() != LiveController::State::TooFar)
            m_banner->withdraw(Cause::LiveTooFar);
    });
    connect(m_extraction, &VisibleExtraction::failed, this, tell);
    connect(m_extraction, &VisibleExtraction::ready, m_scene, &SlideScene::showNuclei);
}

} // namespace nb
