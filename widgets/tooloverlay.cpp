// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tooloverlay.h"

#include "widgets/slidecanvas.h"

#include <QMouseEvent>
#include <QPointingDevice>
#include <QWheelEvent>

namespace nb
{

namespace
{

constexpr int kNoteMs = 5000;
constexpr double kNotch = 120; // eighths of a degree

} // namespace

ToolOverlay::ToolOverlay(SlideCanvas& canvas)
    : CanvasOverlay(canvas)
{
    setAccessibleName(tr("Tool on the slide"));
    m_noteTime.setSingleShot(true);
    m_noteTime.setInterval(kNoteMs);
    connect(&m_noteTime, &QTimer::timeout, this, [this] {
        m_note.clear();
        showState();
    });
    connect(&canvas, &SlideCanvas::viewChanged, this, [this](const ViewTransform& view) {
        for (CanvasTool* tool : {m_tool.data(), m_held.data()})
            if (tool)
                tool->setView(view);
    });
    // What the tool left to the canvas and did not become a pan.
    connect(&canvas, &SlideCanvas::clicked, this,
        [this](const QPointF& level0, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
            if (tool() && !m_panning && button == Qt::LeftButton) {
                const ViewTransform& view = this->canvas().view();
                tool()->click({view.toScreen(level0), level0, view, button, modifiers});
            }
        });
}

ToolOverlay::~ToolOverlay() = default;

void ToolOverlay::setTool(CanvasTool* tool)
{
    if (tool == m_tool)
        return;
    if (m_tool) {
        m_tool->cancel();
        m_tool->disconnect(this);
    }
    m_drag = false;
    m_tool = tool;
    m_note.clear();
    if (tool) {
        tool->setView(canvas().view());
        connect(tool, &CanvasTool::looksChanged, this, &ToolOverlay::showState);
    }
    showState();
    Q_EMIT toolChanged();
}

void ToolOverlay::setHeldTool(Qt::Key key, CanvasTool* tool)
{
    m_heldTools[key] = tool;
}

void ToolOverlay::holdTool(CanvasTool* tool)
{
    if (tool == m_held)
        return;
    if (m_held) {
        m_held->cancel();
        m_held->disconnect(this);
    }
    m_held = tool;
    m_letGo = false;
    if (tool) {
        tool->setView(canvas().view());
        connect(tool, &CanvasTool::looksChanged, this, &ToolOverlay::showState);
    }
    showState();
    Q_EMIT toolChanged();
}

void ToolOverlay::setPanning(bool panning)
{
    m_panning = panning;
    showState();
}

void ToolOverlay::setPreviews(std::vector<ShapePreview> previews)
{
    m_previews = std::move(previews);
    showState();
}

void ToolOverlay::say(const QString& note)
{
    m_note = note;
    if (note.isEmpty())
        m_noteTime.stop();
    else
        m_noteTime.start();
    showState();
}

void ToolOverlay::setHintsShown(bool shown)
{
    m_hintsShown = shown;
    showState();
}

QString ToolOverlay::text() const
{
    if (!m_note.isEmpty())
        return m_note;
    return tool() && m_hintsShown ? tool()->hint() : QString();
}

void ToolOverlay::showState()
{
    const bool hands = tool() && !m_panning;
    setAttribute(Qt::WA_TransparentForMouseEvents, !hands);
    if (hands && tool()->cursor().shape() != Qt::ArrowCursor) // else the canvas's own
        setCursor(tool()->cursor());
    else
        unsetCursor();
    setVisible(tool() || !m_previews.empty() || !m_note.isEmpty());
    setAccessibleDescription(text());
    update();
}

ToolEvent ToolOverlay::eventOf(const QMouseEvent& event) const
{
    const ViewTransform& view = canvas().view();
    const bool eraser
        = event.pointingDevice() && event.pointingDevice()->pointerType() == QPointingDevice::PointerType::Eraser;
    return {event.position(), view.toSlide(event.position()), view, event.button(), event.modifiers(), eraser};
}

void ToolOverlay::mousePressEvent(QMouseEvent* event)
{
    m_drag = false;
    if (event->button() != Qt::LeftButton || !tool() || canvas().slideSize().isEmpty()) {
        event->ignore(); // the canvas's: middle button pans
        return;
    }
    canvas().setFocus();
    m_drag = tool()->press(eventOf(*event));
    if (m_drag)
        canvas().stopMotion(); // a glide would carry the slide away under the tool
    else
        event->ignore();
}

void ToolOverlay::mouseMoveEvent(QMouseEvent* event)
{
    event->ignore(); // the place under the cursor is shown as ever
    if (!tool() || canvas().slideSize().isEmpty())
        return;
    if (m_drag || event->buttons() == Qt::NoButton)
        tool()->move(eventOf(*event), m_drag);
}

void ToolOverlay::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_drag || !tool()) {
        event->ignore();
        return;
    }
    m_drag = false;
    tool()->release(eventOf(*event));
    if (m_letGo)
        holdTool(nullptr);
}

