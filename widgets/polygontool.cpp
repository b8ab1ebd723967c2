// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/polygontool.h"

#include "widgets/shapepath.h"

#include <QKeyEvent>
#include <QPainter>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kClosing = 7; // screen pixels: a click this near the first point closes

} // namespace

QString PolygonTool::name() const
{
    return tr("Polygon");
}

QString PolygonTool::hint() const
{
    return m_points.isEmpty() ? tr("Click point by point, or drag along the outline.")
                              : tr("Double-click or Enter closes. Backspace takes the last point back, Esc all.");
}

bool PolygonTool::press(const ToolEvent& event)
{
    m_cursor = event.level0;
    m_drag.begin(event.level0);
    Q_EMIT looksChanged();
    return true;
}

void PolygonTool::move(const ToolEvent& event, bool drag)
{
    m_cursor = event.level0;
    if (drag && !m_drag.empty())
        m_drag.extend(event.level0, event.scale());
    if (busy())
        Q_EMIT looksChanged();
}

void PolygonTool::release(const ToolEvent& event)
{
    if (m_drag.empty())
        return;
    m_drag.extend(event.level0, event.scale());
    const QPolygonF way = m_drag.points();
    const bool click = m_drag.extent(event.scale()) <= StrokePath::kClickExtent;
    m_drag.clear();
    if (!click) { // a drag draws the outline, or goes on with it
        const bool alone = m_points.isEmpty();
        m_points += way;
        if (alone)
            finish();
    } else if (m_points.size() >= 3
        && QLineF(event.view.toScreen(m_points.first()), event.screen).length() <= kClosing) {
        finish();
    } else {
        m_points.append(way.first());
    }
    Q_EMIT looksChanged();
}

/// Comes between the two releases of a double click, whose first press has set its point.
void PolygonTool::doubleClick(const ToolEvent& /*event*/)
{
    finish();
}

bool PolygonTool::wants(const QKeyEvent& event) const
{
    switch (event.key()) {
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return busy();
    default:
        return false;
    }
}

void PolygonTool::key(const QKeyEvent& event, const ViewTransform& /*view*/)
{
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        finish();
    else if (!m_points.isEmpty())
        m_points.removeLast();
    Q_EMIT looksChanged();
}

void PolygonTool::finish()
{
    if (m_points.size() < 3) // goes on
        return;
    const QPolygonF points = std::exchange(m_points, {});
    m_drag.clear();
    Q_EMIT looksChanged();
    Q_EMIT drawn(points);
}

void PolygonTool::cancel()
{
    m_points.clear();
    m_drag.clear();
    Q_EMIT looksChanged();
}

void PolygonTool::paint(QPainter& painter, const ViewTransform& view) const
{
    if (!busy())
        return;
    const QTransform toScreen = view.slideToScreen();
    QPolygonF points = toScreen.map(m_points);
    points += toScreen.map(m_drag.points());
    QPainterPath path;
    path.addPolygon(points);
    if (m_drag.empty())
        path.lineTo(toScreen.map(m_cursor));
    drawCased(painter, path);
    QPainterPath back(path.currentPosition());
    back.lineTo(points.first());
    drawCased(painter, back, Qt::DashLine);
    painter.setBrush(Qt::white);
    painter.setPen(QPen(QColor(20, 20, 20), 1.5));
    for (const QPointF& p : m_points)
        painter.drawRect(QRectF(toScreen.map(p) - QPointF(3, 3), QSizeF(6, 6)));
}

} // namespace nb
