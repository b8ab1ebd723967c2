// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"
#include "widgets/layer.h"

#include <QPainterPath>
#include <QPolygonF>
#include <vector>

namespace nb
{

/// What is chosen on the slide: around each shape a broad dark line with a light dashed one in it, told apart from
/// every outline by width and pattern and not by colour. It lies beneath the outlines and leaves a shape's inside free,
/// so that a nucleus keeps the colour of its class. Where too many are chosen to draw each outline, each is a dot.
class SelectionLayer : public Layer
{
    Q_OBJECT

public:
    using Layer::Layer;

    void setShapes(std::vector<MultiPolygon> shapes); ///< level-0 pixels; in place of all that was shown
    void setDots(QPolygonF places); ///< level-0 pixels; in place of all that was shown
    [[nodiscard]] std::size_t shapeCount() const { return m_shapes.size(); }
    [[nodiscard]] qsizetype dotCount() const { return m_dots.size(); }

    [[nodiscard]] int stackHeight() const override { return 4; }
    void paint(QPainter& painter, const ViewTransform& view) override;

protected:
    void load(const ViewTransform& /*view*/) override { }
    void rest() override { }

private:
    struct Shape {
        MultiPolygon shape;
        QRectF bounds;
    };
    void tell(const QRectF& before);
    void paintRings(QPainter& painter, const std::vector<QPainterPath>& paths, const QRectF& clip) const;
    [[nodiscard]] QRectF bounds() const;

    std::vector<Shape> m_shapes;
    QPolygonF m_dots;
};

} // namespace nb
