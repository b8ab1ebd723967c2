// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/overlap.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kStep = 0.25;

void heights(const MultiPolygon& shape, double& top, double& bottom)
{
    for (const Polygon& polygon : shape) {
        for (const Point& p : polygon.shell) {
            top = std::min(top, p.y);
            bottom = std::max(bottom, p.y);
        }
    }
}

void crossings(const Ring& ring, double y, std::vector<double>& xs)
{
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point &a = ring[j], &b = ring[i];
        if ((a.y <= y) != (b.y <= y))
            xs.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
}

void crossings(const MultiPolygon& shape, double y, std::vector<double>& xs)
{
    xs.clear();
    for (const Polygon& polygon : shape) {
        crossings(polygon.shell, y, xs);
        for (const Ring& hole : polygon.holes)
            crossings(hole, y, xs);
    }
    std::sort(xs.begin(), xs.end());
}

double sharedLength(const std::vector<double>& a, const std::vector<double>& b)
{
    double length = 0;
    for (std::size_t i = 0, j = 0; i + 1 < a.size() && j + 1 < b.size();) {
        length += std::max(0.0, std::min(a[i + 1], b[j + 1]) - std::max(a[i], b[j]));
        (a[i + 1] < b[j + 1] ? i : j) += 2;
    }
    return length;
}

} // namespace

double sharedArea(const MultiPolygon& a, const MultiPolygon& b)
{
    double topA = 1e300, bottomA = -1e300, topB = 1e300, bottomB = -1e300;
    heights(a, topA, bottomA);
    heights(b, topB, bottomB);
    const double top = std::max(topA, topB), bottom = std::min(bottomA, bottomB);
    if (!(top < bottom))
        return 0;
    const auto lines = static_cast<std::int64_t>(std::ceil((bottom - top) / kStep));
    const double step = (bottom - top) / static_cast<double>(lines);
    std::vector<double> xa, xb;
    double area = 0;
    for (std::int64_t line = 0; line < lines; ++line) {
        const double y = top + (static_cast<double>(line) + 0.5) * step;
        crossings(a, y, xa);
        crossings(b, y, xb);
        area += sharedLength(xa, xb) * step;
    }
    return area;
}

} // namespace nb
