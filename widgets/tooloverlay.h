// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"
#include "widgets/canvasoverlay.h"
#include "widgets/canvastool.h"

#include <QPointer>
#include <QTimer>
#include <map>
#include <optional>
#include <vector>

namespace nb
{

/// A shape that is not stored yet, as it will be.
struct ShapePreview {
    MultiPolygon shape; ///< level-0 pixels
    bool removed = false; ///< will be gone: drawn crossed out
};

/// The plate over the canvas on which the tool in the hand works. Under every tool: Space held or the middle button
/// pans, the wheel zooms, Esc gives up what is unfinished. Says at the lower edge what the tool can do, or a short note
/// for a few seconds. Without a tool everything goes to the canvas.
class ToolOverlay : public CanvasOverlay
{
    Q_OBJECT

public:
    explicit ToolOverlay(SlideCanvas& canvas);
    ~ToolOverlay() override;

    /// Not owned; null: none. What the tool before had begun is given up.
    void setTool(CanvasTool* tool);
    /// The tool that works now: the one held by its key, else the one that was set.
    [[nodiscard]] CanvasTool* tool() const { return m_held ? m_held.data() : m_tool.data(); }
    /// While `key` is held down, `tool` takes the place of the other.
    void setHeldTool(Qt::Key key, CanvasTool* tool);

    void setPreviews(std::vector<ShapePreview> previews); ///< drawn until they are replaced
    [[nodiscard]] const std::vector<ShapePreview>& previews() const { return m_previews; }
    /// Why nothing happened, or what did: at the edge in place of the hint, for some seconds.
    void say(const QString& note);
    [[nodiscard]] QString text() const; ///< as it stands at the edge
    void setHintsShown(bool shown);

Q_SIGNALS:
    void toolChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] ToolEvent eventOf(const QMouseEvent& event) const;
    [[nodiscard]] bool keyed(QEvent* event);
    [[nodiscard]] bool wants(const QKeyEvent& event) const;
    void holdTool(CanvasTool* tool);
    void setPanning(bool panning);
    void showState();
    void paintPreviews(QPainter& painter) const;
    void paintText(QPainter& painter, const QString& line) const;

    QPointer<CanvasTool> m_tool;
    QPointer<CanvasTool> m_held;
    std::map<int, QPointer<CanvasTool>> m_heldTools; ///< by key
    int m_heldKey = 0;
    bool m_letGo = false; ///< the held tool's key is up again, its drag is not over
    bool m_drag = false; ///< a press that the tool took
    bool m_panning = false; ///< Space is held
    bool m_hintsShown = true;
    std::vector<ShapePreview> m_previews;
    QString m_note;
    QTimer m_noteTime;
};

} // namespace nb
