// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/findinglayer.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace nb
{

namespace
{

constexpr double kDotBelow = 6; // screen pixels: an outline this small shows no line style
constexpr double kDot = 5;

QRectF rectOf(const Rect& area)
{
    return {static_cast<double>(area.x), static_cast<double>(area.y), static_cast<double>(area.width),
        static_cast<double>(area.height)};
}

QPainterPath pathOf(const MultiPolygon& shape, const QTransform& toScreen)
{
    QPainterPath path;
    const auto add = [&](const Ring& ring) {
        QPolygonF polygon;
        for (const Point& point : ring)
            polygon.append(toScreen.map(QPointF(point.x, point.y)));
        path.addPolygon(polygon);
        path.closeSubpath();
    };
    for (const Polygon& polygon : shape) {
        add(polygon.shell);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
    }
    return path;
}

} // namespace

FindingStyle findingStyle(Finding finding)
{
    switch (finding) {
    case Finding::Missed:
        return {QColor(0xD5, 0x5E, 0x00), Qt::SolidLine};
    case Finding::False:
        return {QColor(0x00, 0x72, 0xB2), Qt::DotLine};
    case Finding::Merged:
        return {QColor(0xCC, 0x79, 0xA7), Qt::DashLine};
    case Finding::Split:
        return {QColor(0x56, 0xB4, 0xE9), Qt::DashDotLine};
    case Finding::Matched:
        break;
    }
    return {QColor(0x00, 0x9E, 0x73), Qt::SolidLine};
}

void drawFinding(QPainter& painter, const JudgedPlace& place, const QTransform& toScreen, double width)
{
    const QPainterPath path = pathOf(place.shape, toScreen);
    const FindingStyle style = findingStyle(place.finding);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 210), 2 * width)); // stands out from every stain
    painter.drawPath(path);
    painter.setPen(QPen(style.color, width, style.line, Qt::FlatCap));
    painter.drawPath(path);
}

FindingLayer::FindingLayer(QObject* parent)
    : Layer(parent)
    , m_places(std::make_shared<const std::vector<JudgedPlace>>())
{
}

void FindingLayer::setPlaces(Places places)
{
    m_places = places ? std::move(places) : std::make_shared<const std::vector<JudgedPlace>>();
    Q_EMIT changed({});
}

void FindingLayer::setShown(Finding finding, bool shown)
{
    m_shown[static_cast<std::size_t>(finding)] = shown;
    Q_EMIT changed({});
}

void FindingLayer::paint(QPainter& painter, const ViewTransform& view)
{
    const QTransform toScreen = view.slideToScreen();
    const QRectF wanted = view.screenToSlide().mapRect(painter.clipBoundingRect().adjusted(-8, -8, 8, 8));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const JudgedPlace& place : *m_places) {
        const QRectF bounds = rectOf(place.bounds);
        if (!shown(place.finding) || !bounds.intersects(wanted))
            continue;
        if (std::max(bounds.width(), bounds.height()) * view.scale >= kDotBelow) {
            drawFinding(painter, place, toScreen);
            continue;
        }
        painter.setPen(QPen(Qt::white, 1));
        painter.setBrush(findingStyle(place.finding).color);
        painter.drawEllipse(toScreen.map(bounds.center()), kDot / 2, kDot / 2);
    }
}

} // namespace nb
