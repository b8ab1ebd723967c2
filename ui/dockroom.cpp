// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dockroom.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolButton>

#include <utility>

namespace nb
{

DockRoom::DockRoom(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_buttons(new QWidget(window.menuBar()))
{
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 2, 0);
    row->setSpacing(2);
    window.menuBar()->setCornerWidget(m_buttons);
    m_buttons->hide();
    window.installEventFilter(this);
}

void DockRoom::add(QDockWidget& dock, int leastPx, QAction& toggle)
{
    auto* button = new QToolButton(m_buttons);
    button->setObjectName(dock.objectName() + QStringLiteral("Back"));
    button->setDefaultAction(&toggle);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_buttons->layout()->addWidget(button);
    m_places[&dock] = {leastPx, true, false, false, button};
    connect(&dock, &QDockWidget::visibilityChanged, this, &DockRoom::showButtons);
    showButtons();
}

/// Of those that would be there if there was room: whoever has put one away in a large window does not miss it.
void DockRoom::showButtons()
{
    bool any = false;
    for (auto& [dock, place] : m_places) {
        place.wanted = (place.wanted || !dock->isHidden()) && !place.roomy;
        const bool shown = place.wanted && dock->isHidden();
        place.button->setVisible(shown);
        any = any || shown;
    }
    m_buttons->setVisible(any);
}

bool DockRoom::roomFor(const QDockWidget& dock, const Place& place) const
{
    const auto area = m_window.dockWidgetArea(const_cast<QDockWidget*>(&dock));
    const bool aside = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
    return dock.isFloating() || (aside ? m_window.width() : m_window.height()) >= place.leastPx;
}

void DockRoom::show(QDockWidget& dock)
{
    Place& place = m_places.at(&dock);
    place.roomy = roomFor(dock, place);
    place.waiting = place.wanted = !place.roomy;
    Q_EMIT roomChanged(&dock, place.roomy);
    dock.setVisible(place.roomy);
    showButtons();
}

void DockRoom::hide(QDockWidget& dock)
{
    m_places.at(&dock).waiting = m_places.at(&dock).wanted = false;
    dock.hide();
    showButtons();
}

void DockRoom::look()
{
    for (auto& [dock, place] : m_places) {
        const bool roomy = roomFor(*dock, place);
        if (std::exchange(place.roomy, roomy) == roomy)
            continue;
        Q_EMIT roomChanged(dock, roomy);
        if (!roomy && dock->isVisible()) {
            place.waiting = place.wanted = true;
            dock->hide();
        } else if (roomy && std::exchange(place.waiting, false)) {
            dock->show();
        }
    }
    showButtons();
}

bool DockRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize)
        look();
    return QObject::eventFilter(watched, event);
}

} // namespace nb
