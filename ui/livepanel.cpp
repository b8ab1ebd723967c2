// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/livepanel.h"

#include "ui/livecontroller.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace nb
{

LivePanel::LivePanel(LiveController& live, QAction* action, QWidget* parent)
    : QWidget(parent)
    , m_live(live)
    , m_on(new QCheckBox(tr("The model &live (Shift+V)"), this))
    , m_note(new QLabel(this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_on->setObjectName(QStringLiteral("live"));
    m_on->setToolTip(action->toolTip());
    m_note->setObjectName(QStringLiteral("faint"));
    m_note->setWordWrap(true);
    rows->addWidget(m_on);
    rows->addWidget(m_note);
    connect(m_on, &QCheckBox::clicked, &live, &LiveController::setOn);
    connect(&live, &LiveController::stateChanged, this, &LivePanel::showState);
    showState();
}

QString LivePanel::note() const
{
    return m_note->text();
}

void LivePanel::showState()
{
    m_on->setChecked(m_live.on());
    const auto text = [this] {
        switch (m_live.state()) {
        case LiveController::State::Off:
            break;
        case LiveController::State::Waiting:
            return tr("Begins when the slide is ready.");
        case LiveController::State::Hidden:
            return tr("Show one of the layers 1 to 3 to see the model live.");
        case LiveController::State::TooFar:
            return tr("Zoom in to see the model live. What it has seen already is shown.");
        case LiveController::State::Working:
            return tr("Looking at what you see…");
        case LiveController::State::Settled:
            return tr("All you see has been looked at.");
        }
        return QString();
    };
    m_note->setText(text());
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace nb
