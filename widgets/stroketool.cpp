// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stroketool.h"

#include "widgets/shapepath.h"

#include <QPainter>

namespace nb
{

bool StrokeTool::press(const ToolEvent& event)
{
    m_path.begin(event.level0);
    Q_EMIT looksChanged();
    return true;
}

void StrokeTool::move(const ToolEvent& event, bool drag)
{
    if (!drag || m_path.empty())
        return;
    m_path.extend(event.level0, event.scale());
    Q_EMIT looksChanged();
}

void StrokeTool::release(const ToolEvent& event)
{
    if (m_path.empty()) // given up in between
        return;
    m_path.extend(event.level0, event.scale());
    const QPolygonF points = m_path.points();
    const bool click = m_path.extent(event.scale()) <= StrokePath::kClickExtent;
    m_path.clear();
    Q_EMIT looksChanged();
    if (click)
        Q_EMIT clicked(points.first(), event.modifiers);
    else if (!closed() || points.size() >= 3)
        Q_EMIT stroked(points, event.modifiers);
}

void StrokeTool::cancel()
{
    m_path.clear();
    Q_EMIT looksChanged();
}

void StrokeTool::paint(QPainter& painter, const ViewTransform& view) const
{
    if (m_path.empty())
        return;
    QPainterPath path;
    path.addPolygon(view.slideToScreen().map(m_path.points()));
    drawCased(painter, path);
    if (!closed())
        return;
    QPainterPath back(path.currentPosition());
    back.lineTo(path.elementAt(0));
    drawCased(painter, back, Qt::DashLine);
}

} // namespace nb
