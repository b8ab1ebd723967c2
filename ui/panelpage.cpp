// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panelpage.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kLeastWidth = 220, kMostWidth = 460; // pixels: past that a text is to blame, and the slide needs the room

} // namespace

PanelPage::PanelPage(QWidget* panel, QWidget* parent)
    : QScrollArea(parent)
{
    setWidget(panel);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    panel->setAutoFillBackground(false);
}

QSize PanelPage::minimumSizeHint() const
{
    const int wanted = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width() + 2 * frameWidth();
    return {std::clamp(wanted, kLeastWidth, kMostWidth), QScrollArea::minimumSizeHint().height()};
}

bool PanelPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace nb
