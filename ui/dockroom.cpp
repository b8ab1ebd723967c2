// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dockroom.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>

#include <utility>

namespace nb
{

DockRoom::DockRoom(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    window.installEventFilter(this);
}

void DockRoom::add(QDockWidget& dock, int leastPx)
{
    m_places[&dock] = {leastPx, true, false};
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
    place.waiting = !place.roomy;
    Q_EMIT roomChanged(&dock, place.roomy);
    dock.setVisible(place.roomy);
}

void DockRoom::hide(QDockWidget& dock)
{
    m_places.at(&dock).waiting = false;
    dock.hide();
}

void DockRoom::look()
{
    for (auto& [dock, place] : m_places) {
        const bool roomy = roomFor(*dock, place);
        if (std::exchange(place.roomy, roomy) == roomy)
            continue;
        Q_EMIT roomChanged(dock, roomy);
        if (!roomy && dock->isVisible()) {
            place.waiting = true;
            dock->hide();
        } else if (roomy && std::exchange(place.waiting, false)) {
            dock->show();
        }
    }
}

bool DockRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize)
        look();
    return QObject::eventFilter(watched, event);
}

} // namespace nb
