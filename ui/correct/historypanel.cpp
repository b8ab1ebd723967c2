// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/historypanel.h"

#include "ui/correct/countstext.h"
#include "ui/enginetexts.h"
#include "ui/panelpieces.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cstdlib>

namespace nb
{

namespace
{

constexpr int kListHeight = 150;
constexpr std::size_t kShown = 1000; // so many the session knows

} // namespace

HistoryPanel::HistoryPanel(QWidget* parent)
    : QWidget(parent)
{
    auto* rows = panelRows(this);
    rows->addWidget(panelHeading(tr("History"), this));
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("History, newest first"));
    m_list->setToolTip(tr("Double-click or Enter goes back to how it was after that step, or forward to it"));
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(kListHeight);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rows->addWidget(m_list);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_undo = new QPushButton(tr("Undo"), this));
    buttons->addWidget(m_redo = new QPushButton(tr("Redo"), this));
    buttons->addWidget(m_goTo = new QPushButton(tr("Go to this step"), this));
    rows->addLayout(buttons);
    connect(m_undo, &QPushButton::clicked, this, [this] { m_session->undo(); });
    connect(m_redo, &QPushButton::clicked, this, [this] { m_session->redo(); });
    connect(m_goTo, &QPushButton::clicked, this, &HistoryPanel::goToCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &HistoryPanel::goToCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryPanel::showStates);
    showHistory();
}

void HistoryPanel::setSession(CaseSession* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &CaseSession::closing, this, [this] { setSession(nullptr); });
        connect(session, &CaseSession::historyChanged, this, &HistoryPanel::showHistory);
    }
    showHistory();
}

void HistoryPanel::showHistory()
{
    const auto& history = m_session ? m_session->history() : std::vector<HistoryEntry>();
    {
        const QSignalBlocker quiet(m_list);
        const int row = m_list->currentRow();
        m_list->clear();
        QFont undone = m_list->font();
        undone.setItalic(true);
        for (const HistoryEntry& entry : history) {
            const QString label = engineText(entry.label), who = QString::fromStdString(entry.author);
            auto* item = new QListWidgetItem(entry.applied ? label : tr("Undone: %1").arg(label), m_list);
            const QString when = whenText(entry.at);
            item->setToolTip(who.isEmpty() ? tr("%1, %2").arg(label, when) : tr("%1, by %2, %3").arg(label, who, when));
            item->setData(Qt::AccessibleDescriptionRole, item->toolTip());
            item->setText(
                item->text() + QStringLiteral("  ·  ") + shortWhenText(entry.at)); // who and when exactly: the tool tip
            if (!entry.applied) {
                item->setFont(undone);
                item->setForeground(palette().color(QPalette::Disabled, QPalette::Text));
            }
        }
        if (history.size() < kShown)
            new QListWidgetItem(history.empty() ? tr("Nothing has been done yet") : tr("The beginning"), m_list);
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    }
    showStates();
}

/// How many steps back (positive) or forward (negative) the state after this row's step is; the last row is the
/// beginning.
int HistoryPanel::stepsTo(int row) const
{
    if (!m_session || row < 0)
        return 0;
    const auto& history = m_session->history();
    int undone = 0;
    while (undone < static_cast<int>(history.size()) && !history[static_cast<std::size_t>(undone)].applied)
        ++undone;
    return row - undone;
}

void HistoryPanel::showStates()
{
    const bool may = m_session && !m_session->readOnly();
    const QString undo = m_session ? m_session->undoLabel() : QString(),
                  redo = m_session ? m_session->redoLabel() : QString();
    m_undo->setEnabled(may && !undo.isEmpty());
    m_undo->setToolTip(undo);
    m_redo->setEnabled(may && !redo.isEmpty());
    m_redo->setToolTip(redo);
    m_goTo->setEnabled(may && stepsTo(m_list->currentRow()) != 0);
}

void HistoryPanel::goToCurrent()
{
    if (!m_session || m_session->readOnly())
        return;
    const int steps = stepsTo(m_list->currentRow());
    for (int i = 0; i < std::abs(steps); ++i) {
        if (steps > 0)
            m_session->undo();
        else
            m_session->redo();
    }
}

} // namespace nb
