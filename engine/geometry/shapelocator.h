// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

namespace nb
{

/// Answers many times whether a point lies in one shape (even-odd rule, as `contains`): edges are sorted into bands by
/// height, so a lasso of thousands of points costs no more than its edges near the point. Immutable; any thread.
class ShapeLocator
{
public:
    explicit ShapeLocator(const MultiPolygon& shape);
    [[nodiscard]] bool contains(const Point& point) const;

private:
    struct Edge {
        Point a;
        Point b;
    };
    [[nodiscard]] std::size_t bandOf(double y) const;
    void add(const Ring& ring);
    std::vector<std::vector<Edge>> m_bands;
    double m_top = 0;
    double m_bottom = 0;
};

} // namespace nb
