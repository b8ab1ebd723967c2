// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/movetool.h"

#include "widgets/shapepath.h"

#include <QKeyEvent>
#include <QPainter>

namespace nb
{

namespace
{

constexpr int kNudgeRestMs = 400;
constexpr double kFarStep = 5; // level-0 pixels, with Shift

std::optional<QPointF> arrowOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1, 0);
    case Qt::Key_Right:
        return QPointF(1, 0);
    case Qt::Key_Up:
        return QPointF(0, -1);
    case Qt::Key_Down:
        return QPointF(0, 1);
    default:
        return {};
    }
}

} // namespace

MoveTool::MoveTool(QObject* parent)
    : CanvasTool(parent)
{
    m_nudged.setSingleShot(true);
    m_nudged.setInterval(kNudgeRestMs);
    connect(&m_nudged, &QTimer::timeout, this, &MoveTool::tellNudged);
}

QString MoveTool::name() const
{
    return tr("Move and select");
}

QString MoveTool::hint() const
{
    if (m_handles.empty())
        return {};
    if (!m_handles.shown(view()))
        return tr("Zoom in to move its points.");
    if (m_handles.chosen())
        return tr("Arrows move the point, Insert adds one, Delete removes it, Tab goes to the next, Esc lets it go.");
    return tr("Drag a point to move it, double-click the line to add one. Tab reaches the points by keyboard.");
}

QCursor MoveTool::cursor() const
{
    return m_overHandle || m_dragged ? Qt::SizeAllCursor : Qt::ArrowCursor;
}

bool MoveTool::press(const ToolEvent& event)
{
    tellNudged();
    if (event.alt()) {
        m_sweep.begin(event.level0);
        return true;
    }
    m_dragged = m_handles.vertexAt(event.screen, event.view);
    if (!m_dragged)
        return false;
    m_before = m_handles.shape();
    m_handles.choose(m_dragged);
    m_grip = event.level0 - m_handles.at(*m_dragged);
    Q_EMIT looksChanged();
    return true;
}

void MoveTool::move(const ToolEvent& event, bool drag)
{
    if (drag && m_dragged) {
        m_handles.put(*m_dragged, event.level0 - m_grip);
        Q_EMIT looksChanged();
    } else if (drag && !m_sweep.empty()) {
        m_sweep.extend(event.level0, event.scale());
        Q_EMIT looksChanged();
    } else if (!drag && !m_handles.empty()) {
        const bool over = m_handles.vertexAt(event.screen, event.view).has_value();
        if (std::exchange(m_overHandle, over) != over)
            Q_EMIT looksChanged();
    }
}

void MoveTool::release(const ToolEvent& event)
{
    if (m_dragged) {
        move(event, true);
        const VertexPlace place = *std::exchange(m_dragged, {});
        const QPointF to = m_handles.at(place);
        VertexHandles before;
        before.setShape(std::exchange(m_before, {}));
        if (before.at(place) == to)
            return; // a click: the keys are the point's now
        m_handles.choose({});
        Q_EMIT vertexMoved(place, to);
        return;
    }
    if (m_sweep.empty())
        return;
    m_sweep.extend(event.level0, event.scale());
    const QPolygonF way = m_sweep.points();
    const bool click = m_sweep.extent(event.scale()) <= StrokePath::kClickExtent;
    m_sweep.clear();
    Q_EMIT looksChanged();
    if (click)
        Q_EMIT picked(way.first(), event.modifiers);
    else
        Q_EMIT swept(way, event.modifiers);
}

void MoveTool::click(const ToolEvent& event)
{
    if (m_handles.chosen()) {
        m_handles.choose({});
        Q_EMIT looksChanged();
    }
    const bool plain = !(event.modifiers & (Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier));
    if (plain && m_handles.edgeAt(event.screen, event.view)) // the first half of a double click on the line
        return;
    Q_EMIT picked(event.level0, event.modifiers);
}

void MoveTool::doubleClick(const ToolEvent& event)
{
    if (m_handles.vertexAt(event.screen, event.view))
        return;
    if (const auto edge = m_handles.edgeAt(event.screen, event.view))
        Q_EMIT vertexInserted(*edge, event.level0);
    else
        Q_EMIT climbed(event.level0);
}

bool MoveTool::wants(const QKeyEvent& event) const
{
    if (!m_handles.shown(view()) || m_dragged || (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)))
        return false;
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    case Qt::Key_Insert:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return m_handles.chosen().has_value();
    default:
        return m_handles.chosen() && arrowOf(event.key());
    }
}

void MoveTool::key(const QKeyEvent& event, const ViewTransform& view)
{
    if (const auto arrow = arrowOf(event.key())) {
        nudge(*arrow * (event.modifiers() & Qt::ShiftModifier ? kFarStep : 1), view);
        return;
    }
    tellNudged();
    const auto chosen = m_handles.chosen();
    if (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab)
        m_handles.chooseNext(event.key() == Qt::Key_Backtab || (event.modifiers() & Qt::ShiftModifier) ? -1 : 1);
    else if (chosen && event.key() == Qt::Key_Insert)
        Q_EMIT vertexInserted(*chosen, m_handles.middleAfter(*chosen));
    else if (chosen)
        Q_EMIT vertexRemoved(*chosen);
    Q_EMIT looksChanged();
}

/// One level-0 pixel along the screen's axis, whichever way the slide is turned.
void MoveTool::nudge(const QPointF& screenStep, const ViewTransform& view)
{
    const auto chosen = m_handles.chosen();
    if (!chosen)
        return;
    if (!m_nudged.isActive())
        m_before = m_handles.shape();
    const QPointF step = view.toSlide(screenStep * view.scale) - view.toSlide(QPointF(0, 0));
    m_handles.put(*chosen, m_handles.at(*chosen) + step);
    m_nudged.start();
    Q_EMIT looksChanged();
}

void MoveTool::tellNudged()
{
    const auto chosen = m_handles.chosen();
    if (!m_nudged.isActive() && m_before.empty())
        return;
    m_nudged.stop();
    m_before.clear();
    if (chosen)
        Q_EMIT vertexMoved(*chosen, m_handles.at(*chosen));
}

bool MoveTool::busy() const
{
    return m_dragged || m_handles.chosen() || !m_sweep.empty();
}

void MoveTool::cancel()
{
    m_nudged.stop();
    if (!m_before.empty())
        m_handles.setShape(std::exchange(m_before, {}));
    m_dragged.reset();
    m_handles.choose({});
    m_sweep.clear();
    Q_EMIT looksChanged();
}

void MoveTool::setHandles(MultiPolygon shape)
{
    const auto underWay = m_before.empty() ? std::nullopt : m_handles.chosen();
    const QPointF place = underWay ? m_handles.at(*underWay) : QPointF();
    m_handles.setShape(shape);
    if (underWay && m_handles.chosen() == underWay) { // an earlier change has arrived; the hand goes on
        m_handles.put(*underWay, place);
        m_before = std::move(shape);
    } else {
        m_nudged.stop();
        m_before.clear();
        m_dragged.reset();
    }
    m_overHandle = false;
    Q_EMIT looksChanged();
}

void MoveTool::paint(QPainter& painter, const ViewTransform& view) const
{
    m_handles.paint(painter, view, !m_before.empty());
    if (m_sweep.empty())
        return;
    QPainterPath path;
    path.addPolygon(view.slideToScreen().map(m_sweep.points()));
    drawCased(painter, path, Qt::DashLine);
}

} // namespace nb
