// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/selectionlayer.h"

#include "widgets/shapepath.h"

#include <QPainter>

namespace nb
{

namespace
{

// How far from the shape's edge, in screen pixels: beyond the broadest casing of an outline begins the dashed line.
constexpr double kGap = 3.4, kLine = 6, kCasing = 7.2;
constexpr double kMargin = 9; // that the lines may reach beyond their shape
constexpr double kDot = 3;
constexpr double kLeastShape = 3; // screen pixels: what is smaller is a dot
const QColor kDark(0, 0, 0), kLight(255, 255, 255);

void drawDot(QPainter& painter, const QPointF& at)
{
    painter.fillRect(QRectF(at - QPointF(kDot, kDot), QSizeF(2 * kDot, 2 * kDot)), kDark);
    painter.fillRect(QRectF(at - QPointF(kDot - 1, kDot - 1), QSizeF(2 * kDot - 2, 2 * kDot - 2)), kLight);
}

} // namespace

QRectF SelectionLayer::bounds() const
{
    QRectF all = m_dots.boundingRect();
    for (const Shape& shape : m_shapes)
        all = all.united(shape.bounds);
    return all;
}

void SelectionLayer::tell(const QRectF& before)
{
    const QRectF area = before.united(bounds());
    const double margin = kMargin / view().scale;
    if (drawn() && (!area.isEmpty() || !m_dots.isEmpty()))
        Q_EMIT changed(m_dots.isEmpty() ? area.adjusted(-margin, -margin, margin, margin) : QRectF());
}

void SelectionLayer::setShapes(std::vector<MultiPolygon> shapes)
{
    const QRectF before = bounds();
    const bool dots = !m_dots.isEmpty();
    m_dots.clear();
    m_shapes.clear();
    m_shapes.reserve(shapes.size());
    for (MultiPolygon& shape : shapes) {
        const QRectF box = pathOf(shape).boundingRect();
        m_shapes.push_back({std::move(shape), box});
    }
    if (dots && drawn())
        Q_EMIT changed({});
    else
        tell(before);
}

void SelectionLayer::setDots(QPolygonF places)
{
    const QRectF before = bounds();
    m_shapes.clear();
    m_dots = std::move(places);
    tell(before);
}

/// Around the shapes and not on them: they keep their own lines and colours.
void SelectionLayer::paintRings(QPainter& painter, const std::vector<QPainterPath>& paths, const QRectF& clip) const
{
    QPainterPath outside;
    outside.setFillRule(Qt::OddEvenFill);
    outside.addRect(clip);
    for (const QPainterPath& path : paths)
        outside.addPath(path);
    painter.save();
    painter.setClipPath(outside, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    QPen casing(kDark, 2 * kCasing), line(kLight, 2 * kLine, Qt::CustomDashLine), gap(kDark, 2 * kGap);
    for (QPen* pen : {&casing, &line, &gap}) {
        pen->setJoinStyle(Qt::RoundJoin);
        pen->setCapStyle(Qt::FlatCap);
    }
    line.setDashPattern({6 / line.widthF(), 4 / line.widthF()}); // screen pixels
    for (const QPen& pen : {casing, line, gap}) {
        painter.setPen(pen);
        for (const QPainterPath& path : paths)
            painter.drawPath(path);
    }
    painter.restore();
}

void SelectionLayer::paint(QPainter& painter, const ViewTransform& view)
{
    const QRectF clip = (painter.hasClipping() ? painter.clipBoundingRect() : QRectF(QPointF(0, 0), view.viewport))
                            .adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const QTransform toScreen = view.slideToScreen();
    const QRectF area = view.toSlide(clip);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<QPainterPath> paths;
    for (const Shape& shape : m_shapes) {
        if (!shape.bounds.intersects(area))
            continue;
        if (std::max(shape.bounds.width(), shape.bounds.height()) * view.scale < kLeastShape)
            drawDot(painter, toScreen.map(shape.bounds.center()));
        else
            paths.push_back(toScreen.map(pathOf(shape.shape)));
    }
    if (!paths.empty())
        paintRings(painter, paths, clip);
    for (const QPointF& dot : m_dots)
        if (area.contains(dot))
            drawDot(painter, toScreen.map(dot));
}

} // namespace nb
