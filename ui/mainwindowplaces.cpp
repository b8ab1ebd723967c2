// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that has to do with where things are, and with closing.
#include "ui/exchangecontroller.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/slidescene.h"
#include "ui/windowactions.h"
#include "ui/windowteach.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QSettings>
#include <QTabWidget>

namespace nb
{

namespace
{
constexpr int kPanelWidth = 300;
} // namespace

void MainWindow::restorePlaces()
{
    const QSettings settings;
    m_scene->restoreSettings();
    resize(1280, 800);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_tabs->setCurrentIndex(settings.value(QStringLiteral("window/tab"), 1).toInt());
    const int width = settings.value(QStringLiteral("window/panelWidth"), kPanelWidth).toInt();
    resizeDocks({m_dock}, {width}, Qt::Horizontal);
}

void MainWindow::storePlaces()
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/tab"), m_tabs->currentIndex());
    if (m_dock->isVisible())
        settings.setValue(QStringLiteral("window/panelWidth"), m_dock->width());
    m_scene->storeSettings();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_exchange->writing() && !mayLose(tr("The nuclei are still being exported. The file would not be written."))) {
        event->ignore();
        return;
    }
    storePlaces();
    stopAll(); // workers notice within a patch; the composition waits for them
    event->accept();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_tabs) {
        m_actions->showIcons();
        m_tabs->setTabIcon(0, icon(QStringLiteral("eye")));
        m_tabs->setTabIcon(1, icon(QStringLiteral("find")));
        if (m_teach)
            m_teach->showIcon();
    }
    QMainWindow::changeEvent(event);
}

} // namespace nb
