// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/boxtool.h"

#include "widgets/shapepath.h"
#include "widgets/strokepath.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace nb
{

QRectF BoxTool::boxOnScreen(const QPointF& from, const QPointF& to) const
{
    QPointF way = to - from;
    if (m_even) {
        const double side = std::max(std::abs(way.x()), std::abs(way.y()));
        way = {std::copysign(side, way.x()), std::copysign(side, way.y())};
    }
    return QRectF(from, from + way).normalized();
}

bool BoxTool::press(const ToolEvent& event)
{
    m_from = m_to = event.level0;
    m_even = event.shift();
    Q_EMIT looksChanged();
    return true;
}

void BoxTool::move(const ToolEvent& event, bool drag)
{
    if (!drag || !m_from)
        return;
    m_to = event.level0;
    m_even = event.shift();
    Q_EMIT looksChanged();
}

void BoxTool::release(const ToolEvent& event)
{
    if (!m_from)
        return;
    move(event, true);
    const QPointF from = *m_from;
    m_from.reset();
    Q_EMIT looksChanged();
    const QRectF box = boxOnScreen(event.view.toScreen(from), event.screen);
    if (std::min(box.width(), box.height()) <= StrokePath::kClickExtent)
        return;
    Q_EMIT drawn(event.view.screenToSlide().map(outline(box)));
}

void BoxTool::cancel()
{
    m_from.reset();
    Q_EMIT looksChanged();
}

void BoxTool::paint(QPainter& painter, const ViewTransform& view) const
{
    if (!m_from)
        return;
    QPainterPath path;
    path.addPolygon(outline(boxOnScreen(view.toScreen(*m_from), view.toScreen(m_to))));
    path.closeSubpath();
    drawCased(painter, path);
}

} // namespace nb
