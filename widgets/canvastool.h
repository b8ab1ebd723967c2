// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewtransform.h"

#include <QCursor>
#include <QObject>
#include <QString>

class QKeyEvent;
class QPainter;

namespace nb
{

/// What the hand does on the canvas, in both frames.
struct ToolEvent {
    QPointF screen; ///< device-independent pixels from the canvas's top left
    QPointF level0; ///< level-0 pixels
    ViewTransform view;
    Qt::MouseButton button = Qt::NoButton;
    Qt::KeyboardModifiers modifiers;
    bool eraser = false; ///< the other end of a pen

    [[nodiscard]] double scale() const { return view.scale; } ///< screen pixels per level-0 pixel
    [[nodiscard]] bool shift() const { return modifiers & Qt::ShiftModifier; }
    [[nodiscard]] bool control() const { return modifiers & Qt::ControlModifier; }
    [[nodiscard]] bool alt() const { return modifiers & Qt::AltModifier; }
};

/// A tool in the hand on the canvas: turns what the hand does into shapes and gestures, in level-0 pixels, and draws
/// what is unfinished. Knows nothing of nuclei: who listens to its signals decides what they mean. Held by ToolOverlay,
/// which calls it; GUI thread.
class CanvasTool : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What is on the screen now; told before hint, keys and events.
    void setView(const ViewTransform& view) { m_view = view; }

    [[nodiscard]] virtual QString name() const = 0; ///< for people and screen readers
    [[nodiscard]] virtual QString hint() const = 0; ///< what the hand can do now, for the canvas's edge
    [[nodiscard]] virtual QCursor cursor() const { return Qt::CrossCursor; }

    /// The left button goes down. False: the tool does not want the drag that may follow; the canvas pans, and where no
    /// drag came of it, `click` is called.
    [[nodiscard]] virtual bool press(const ToolEvent& event) = 0;
    /// The hand moves, with the button down after a press that was taken (`drag`) or without.
    virtual void move(const ToolEvent& /*event*/, bool /*drag*/) { }
    virtual void release(const ToolEvent& /*event*/) { }
    virtual void click(const ToolEvent& /*event*/) { }
    virtual void doubleClick(const ToolEvent& /*event*/) { }
    virtual void leave() { } ///< the cursor is elsewhere now
    /// Whether the tool has a use for this key now; the canvas and the window do not get it then.
    [[nodiscard]] virtual bool wants(const QKeyEvent& /*event*/) const { return false; }
    virtual void key(const QKeyEvent& /*event*/, const ViewTransform& /*view*/) { }
    /// True where the wheel was the tool's; else it zooms.
    [[nodiscard]] virtual bool wheel(double /*notches*/, const ToolEvent& /*event*/) { return false; }
    /// What is unfinished, over everything else; the painter is in screen pixels.
    virtual void paint(QPainter& /*painter*/, const ViewTransform& /*view*/) const { }

    /// Something is begun that `cancel` would give up.
    [[nodiscard]] virtual bool busy() const { return false; }
    virtual void cancel() { }

Q_SIGNALS:
    void looksChanged(); ///< paint again, ask again for hint and cursor

protected:
    [[nodiscard]] const ViewTransform& view() const { return m_view; }

private:
    ViewTransform m_view;
};

} // namespace nb
