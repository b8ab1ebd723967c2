// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvastool.h"
#include "widgets/strokepath.h"

namespace nb
{

/// A tool that draws one stroke, open or closed, or is clicked.
class StrokeTool : public CanvasTool
{
    Q_OBJECT

public:
    using CanvasTool::CanvasTool;

    [[nodiscard]] bool press(const ToolEvent& event) override;
    void move(const ToolEvent& event, bool drag) override;
    void release(const ToolEvent& event) override;
    void paint(QPainter& painter, const ViewTransform& view) const override;
    [[nodiscard]] bool busy() const override { return !m_path.empty(); }
    void cancel() override;

Q_SIGNALS:
    void stroked(const QPolygonF& level0, Qt::KeyboardModifiers modifiers); ///< closed ones: first point not repeated
    void clicked(const QPointF& level0, Qt::KeyboardModifiers modifiers);

protected:
    [[nodiscard]] virtual bool closed() const = 0; ///< its end is joined to its beginning

private:
    StrokePath m_path;
};

} // namespace nb
