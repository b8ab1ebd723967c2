// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvastool.h"

#include <QPolygonF>
#include <optional>

namespace nb
{

/// Drags a shape that fills an upright box of the screen: a rectangle or an ellipse. Shift makes it a square or circle.
class BoxTool : public CanvasTool
{
    Q_OBJECT

public:
    using CanvasTool::CanvasTool;

    [[nodiscard]] bool press(const ToolEvent& event) override;
    void move(const ToolEvent& event, bool drag) override;
    void release(const ToolEvent& event) override;
    void paint(QPainter& painter, const ViewTransform& view) const override;
    [[nodiscard]] bool busy() const override { return m_from.has_value(); }
    void cancel() override;

Q_SIGNALS:
    void drawn(const QPolygonF& level0); ///< closed, first point not repeated

protected:
    /// The shape's outline in its box; screen pixels.
    [[nodiscard]] virtual QPolygonF outline(const QRectF& box) const = 0;

private:
    [[nodiscard]] QRectF boxOnScreen(const QPointF& from, const QPointF& to) const;

    std::optional<QPointF> m_from; ///< level-0 pixels
    QPointF m_to;
    bool m_even = false;
};

} // namespace nb
