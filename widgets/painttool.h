// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvastool.h"

#include <optional>

namespace nb
{

/// How a stroke paints; as the keys were held when it began.
struct PaintMode {
    double radius = 0; ///< level-0 pixels
    bool subtract = false; ///< Alt, or the pen's eraser
    bool extend = false; ///< Shift: goes on with what is selected, wherever the stroke begins
    bool overNeighbours = false; ///< Ctrl+Shift: may overlap others
    bool exact = false; ///< Ctrl alone: the wand takes equal values only
};

/// A tool that adds to a shape, or takes from it, along a drag.
class PaintTool : public CanvasTool
{
    Q_OBJECT

public:
    using CanvasTool::CanvasTool;

    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }
    [[nodiscard]] bool press(const ToolEvent& event) override;
    void move(const ToolEvent& event, bool drag) override;
    void release(const ToolEvent& event) override;
    void leave() override;
    void paint(QPainter& painter, const ViewTransform& view) const override;
    [[nodiscard]] bool busy() const override { return m_painting; }
    void cancel() override;

Q_SIGNALS:
    void began(const QPointF& level0, const nb::PaintMode& mode);
    void moved(const QPointF& level0);
    void ended();
    void abandoned();

protected:
    [[nodiscard]] virtual double screenRadius() const = 0; ///< of the circle at the cursor
    [[nodiscard]] const std::optional<ToolEvent>& at() const { return m_at; } ///< where the cursor is

private:
    std::optional<ToolEvent> m_at;
    bool m_painting = false;
    bool m_subtract = false;
};

} // namespace nb
