// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/shapelocator.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr std::size_t kBands = 512;

} // namespace

ShapeLocator::ShapeLocator(const MultiPolygon& shape)
    : m_bands(kBands)
{
    bool first = true;
    for (const Polygon& polygon : shape) {
        for (const Point& p : polygon.shell) {
            m_top = first ? p.y : std::min(m_top, p.y);
            m_bottom = first ? p.y : std::max(m_bottom, p.y);
            first = false;
        }
    }
    for (const Polygon& polygon : shape) {
        add(polygon.shell);
        for (const Ring& hole : polygon.holes)
            add(hole);
    }
}

std::size_t ShapeLocator::bandOf(double y) const
{
    const double band = (y - m_top) / std::max(m_bottom - m_top, 1e-9) * static_cast<double>(kBands);
    return static_cast<std::size_t>(std::clamp(band, 0.0, static_cast<double>(kBands - 1)));
}

void ShapeLocator::add(const Ring& ring)
{
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const auto [low, high] = std::minmax(ring[j].y, ring[i].y);
        for (std::size_t band = bandOf(low); band <= bandOf(high); ++band)
            m_bands[band].push_back({ring[j], ring[i]});
    }
}

bool ShapeLocator::contains(const Point& point) const
{
    if (!(point.y >= m_top && point.y <= m_bottom))
        return false;
    bool inside = false;
    for (const Edge& edge : m_bands[bandOf(point.y)])
        if ((edge.a.y <= point.y) != (edge.b.y <= point.y)
            && point.x >= edge.a.x + (point.y - edge.a.y) / (edge.b.y - edge.a.y) * (edge.b.x - edge.a.x))
            inside = !inside;
    return inside;
}

} // namespace nb
