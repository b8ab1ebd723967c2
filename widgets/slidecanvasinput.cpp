// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on the canvas: mouse, wheel, touch and keys.
#include "widgets/slidecanvas.h"

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kZoomPerNotch = 1.25;
constexpr double kKeyZoom = 1.5;
constexpr double kKeyPan = 80; // screen pixels
constexpr double kNotch = 120; // eighths of a degree

} // namespace

void SlideCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_motion.stop();
    m_pressedAt = event->position();
    m_pressedView = m_view;
    m_lastAt = event->position();
    m_dragging = false;
    m_motion.dragStarted();
}

void SlideCanvas::mouseMoveEvent(QMouseEvent* event)
{
    m_mouseAt = event->position();
    if (!m_slideSize.isEmpty())
        Q_EMIT hovered(m_view.toSlide(event->position()));
    if (!m_pressedAt || !(event->buttons() & (Qt::LeftButton | Qt::MiddleButton)))
        return;
    const QPointF way = event->position() - *m_pressedAt;
    if (!m_dragging && way.manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_dragging) {
        m_dragging = true;
        setCursor(Qt::ClosedHandCursor);
    }
    m_fitted = false;
    m_motion.dragged(event->position() - m_lastAt);
    m_lastAt = event->position();
    applyView(pixelAligned(m_pressedView.panned(way))); // from where it began, so that nothing adds up
}

void SlideCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressedAt) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    m_pressedAt.reset();
    if (!std::exchange(m_dragging, false)) {
        if (!m_slideSize.isEmpty())
            Q_EMIT clicked(m_view.toSlide(event->position()), event->button(), event->modifiers());
        return;
    }
    unsetCursor();
    if (!m_reducedMotion)
        m_motion.dragEnded(m_view);
}

void SlideCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_slideSize.isEmpty())
        Q_EMIT doubleClicked(m_view.toSlide(event->position()));
}

void SlideCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_mouseAt.reset();
    Q_EMIT hoverLeft();
}

void SlideCanvas::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / kNotch; // Alt turns the wheel's axis
    event->accept();
    if (notches == 0)
        return;
    if (event->modifiers() & Qt::ControlModifier)
        Q_EMIT overlayOpacityWheel(notches);
    else
        zoomBy(std::pow(kZoomPerNotch, m_wheelTowardsZoomsOut ? notches : -notches), event->position());
}

void SlideCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return panBy({kKeyPan, 0});
    case Qt::Key_Right:
        return panBy({-kKeyPan, 0});
    case Qt::Key_Up:
        return shift ? zoomBy(kKeyZoom) : panBy({0, kKeyPan});
    case Qt::Key_Down:
        return shift ? zoomBy(1 / kKeyZoom) : panBy({0, -kKeyPan});
    case Qt::Key_PageUp:
        return panBy({0, height() * 0.9});
    case Qt::Key_PageDown:
        return panBy({0, -height() * 0.9});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kKeyZoom);
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
        return zoomBy(1 / kKeyZoom);
    case Qt::Key_Home:
        return fit();
    default:
        QWidget::keyPressEvent(event);
    }
}

void SlideCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        layerChanged({});
}

bool SlideCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture || event->type() == QEvent::Gesture)
        return gesture(event);
    if (event->type() == QEvent::ScreenChangeInternal && !m_slideSize.isEmpty())
        applyView(m_view);
    return QWidget::event(event);
}

bool SlideCanvas::gesture(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* const native = static_cast<QNativeGestureEvent*>(event);
        if (native->gestureType() != Qt::ZoomNativeGesture || m_slideSize.isEmpty())
            return false;
        setView(m_view.scaledAt(native->position(), m_view.scale * (1 + native->value())));
        return true;
    }
    auto* const pinch = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
    if (!pinch || m_slideSize.isEmpty())
        return false;
    const QPointF at
        = mapFromGlobal(pinch->hotSpot().isNull() ? QPointF(mapToGlobal(rect().center())) : pinch->hotSpot());
    const QPointF moved = pinch->centerPoint() - pinch->lastCenterPoint();
    m_pressedAt.reset(); // two fingers are no drag
    setView(m_view.scaledAt(at, m_view.scale * pinch->scaleFactor()).panned(moved));
    return true;
}

} // namespace nb
