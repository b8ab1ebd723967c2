// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/selectionlayer.h"

#include "widgets/shapepath.h"

#include <QPainter>

namespace nb
{

namespace
{

constexpr double kCasingWidth = 5, kLineWidth = 2; // screen pixels
constexpr double kMargin = 6; // that the lines may reach beyond their shape
constexpr double kDot = 3;
constexpr double kLeastShape = 3; // screen pixels: what is smaller is a dot
const QColor kCasing(0, 0, 0), kLine(255, 255, 255);

void drawDot(QPainter& painter, const QPointF& at)
{
    painter.fillRect(QRectF(at - QPointF(kDot, kDot), QSizeF(2 * kDot, 2 * kDot)), kCasing);
    painter.fillRect(QRectF(at - QPointF(kDot - 1, kDot - 1), QSizeF(2 * kDot - 2, 2 * kDot - 2)), kLine);
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

void SelectionLayer::paint(QPainter& painter, const ViewTransform& view)
{
    const QRectF clip = (painter.hasClipping() ? painter.clipBoundingRect() : QRectF(QPointF(0, 0), view.viewport))
                            .adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const QTransform toScreen = view.slideToScreen();
    const QRectF area = view.toSlide(clip);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen casing(kCasing, kCasingWidth), line(kLine, kLineWidth, Qt::CustomDashLine);
    casing.setJoinStyle(Qt::RoundJoin);
    line.setCapStyle(Qt::FlatCap);
    line.setDashPattern({4, 3});
    painter.setBrush(Qt::NoBrush);
    for (const Shape& shape : m_shapes) {
        if (!shape.bounds.intersects(area))
            continue;
        if (std::max(shape.bounds.width(), shape.bounds.height()) * view.scale < kLeastShape) {
            drawDot(painter, toScreen.map(shape.bounds.center()));
            continue;
        }
        const QPainterPath path = toScreen.map(pathOf(shape.shape));
        painter.setPen(casing);
        painter.drawPath(path);
        painter.setPen(line);
        painter.drawPath(path);
    }
    for (const QPointF& dot : m_dots)
        if (area.contains(dot))
            drawDot(painter, toScreen.map(dot));
}

} // namespace nb
