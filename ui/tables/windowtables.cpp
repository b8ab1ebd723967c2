// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/windowtables.h"

#include "ui/banner.h"
#include "ui/mainwindow.h"
#include "ui/nucleusguide.h"
#include "ui/slidecontroller.h"
#include "ui/tables/evaluationpanel.h"
#include "ui/tables/tablesdock.h"
#include "ui/windowactions.h"
#include "widgets/findinglayer.h"
#include "widgets/slidecanvas.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

namespace nb
{

WindowTables::WindowTables(const Services& services, MainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_dock(new TablesDock(services, window.selection(), &window))
    , m_guide(new NucleusGuide(services.jobs, window.canvas(), window.selection(), this))
    , m_mistakes(new FindingLayer(this))
{
    connect(
        &m_dock->evaluation(), &EvaluationPanel::placesChanged, this, [this](const EvaluationPanel::Places& places) {
            m_mistakes->setPlaces(places);
            if (!places)
                m_window.canvas().removeLayer(m_mistakes);
            else if (!m_window.canvas().layers().contains(m_mistakes))
                m_window.canvas().addLayer(m_mistakes); // on top of all
        });
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea); // the side panel keeps its height
    window.addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_dock->hide();
    QAction* action = window.actions().make(tr("T&able and plots"), QStringLiteral("table"),
        {QKeySequence(QStringLiteral("Ctrl+T"))}, tr("Show or hide the nuclei as a table, sums and plots"));
    action->setCheckable(true);
    window.actions().viewMenu()->addAction(action);
    window.actions().showIcons();
    connect(action, &QAction::triggered, this, [this](bool wanted) {
        if (wanted)
            m_dock->open();
        else
            m_dock->hide();
    });
    connect(m_dock, &QDockWidget::visibilityChanged, action, &QAction::setChecked);
    const auto follow = [this] {
        m_dock->setSession(m_window.caseSession());
        m_guide->setSession(m_window.caseSession());
    };
    connect(&window, &MainWindow::caseChanged, this, follow);
    follow();
    const auto slideChanged = [this, action] {
        const bool there = m_window.slides().slide() != nullptr;
        action->setEnabled(there);
        m_dock->evaluation().setPixels(m_window.slides().slide());
        if (!there)
            m_shownWithSlide = !m_dock->isHidden();
        m_dock->setVisible(there && m_shownWithSlide);
    };
    connect(&window.slides(), &SlideController::opened, this, slideChanged);
    connect(&window.slides(), &SlideController::closed, this, slideChanged);
    slideChanged();
    connect(m_dock, &TablesDock::exported, this, [this](const QString& path) {
        m_window.banner().tell(Severity::Note, tr("%1 was written.").arg(QFileInfo(path).fileName()));
    });
    connect(m_dock, &TablesDock::failed, this,
        [this](const QString& headline, const Error& error) { m_window.banner().tell(headline, error); });
    connect(m_dock, &TablesDock::placeRequested, m_guide, &NucleusGuide::showPlace);
    connect(m_guide, &NucleusGuide::failed, this,
        [this](const Error& error) { m_window.banner().tell(tr("The nucleus could not be shown."), error); });
}

} // namespace nb
