// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace nb {

/// A point; pixel (i,j) covers [i,i+1)x[j,j+1). The frame (level-0 or model pixels) is said where it is used.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// A half-open rectangle of whole pixels, [x, x+width) x [y, y+height). The frame is said where it is used.
struct Rect {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;

    [[nodiscard]] std::int64_t right() const { return x + width; }   ///< first column outside
    [[nodiscard]] std::int64_t bottom() const { return y + height; } ///< first row outside
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] bool contains(std::int64_t px, std::int64_t py) const { return px >= x && py >= y && px < right() && py < bottom(); }
    [[nodiscard]] bool contains(const Rect& r) const { return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom(); }
    [[nodiscard]] Rect intersected(const Rect& r) const
    {
        const auto l = std::max(x, r.x), t = std::max(y, r.y);
        const auto w = std::min(right(), r.right()) - l, h = std::min(bottom(), r.bottom()) - t;
        return w > 0 && h > 0 ? Rect{l, t, w, h} : Rect{l, t, 0, 0};
    }
    [[nodiscard]] Rect grown(std::int64_t by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// A closed ring; the first point is NOT repeated at the end.
using Ring = std::vector<Point>;

/// A shell with holes.
struct Polygon {
    Ring shell;
    std::vector<Ring> holes;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// One or more disjoint polygons: the shape of an annotation.
using MultiPolygon = std::vector<Polygon>;

} // namespace nb
