// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachstatus.h"

#include "ui/teachcontroller.h"

#include <QToolButton>

namespace nb
{

TeachStatus::TeachStatus(TeachController& teach, QWidget* parent)
    : WorkStatus(tr("Progress of the training"), parent)
    , m_teach(teach)
    , m_stop(addStop(tr("Stop the training"), tr("Stop the training and keep the best so far")))
{
    makeLink(tr("Show the training, in the tab Teach"));
    m_stop.setObjectName(QStringLiteral("stopTeaching"));
    connect(&m_stop, &QToolButton::clicked, &teach, &TeachController::finish);
    connect(&teach, &TeachController::stateChanged, this, &TeachStatus::showState);
    connect(&teach, &TeachController::stepped, this, &TeachStatus::showState);
}

void TeachStatus::showState()
{
    using State = TeachController::State;
    if (!m_teach.busy())
        return hide();
    const auto& step = m_teach.lastStep();
    const auto share = step && step->totalSteps > 0
        ? std::optional(static_cast<double>(step->step) / static_cast<double>(step->totalSteps))
        : std::nullopt;
    if (m_teach.state() == State::Comparing)
        showWork(tr("Teaching: comparing the models…"), std::nullopt);
    else if (m_teach.state() == State::Paused)
        showWork(tr("Teaching: paused"), share);
    else if (share)
        showWork(progressText(tr("Teaching: %1 %"), *share, m_teach.secondsLeft()), share);
    else
        showWork(tr("Teaching: getting ready…"), std::nullopt);
    m_stop.setVisible(m_teach.state() == State::Training || m_teach.state() == State::Paused); // else it does nothing
}

} // namespace nb
