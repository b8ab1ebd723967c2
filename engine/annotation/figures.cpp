// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/figures.h"

#include "engine/annotation/shapealgebra.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nb
{

namespace
{

constexpr double kRoundness = 0.05; // how far an ellipse's edges may lie from it, level-0 pixels

Point corner(const Point& from, const Point& to, bool equalSides)
{
    if (!equalSides)
        return to;
    const double side = std::max(std::abs(to.x - from.x), std::abs(to.y - from.y));
    return {from.x + std::copysign(side, to.x - from.x), from.y + std::copysign(side, to.y - from.y)};
}

} // namespace

MultiPolygon rectangleFigure(const Point& from, const Point& to, bool square)
{
    const Point end = corner(from, to, square);
    return cleaned({Polygon{{from, {end.x, from.y}, end, {from.x, end.y}}, {}}});
}

MultiPolygon ellipseFigure(const Point& from, const Point& to, bool circle)
{
    const Point end = corner(from, to, circle), centre{(from.x + end.x) / 2, (from.y + end.y) / 2};
    const double rx = std::abs(end.x - from.x) / 2, ry = std::abs(end.y - from.y) / 2, r = std::max(rx, ry);
    if (!(r > 0) || !std::isfinite(r))
        return {};
    const double half = std::acos(std::max(0.0, 1 - kRoundness / r));
    const int edges = std::clamp(static_cast<int>(std::ceil(std::numbers::pi / half)), 12, 400);
    Ring ring;
    for (int i = 0; i < edges; ++i) {
        const double angle = 2 * std::numbers::pi * i / edges;
        ring.push_back({centre.x + rx * std::cos(angle), centre.y + ry * std::sin(angle)});
    }
    return cleaned({Polygon{std::move(ring), {}}});
}

MultiPolygon polygonFigure(std::span<const Point> corners, bool biggestOnly)
{
    return keep(
        biggestOnly ? Pieces::Biggest : Pieces::All, cleaned({Polygon{Ring(corners.begin(), corners.end()), {}}}));
}

MultiPolygon freehandFigure(std::span<const Point> line, double tolerancePx, bool biggestOnly)
{
    return simplified(polygonFigure(line, biggestOnly), tolerancePx);
}

} // namespace nb
