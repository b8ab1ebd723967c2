// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/vertices.h"
#include "widgets/viewtransform.h"

#include <QPointF>
#include <optional>
#include <vector>

class QPainter;

namespace nb
{

/// The handles on a shape's vertices: which one is under the hand, which one is chosen, how they look. Changes only its
/// own copy of the shape.
class VertexHandles
{
public:
    /// Keeps the chosen vertex where the shape has as many vertices as before.
    void setShape(MultiPolygon shape); ///< level-0 pixels; empty: no handles
    [[nodiscard]] const MultiPolygon& shape() const { return m_shape; }
    [[nodiscard]] bool empty() const { return m_places.empty(); }
    /// Whether there is room on the screen to take a handle: not on a nucleus of a few pixels.
    [[nodiscard]] bool shown(const ViewTransform& view) const;

    [[nodiscard]] std::optional<VertexPlace> vertexAt(const QPointF& screen, const ViewTransform& view) const;
    [[nodiscard]] std::optional<VertexPlace> edgeAt(const QPointF& screen, const ViewTransform& view) const;
    [[nodiscard]] QPointF at(const VertexPlace& place) const; ///< level-0 pixels
    void put(const VertexPlace& place, const QPointF& level0);
    [[nodiscard]] QPointF middleAfter(const VertexPlace& place) const; ///< of the edge to the next vertex

    [[nodiscard]] const std::optional<VertexPlace>& chosen() const { return m_chosen; }
    void choose(const std::optional<VertexPlace>& place) { m_chosen = place; }
    void chooseNext(int step); ///< +1 or -1, around all rings

    /// `withLine`: the shape's line, too, where it is not that of the nucleus beneath any more.
    void paint(QPainter& painter, const ViewTransform& view, bool withLine) const;

private:
    [[nodiscard]] const Ring& ringOf(const VertexPlace& place) const;

    MultiPolygon m_shape;
    std::vector<VertexPlace> m_places; ///< of all vertices, in order
    std::optional<VertexPlace> m_chosen;
};

} // namespace nb
