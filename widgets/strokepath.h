// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

namespace nb
{

/// A hand's way over the slide: points closer together on the screen than the hand is steady are left out.
class StrokePath
{
public:
    void begin(const QPointF& level0);
    /// `scale`: screen pixels per level-0 pixel.
    void extend(const QPointF& level0, double scale);
    void clear() { m_points.clear(); }
    [[nodiscard]] bool empty() const { return m_points.isEmpty(); }
    [[nodiscard]] const QPolygonF& points() const { return m_points; } ///< level-0 pixels
    /// The longest side of the box around it, screen pixels.
    [[nodiscard]] double extent(double scale) const;

    /// A stroke no larger than this, in screen pixels, is a click of an unsteady hand.
    static constexpr double kClickExtent = 4;

private:
    QPolygonF m_points;
};

} // namespace nb
