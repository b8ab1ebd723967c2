// SPDX-License-Identifier: GPL-3.0-or-later
// The half of PlotView that listens to keys.
#include "widgets/plotview.h"

#include "widgets/customplot.h"

#include <QKeyEvent>

#include <utility>

namespace nb
{

namespace
{

constexpr double kPanShare = 0.1; // of what is shown
constexpr double kDrawShare = 0.02; // likewise; fifty steps across

QPointF arrowOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, 1};
    case Qt::Key_Down:
        return {0, -1};
    default:
        return {};
    }
}

bool ends(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape;
}

} // namespace

bool PlotView::drawsWith(const QKeyEvent& event) const
{
    return m_keyed && ends(event.key()) ? true
                                        : !arrowOf(event.key()).isNull() && (event.modifiers() & Qt::ShiftModifier);
}

QPolygonF PlotView::drawnByKeys() const
{
    const QRectF& r = *m_keyed;
    if (histogram())
        return QPolygonF({r.topLeft(), r.bottomRight()});
    return QPolygonF({r.topLeft(), r.topRight(), r.bottomRight(), r.bottomLeft(), r.topLeft()});
}

void PlotView::drawBy(const QKeyEvent& event)
{
    if (ends(event.key())) {
        const QPolygonF drawn = drawnByKeys();
        m_keyed.reset();
        hideDrawn();
        if (event.key() != Qt::Key_Escape)
            tellDrawn(drawn, event.modifiers() & ~Qt::KeypadModifier);
        return;
    }
    const PlotRange x = shownX(), y = shownY();
    if (!m_keyed)
        m_keyed = QRectF(QPointF((x.least + x.most) / 2, (y.least + y.most) / 2), QSizeF(0, 0));
    const QPointF arrow = arrowOf(event.key());
    const QPointF step(arrow.x() * kDrawShare * (x.most - x.least), arrow.y() * kDrawShare * (y.most - y.least));
    if (event.modifiers() & Qt::ControlModifier)
        m_keyed->setTopLeft(m_keyed->topLeft() + step);
    else
        m_keyed->setBottomRight(m_keyed->bottomRight() + step);
    showDrawn(drawnByKeys());
}

/// The window has meanings of its own for some of these keys.
bool PlotView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && drawsWith(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    if (drawsWith(*event))
        return drawBy(*event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const QPointF arrow = arrowOf(event->key());
        return panBy(kPanShare * arrow.x(), kPanShare * arrow.y());
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kZoomStep);
    case Qt::Key_Minus:
        return zoomBy(1 / kZoomStep);
    case Qt::Key_Home:
        return showAll();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace nb
