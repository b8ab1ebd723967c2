// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workstatus.h"

#include "ui/icons.h"
#include "ui/timeleft.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>

namespace nb
{

namespace
{

constexpr int kBarSteps = 1000;
constexpr int kBarWidth = 90;
constexpr int kBarHeight = 8;
constexpr int kRoomForText = 900; // of the window's width; below it, the bar alone

} // namespace

WorkStatus::WorkStatus(const QString& barName, QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(kBarWidth, kBarHeight);
    m_bar->setAccessibleName(barName);
    m_row->setContentsMargins(8, 0, 4, 0);
    m_row->setSpacing(6);
    m_row->addWidget(m_text);
    m_row->addWidget(m_bar);
    hide();
}

void WorkStatus::makeLink(const QString& tip)
{
    m_link = new QToolButton(this);
    m_link->setObjectName(QStringLiteral("workLink"));
    m_link->setAutoRaise(true);
    m_link->setToolTip(tip);
    m_text->hide();
    m_row->insertWidget(0, m_link);
    connect(m_link, &QToolButton::clicked, this, &WorkStatus::visited);
}

QToolButton& WorkStatus::addStop(const QString& name, const QString& tip)
{
    m_stop = new QToolButton(this);
    m_stop->setIcon(icon(QStringLiteral("stop")));
    m_stop->setAutoRaise(true);
    m_stop->setAccessibleName(name);
    m_stop->setToolTip(tip);
    m_row->addWidget(m_stop);
    return *m_stop;
}

void WorkStatus::showWork(const QString& text, const std::optional<double>& share)
{
    m_bar->setRange(0, share ? kBarSteps : 0);
    if (share)
        m_bar->setValue(static_cast<int>(kBarSteps * *share));
    m_bar->show();
    if (m_stop)
        m_stop->show();
    say(text, false);
    show();
}

void WorkStatus::showResult(const QString& text)
{
    m_bar->hide();
    if (m_stop)
        m_stop->hide();
    say(text, true);
    show();
}

void WorkStatus::say(const QString& text, bool always)
{
    m_shown = text;
    if (m_link) {
        // Never without its name, which is what can be pressed: "Teaching" alone in a narrow window.
        const bool room = always || window()->width() >= kRoomForText;
        m_link->setText(room ? text : text.section(QLatin1Char(':'), 0, 0));
        m_link->setAccessibleName(text);
    } else {
        m_text->setText(text);
    }
    QWidget* const shown = m_link ? static_cast<QWidget*>(m_link) : m_text;
    shown->setVisible(always || m_link || window()->width() >= kRoomForText);
    setToolTip(text);
}

QString WorkStatus::progressText(const QString& doing, double share, const std::optional<double>& secondsLeft)
{
    const QString text = doing.arg(static_cast<int>(std::floor(100 * share)));
    return secondsLeft ? text + QStringLiteral(", ") + describeTimeLeft(*secondsLeft) : text;
}

} // namespace nb
