// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/brush.h"

#include "engine/geometry/polygon.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nb
{

namespace
{

constexpr double kLeastRadius = 0.1;
constexpr double kRoundness = 0.05; ///< how far a brush's edge may lie from its circle, level-0 pixels
constexpr double kTooSmallPx2 = 0.05; ///< slivers by rounding are no change

/// Edges of the polygon that stands for the circle.
int edgesOf(double radius)
{
    const double half = std::acos(std::max(0.0, 1 - kRoundness / radius));
    return std::clamp(2 * static_cast<int>(std::ceil(std::numbers::pi / half / 2)), 12, 96);
}

/// What the brush covers between two places: two half circles and their tangents.
Ring capsule(const Point& a, const Point& b, double radius)
{
    const int edges = edgesOf(radius);
    const double towards = a == b ? 0 : std::atan2(b.y - a.y, b.x - a.x);
    Ring ring;
    for (int end = 0; end < 2; ++end) {
        const Point& centre = end == 0 ? b : a;
        const double first = towards + (end == 0 ? -0.5 : 0.5) * std::numbers::pi;
        for (int i = a == b && end == 1 ? 1 : 0; i <= edges / 2 - (a == b && end == 1 ? 1 : 0); ++i) {
            const double angle = first + 2 * std::numbers::pi * i / edges;
            ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
        }
    }
    return ring;
}

} // namespace

MultiPolygon brushStroke(std::span<const Point> points, double radius)
{
    const double r = std::max(radius, kLeastRadius);
    std::vector<MultiPolygon> pieces;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (i > 0 || points.size() == 1)
            pieces.push_back({Polygon{capsule(points[i > 0 ? i - 1 : 0], points[i], r), {}}});
    return united(pieces);
}

BrushStroke::BrushStroke(MultiPolygon from, BrushSettings settings, std::vector<MultiPolygon> avoided)
    : m_from(std::move(from))
    , m_settings(settings)
    , m_avoided(std::move(avoided))
    , m_shape(cleaned(m_from))
{
    for (const MultiPolygon& shape : m_avoided)
        m_avoidedBounds.push_back(boundsOf(shape));
}

MultiPolygon BrushStroke::dab(const Point& to) const
{
    return {Polygon{capsule(m_down ? m_at : to, to, std::max(m_settings.radius, kLeastRadius)), {}}};
}

MultiPolygon BrushStroke::spared(MultiPolygon dab) const
{
    const Rect bounds = boundsOf(dab);
    for (std::size_t i = 0; i < m_avoided.size() && !dab.empty(); ++i)
        if (!bounds.intersected(m_avoidedBounds[i]).empty())
            dab = without(dab, m_avoided[i]);
    return dab;
}

MultiPolygon BrushStroke::takeNear(const Rect& bounds)
{
    const auto far = std::stable_partition(m_shape.begin(), m_shape.end(),
        [&](const Polygon& part) { return boundsOf(part.shell).grown(1).intersected(bounds).empty(); });
    MultiPolygon near(std::make_move_iterator(far), std::make_move_iterator(m_shape.end()));
    m_shape.erase(far, m_shape.end());
    return near;
}

void BrushStroke::extend(const Point& to)
{
    const MultiPolygon covered = dab(to);
    m_changed = boundsOf(covered);
    MultiPolygon near = takeNear(m_changed);
    const double before = areaOf(near);
    if (m_settings.mode == BrushMode::Subtract)
        near = without(near, covered);
    else if (const MultiPolygon added = spared(covered); !added.empty())
        near = united(near, added);
    m_changedPx2 += std::abs(areaOf(near) - before); // in one mode, areas only grow or only shrink
    m_shape.insert(m_shape.end(), std::make_move_iterator(near.begin()), std::make_move_iterator(near.end()));
    m_at = to;
    m_down = true;
}

MultiPolygon BrushStroke::finished() const
{
    if (m_changedPx2 < kTooSmallPx2)
        return m_from;
    return keep(m_settings.pieces, simplified(m_shape, m_settings.simplifyPx));
}

} // namespace nb
