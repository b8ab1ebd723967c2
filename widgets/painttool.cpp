// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/painttool.h"

#include "widgets/shapepath.h"

#include <QPainter>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kSteady = 1; // screen pixels

} // namespace

bool PaintTool::press(const ToolEvent& event)
{
    m_at = event;
    m_painting = true;
    m_subtract = event.alt() || event.eraser;
    PaintMode mode;
    mode.radius = screenRadius() / event.scale();
    mode.subtract = m_subtract;
    mode.overNeighbours = event.control() && event.shift();
    mode.extend = event.shift();
    mode.exact = event.control() && !event.shift();
    Q_EMIT looksChanged();
    Q_EMIT began(event.level0, mode);
    return true;
}

void PaintTool::move(const ToolEvent& event, bool drag)
{
    const bool far = !m_at || QLineF(m_at->screen, event.screen).length() >= kSteady;
    if (drag && m_painting && !far)
        return;
    m_at = event;
    if (!m_painting)
        m_subtract = event.alt() || event.eraser;
    Q_EMIT looksChanged();
    if (drag && m_painting)
        Q_EMIT moved(event.level0);
}

void PaintTool::release(const ToolEvent& /*event*/)
{
    if (!std::exchange(m_painting, false))
        return;
    Q_EMIT looksChanged();
    Q_EMIT ended();
}

void PaintTool::leave()
{
    if (m_painting)
        return;
    m_at.reset();
    Q_EMIT looksChanged();
}

void PaintTool::cancel()
{
    if (!std::exchange(m_painting, false))
        return;
    Q_EMIT looksChanged();
    Q_EMIT abandoned();
}

void PaintTool::paint(QPainter& painter, const ViewTransform& /*view*/) const
{
    const double radius = screenRadius();
    if (!m_at || radius <= 0)
        return;
    QPainterPath circle;
    circle.addEllipse(m_at->screen, radius, radius);
    drawCased(painter, circle, m_subtract ? Qt::DashLine : Qt::SolidLine);
}

} // namespace nb