void ToolOverlay::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !tool() || canvas().slideSize().isEmpty()) {
        event->ignore();
        return;
    }
    tool()->doubleClick(eventOf(*event));
}

void ToolOverlay::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / kNotch; // Alt turns the wheel's axis
    const ViewTransform& view = canvas().view();
    const ToolEvent at{event->position(), view.toSlide(event->position()), view, Qt::NoButton, event->modifiers()};
    if (tool() && notches != 0 && tool()->wheel(notches, at))
        event->accept();
    else
        event->ignore();
}

void ToolOverlay::leaveEvent(QEvent* event)
{
    CanvasOverlay::leaveEvent(event);
    if (tool())
        tool()->leave();
}

bool ToolOverlay::wants(const QKeyEvent& event) const
{
    if (!tool() || canvas().slideSize().isEmpty())
        return false;
    if (event.key() == Qt::Key_Escape && tool()->busy())
        return true;
    const bool plain = event.modifiers() == Qt::NoModifier;
    return (plain && (event.key() == Qt::Key_Space || m_heldTools.contains(event.key()))) || tool()->wants(event);
}

/// True where the key is dealt with.
bool ToolOverlay::keyed(QEvent* event)
{
    auto* const key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::KeyRelease) {
        if (key->isAutoRepeat())
            return false;
        if (key->key() == Qt::Key_Space && m_panning) {
            setPanning(false);
            return true;
        }
        if (m_held && key->key() == m_heldKey) {
            m_letGo = m_drag;
            if (!m_drag)
                holdTool(nullptr);
            return true;
        }
        return false;
    }
    if (!wants(*key))
        return false;
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    const bool plain = key->modifiers() == Qt::NoModifier;
    if (key->key() == Qt::Key_Escape && tool()->busy()) {
        m_drag = false;
        tool()->cancel();
    } else if (plain && key->key() == Qt::Key_Space) {
        if (!m_drag && !key->isAutoRepeat())
            setPanning(true);
    } else if (const auto held = m_heldTools.find(key->key()); plain && held != m_heldTools.end()) {
        if (!m_drag && !key->isAutoRepeat()) {
            m_heldKey = key->key();
            holdTool(held->second);
        }
    } else {
        tool()->key(*key, canvas().view());
    }
    return true;
}

bool ToolOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &canvas()) {
        switch (event->type()) {
        case QEvent::ShortcutOverride:
        case QEvent::KeyPress:
        case QEvent::KeyRelease:
            if (keyed(event))
                return true;
            break;
        case QEvent::FocusOut: // the key goes up elsewhere
            if (m_panning)
                setPanning(false);
            if (m_held && !m_drag)
                holdTool(nullptr);
            break;
        default:
            break;
        }
    }
    return CanvasOverlay::eventFilter(watched, event);
}

} // namespace nb
