// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/vertices.h"

#include "engine/annotation/shapealgebra.h"
#include "engine/document/storableshape.h"

#include <cmath>
#include <utility>

namespace nb
{

namespace
{

/// Calls `visit(ring, place)` for each ring; the place's index is 0.
template <class Visit> void forRings(const MultiPolygon& shape, const Visit& visit)
{
    for (std::size_t p = 0; p < shape.size(); ++p)
        for (std::size_t r = 0; r <= shape[p].holes.size(); ++r)
            visit(r == 0 ? shape[p].shell : shape[p].holes[r - 1], VertexPlace{p, r, 0});
}

Ring* ringAt(MultiPolygon& shape, const VertexPlace& place)
{
    if (place.polygon >= shape.size() || place.ring > shape[place.polygon].holes.size())
        return nullptr;
    Polygon& polygon = shape[place.polygon];
    Ring& ring = place.ring == 0 ? polygon.shell : polygon.holes[place.ring - 1];
    return place.index < ring.size() ? &ring : nullptr;
}

const Ring* ringAt(const MultiPolygon& shape, const VertexPlace& place)
{
    return ringAt(const_cast<MultiPolygon&>(shape), place); // only looked at
}

/// Valid again: the changed polygon's largest part, and the others.
std::optional<MultiPolygon> mended(MultiPolygon shape, std::size_t changed)
{
    const MultiPolygon part = keep(Pieces::Biggest, cleaned({shape[changed]}));
    shape.erase(shape.begin() + static_cast<std::ptrdiff_t>(changed));
    if (!part.empty())
        shape.insert(shape.begin() + static_cast<std::ptrdiff_t>(changed), part.front());
    if (shape.size() > 1)
        shape = cleaned(shape);
    if (!isValidShape(shape))
        return std::nullopt;
    return shape;
}

double distanceBetween(const Point& a, const Point& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

Point nearestOn(const Point& a, const Point& b, const Point& p)
{
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return {a.x + t * dx, a.y + t * dy};
}

bool finite(const Point& p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

} // namespace

std::optional<VertexPlace> nearestVertex(const MultiPolygon& shape, const Point& point, double withinPx)
{
    std::optional<VertexPlace> nearest;
    double best = withinPx;
    forRings(shape, [&](const Ring& ring, VertexPlace place) {
        for (place.index = 0; place.index < ring.size(); ++place.index)
            if (const double d = distanceBetween(ring[place.index], point); d <= best && (d < best || !nearest)) {
                best = d;
                nearest = place;
            }
    });
    return nearest;
}

std::optional<EdgePlace> nearestEdge(const MultiPolygon& shape, const Point& point, double withinPx)
{
    std::optional<EdgePlace> nearest;
    double best = withinPx;
    forRings(shape, [&](const Ring& ring, VertexPlace place) {
        for (place.index = 0; place.index < ring.size(); ++place.index) {
            const Point at = nearestOn(ring[place.index], ring[(place.index + 1) % ring.size()], point);
            if (const double d = distanceBetween(at, point); d <= best && (d < best || !nearest)) {
                best = d;
                nearest = EdgePlace{place, at, d};
            }
        }
    });
    return nearest;
}

std::optional<Point> vertexAt(const MultiPolygon& shape, const VertexPlace& place)
{
    const Ring* ring = ringAt(shape, place);
    return ring ? std::optional((*ring)[place.index]) : std::nullopt;
}

std::optional<VertexPlace> vertexAfter(const MultiPolygon& shape, const VertexPlace& place, int steps)
{
    std::vector<VertexPlace> all;
    std::size_t at = 0;
    forRings(shape, [&](const Ring& ring, VertexPlace next) {
        for (next.index = 0; next.index < ring.size(); ++next.index) {
            if (next == place)
                at = all.size();
            all.push_back(next);
        }
    });
    if (all.empty() || !ringAt(shape, place))
        return std::nullopt;
    const auto count = static_cast<std::int64_t>(all.size());
    const std::int64_t to = ((static_cast<std::int64_t>(at) + steps) % count + count) % count;
    return all[static_cast<std::size_t>(to)];
}

std::optional<MultiPolygon> vertexMoved(const MultiPolygon& shape, const VertexPlace& place, const Point& to)
{
    MultiPolygon changed = shape;
    Ring* ring = ringAt(changed, place);
    if (!ring || !finite(to))
        return std::nullopt;
    (*ring)[place.index] = to;
    return mended(std::move(changed), place.polygon);
}

std::optional<MultiPolygon> vertexInserted(const MultiPolygon& shape, const VertexPlace& after, const Point& at)
{
    MultiPolygon changed = shape;
    Ring* ring = ringAt(changed, after);
    if (!ring || !finite(at))
        return std::nullopt;
    ring->insert(ring->begin() + static_cast<std::ptrdiff_t>(after.index) + 1, at);
    return mended(std::move(changed), after.polygon);
}

std::optional<MultiPolygon> vertexDeleted(const MultiPolygon& shape, const VertexPlace& place)
{
    MultiPolygon changed = shape;
    Ring* ring = ringAt(changed, place);
    if (!ring)
        return std::nullopt;
    ring->erase(ring->begin() + static_cast<std::ptrdiff_t>(place.index));
    if (ring->size() >= 3)
        return mended(std::move(changed), place.polygon);
    if (place.ring > 0) {
        auto& holes = changed[place.polygon].holes;
        holes.erase(holes.begin() + static_cast<std::ptrdiff_t>(place.ring) - 1);
        return mended(std::move(changed), place.polygon);
    }
    changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(place.polygon));
    return changed.empty() ? std::nullopt : std::optional(std::move(changed));
}

std::optional<MultiPolygon> shapeMoved(const MultiPolygon& shape, double dx, double dy)
{
    if (!std::isfinite(dx) || !std::isfinite(dy))
        return std::nullopt;
    MultiPolygon moved = shape;
    const auto move = [&](Ring& ring) {
        for (Point& p : ring)
            p = {p.x + dx, p.y + dy};
    };
    for (Polygon& polygon : moved) {
        move(polygon.shell);
        for (Ring& hole : polygon.holes)
            move(hole);
    }
    moved = cleaned(moved);
    return isValidShape(moved) ? std::optional(std::move(moved)) : std::nullopt;
}

} // namespace nb
