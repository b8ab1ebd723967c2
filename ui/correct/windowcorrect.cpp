// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/windowcorrect.h"

#include "ui/banner.h"
#include "ui/correct/correctpanel.h"
#include "ui/correct/regionspanel.h"
#include "ui/editing/editactions.h"
#include "ui/editing/editingcontroller.h"
#include "ui/editing/regionediting.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/nucleusselection.h"
#include "ui/panelpage.h"
#include "ui/slidecontroller.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>

namespace nb
{

WindowCorrect::WindowCorrect(const Services& services, MainWindow& window, QTabWidget& tabs)
    : QObject(&window)
    , m_window(window)
    , m_tabs(tabs)
    , m_panel(new CorrectPanel(services, window.selection(), window.canvas(), window.actions(), window))
{
    auto* page = new PanelPage(m_panel);
    m_page = page;
    tabs.insertTab(2, page, tr("&Correct")); // after See and Find
    showIcon();
    const ReviewPanel::Actions& actions = m_panel->actions();
    auto* menu = new QMenu(tr("&Check"), &window);
    menu->addActions({actions.next, actions.previous});
    menu->addSeparator();
    menu->addActions({actions.accept, actions.fix, actions.reject});
    const auto menus = window.menuBar()->actions();
    window.menuBar()->insertMenu(menus.isEmpty() ? nullptr : menus.last(), menu); // before Help
    window.installEventFilter(this);
    wire();
    wireEditing();
}

void WindowCorrect::wire()
{
    SlideController& slides = m_window.slides();
    connect(&m_window, &MainWindow::caseChanged, m_panel, [this] { m_panel->setSession(m_window.caseSession()); });
    connect(&slides, &SlideController::opened, m_panel, [this, &slides] { m_panel->setSlide(slides.slide()); });
    connect(&slides, &SlideController::closed, m_panel, [this] { m_panel->setSlide(nullptr); });
    connect(m_panel, &CorrectPanel::walkRequested, this, &WindowCorrect::bringToFront);
    connect(m_panel, &CorrectPanel::failed, this,
        [this](const QString& headline, const Error& error) { m_window.banner().tell(headline, error); });
    connect(m_panel, &CorrectPanel::noteRequested, this,
        [this](const QString& text) { m_window.banner().tell(Severity::Note, text, {}, Cause::NothingSelected); });
    const NucleusSelection& selection = m_window.selection();
    connect(&selection, &NucleusSelection::changed, this, [this, &selection] {
        if (!selection.empty())
            m_window.banner().withdraw(Cause::NothingSelected);
    });
}

/// Fixing takes the brush, which works on any outline; the region chosen in the list is the one chosen on the slide.
void WindowCorrect::wireEditing()
{
    EditingController& editing = m_window.editing();
    connect(m_panel, &CorrectPanel::fixRequested, this, [&editing] {
        QAction* const brush = editing.actions().tools.at(ToolId::Brush);
        if (!brush->isChecked())
            brush->trigger();
    });
    RegionsPanel& list = m_panel->regions();
    RegionEditing& onSlide = editing.regions();
    connect(&list, &RegionsPanel::currentChanged, &onSlide, [&list, &onSlide] { onSlide.choose(list.current()); });
    connect(&onSlide, &RegionEditing::chosenChanged, &list, [&list, &onSlide] { list.setCurrent(onSlide.chosen()); });
}

/// The focus stays on the slide, so that the next key goes there.
void WindowCorrect::bringToFront()
{
    if (!m_window.actions().panel->isChecked())
        m_window.actions().panel->trigger();
    m_tabs.setCurrentWidget(m_page);
}

void WindowCorrect::showIcon()
{
    m_tabs.setTabIcon(m_tabs.indexOf(m_page), icon(QStringLiteral("correct")));
}

bool WindowCorrect::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::PaletteChange)
        showIcon();
    return QObject::eventFilter(watched, event);
}

} // namespace nb
