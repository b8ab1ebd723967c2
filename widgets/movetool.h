// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvastool.h"
#include "widgets/strokepath.h"
#include "widgets/vertexhandles.h"

#include <QPolygonF>
#include <QTimer>

namespace nb
{

/// Moves the slide and chooses: a drag pans, a click picks, Alt and a drag sweeps over what is to be chosen. The chosen
/// shape's vertices can be taken by their handles, or by keys: Tab walks, the arrows move, Insert and Delete.
class MoveTool : public CanvasTool
{
    Q_OBJECT

public:
    explicit MoveTool(QObject* parent = nullptr);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] QCursor cursor() const override;
    [[nodiscard]] bool press(const ToolEvent& event) override;
    void move(const ToolEvent& event, bool drag) override;
    void release(const ToolEvent& event) override;
    void click(const ToolEvent& event) override;
    void doubleClick(const ToolEvent& event) override;
    [[nodiscard]] bool wants(const QKeyEvent& event) const override;
    void key(const QKeyEvent& event, const ViewTransform& view) override;
    void paint(QPainter& painter, const ViewTransform& view) const override;
    [[nodiscard]] bool busy() const override;
    void cancel() override;

    /// What has handles now; empty: nothing.
    void setHandles(MultiPolygon shape);
    [[nodiscard]] const VertexHandles& handles() const { return m_handles; }

Q_SIGNALS:
    void picked(const QPointF& level0, Qt::KeyboardModifiers modifiers);
    void climbed(const QPointF& level0); ///< a double click: what lies around or under the chosen one
    void swept(const QPolygonF& level0, Qt::KeyboardModifiers modifiers);
    void vertexMoved(const nb::VertexPlace& place, const QPointF& level0);
    void vertexInserted(const nb::VertexPlace& edge, const QPointF& level0);
    void vertexRemoved(const nb::VertexPlace& place);

private:
    void nudge(const QPointF& screenStep, const ViewTransform& view);
    void tellNudged();

    VertexHandles m_handles;
    MultiPolygon m_before; ///< while a vertex is under way
    std::optional<VertexPlace> m_dragged;
    QPointF m_grip; ///< from the vertex to where it was taken
    bool m_overHandle = false;
    StrokePath m_sweep;
    QTimer m_nudged; ///< the arrows have rested: what they did is told as one
};

} // namespace nb
