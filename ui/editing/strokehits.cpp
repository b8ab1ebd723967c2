// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/strokehits.h"

#include "engine/geometry/polygon.h"
#include "engine/geometry/shapelocator.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kStep = 1; // level-0 pixels
constexpr double kMostAdded = 20;

double apart(const Point& a, const Point& b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

Point onwards(const Point& from, const Point& through, double by)
{
    const double length = std::max(apart(from, through), 1e-9);
    return {through.x + (through.x - from.x) / length * by, through.y + (through.y - from.y) / length * by};
}

} // namespace

bool meets(const MultiPolygon& shape, const Ring& stroke)
{
    const Rect box = boundsOf(shape).intersected(boundsOf(stroke).grown(1));
    if (box.empty())
        return false;
    const ShapeLocator locator(shape);
    for (std::size_t i = 0; i < stroke.size(); ++i) {
        const Point& a = stroke[i];
        const Point& b = stroke[std::min(i + 1, stroke.size() - 1)];
        const int steps = std::max(1, static_cast<int>(std::ceil(apart(a, b) / kStep)));
        for (int k = 0; k <= steps; ++k) {
            const double t = static_cast<double>(k) / steps;
            if (locator.contains({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}))
                return true;
        }
    }
    return false;
}

Ring lengthened(const Ring& stroke)
{
    if (stroke.size() < 2)
        return stroke;
    double length = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i)
        length += apart(stroke[i - 1], stroke[i]);
    const double by = std::min(length / 3, kMostAdded);
    Ring longer{onwards(stroke[1], stroke[0], by)};
    longer.insert(longer.end(), stroke.begin(), stroke.end());
    longer.push_back(onwards(stroke[stroke.size() - 2], stroke.back(), by));
    return longer;
}

} // namespace nb
