// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vertexhandles.h"

#include "engine/geometry/polygon.h"
#include "widgets/shapepath.h"

#include <QLineF>
#include <QPainter>
#include <algorithm>

namespace nb
{

namespace
{

constexpr double kGrip = 7; // screen pixels
constexpr double kHandle = 3;
constexpr double kRoom = 5; // screen pixels from handle to handle, on average, at least

double distanceToEdge(const QPointF& p, const QPointF& a, const QPointF& b)
{
    const QPointF edge = b - a;
    const double squared = QPointF::dotProduct(edge, edge);
    const double along = squared > 0 ? std::clamp(QPointF::dotProduct(p - a, edge) / squared, 0.0, 1.0) : 0;
    return QLineF(p, a + along * edge).length();
}

} // namespace

void VertexHandles::setShape(MultiPolygon shape)
{
    const std::size_t before = m_places.size();
    m_shape = std::move(shape);
    m_places.clear();
    for (std::size_t polygon = 0; polygon < m_shape.size(); ++polygon)
        for (std::size_t ring = 0; ring <= m_shape[polygon].holes.size(); ++ring)
            for (std::size_t i = 0; i < ringOf({polygon, ring, 0}).size(); ++i)
                m_places.push_back({polygon, ring, i});
    if (m_places.size() != before
        || (m_chosen && std::find(m_places.begin(), m_places.end(), *m_chosen) == m_places.end()))
        m_chosen.reset();
}

const Ring& VertexHandles::ringOf(const VertexPlace& place) const
{
    const Polygon& polygon = m_shape[place.polygon];
    return place.ring == 0 ? polygon.shell : polygon.holes[place.ring - 1];
}

bool VertexHandles::shown(const ViewTransform& view) const
{
    if (m_places.empty())
        return false;
    double length = 0;
    for (const Polygon& polygon : m_shape) {
        length += perimeterOf(polygon.shell);
        for (const Ring& hole : polygon.holes)
            length += perimeterOf(hole);
    }
    return length * view.scale >= kRoom * static_cast<double>(m_places.size());
}

QPointF VertexHandles::at(const VertexPlace& place) const
{
    const Point& p = ringOf(place)[place.index];
    return {p.x, p.y};
}

void VertexHandles::put(const VertexPlace& place, const QPointF& level0)
{
    Polygon& polygon = m_shape[place.polygon];
    Ring& ring = place.ring == 0 ? polygon.shell : polygon.holes[place.ring - 1];
    ring[place.index] = {level0.x(), level0.y()};
}

QPointF VertexHandles::middleAfter(const VertexPlace& place) const
{
    VertexPlace next = place;
    next.index = (place.index + 1) % ringOf(place).size();
    return (at(place) + at(next)) / 2;
}

std::optional<VertexPlace> VertexHandles::vertexAt(const QPointF& screen, const ViewTransform& view) const
{
    if (!shown(view))
        return {};
    std::optional<VertexPlace> nearest;
    double least = kGrip;
    for (const VertexPlace& place : m_places) {
        const double away = QLineF(view.toScreen(at(place)), screen).length();
        if (away <= least) {
            least = away;
            nearest = place;
        }
    }
    return nearest;
}

std::optional<VertexPlace> VertexHandles::edgeAt(const QPointF& screen, const ViewTransform& view) const
{
    if (!shown(view))
        return {};
    std::optional<VertexPlace> nearest;
    double least = kGrip;
    for (const VertexPlace& place : m_places) {
        VertexPlace next = place;
        next.index = (place.index + 1) % ringOf(place).size();
        const double away = distanceToEdge(screen, view.toScreen(at(place)), view.toScreen(at(next)));
        if (away <= least) {
            least = away;
            nearest = place;
        }
    }
    return nearest;
}

void VertexHandles::chooseNext(int step)
{
    if (m_places.empty())
        return;
    const auto count = static_cast<int>(m_places.size());
    int index = step > 0 ? 0 : count - 1;
    if (m_chosen) {
        const auto found = std::find(m_places.begin(), m_places.end(), *m_chosen);
        index = (static_cast<int>(found - m_places.begin()) + step + count) % count;
    }
    m_chosen = m_places[static_cast<std::size_t>(index)];
}

void VertexHandles::paint(QPainter& painter, const ViewTransform& view, bool withLine) const
{
    if (!shown(view))
        return;
    if (withLine)
        drawCased(painter, view.slideToScreen().map(pathOf(m_shape)));
    painter.setPen(QPen(QColor(20, 20, 20), 1.4));
    for (const VertexPlace& place : m_places) {
        const bool chosen = m_chosen == place;
        const double half = chosen ? kHandle + 2.5 : kHandle;
        painter.setBrush(chosen ? QColor(20, 20, 20) : QColor(255, 255, 255));
        const QRectF box(view.toScreen(at(place)) - QPointF(half, half), QSizeF(2 * half, 2 * half));
        painter.drawRect(box);
        if (chosen) { // told apart by form, too: a light rim
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(Qt::white, 1.4));
            painter.drawRect(box.adjusted(-1.5, -1.5, 1.5, 1.5));
            painter.setPen(QPen(QColor(20, 20, 20), 1.4));
        }
    }
}

} // namespace nb
