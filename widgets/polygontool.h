// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvastool.h"
#include "widgets/strokepath.h"

namespace nb
{

/// Click by click, finished by a double click, Enter or a click on the first point; or one drag, as freehand. Backspace
/// takes the last point back. What is unfinished stays on the slide while it pans and zooms.
class PolygonTool : public CanvasTool
{
    Q_OBJECT

public:
    using CanvasTool::CanvasTool;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] bool press(const ToolEvent& event) override;
    void move(const ToolEvent& event, bool drag) override;
    void release(const ToolEvent& event) override;
    void doubleClick(const ToolEvent& event) override;
    [[nodiscard]] bool wants(const QKeyEvent& event) const override;
    void key(const QKeyEvent& event, const ViewTransform& view) override;
    void paint(QPainter& painter, const ViewTransform& view) const override;
    [[nodiscard]] bool busy() const override { return !m_points.isEmpty() || !m_drag.empty(); }
    void cancel() override;

    [[nodiscard]] const QPolygonF& points() const { return m_points; } ///< set so far; level-0 pixels

Q_SIGNALS:
    void drawn(const QPolygonF& level0); ///< closed, first point not repeated

private:
    void finish();

    QPolygonF m_points; ///< level-0 pixels
    QPointF m_cursor;
    StrokePath m_drag; ///< since the button went down
};

} // namespace nb
