// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/minimap.h"

#include <QMouseEvent>
#include <QPainter>

namespace nb
{

namespace
{

constexpr double kSmallestMark = 9; // the viewed area is never drawn smaller than can be seen

}

Minimap::Minimap(QWidget* parent)
    : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview of the slide"));
    setToolTip(tr("The whole slide. Click or drag to go there."));
}

void Minimap::setSlideSize(const QSizeF& size)
{
    m_slideSize = size;
    refresh();
}

void Minimap::setView(const ViewTransform& view)
{
    m_view = view;
    update();
}

void Minimap::setLayers(const QList<Layer*>& layers)
{
    m_layers = layers;
    refresh();
}

void Minimap::refresh()
{
    m_old = true;
    update();
}

QSize Minimap::sizeFor(const QSize& room) const
{
    if (m_slideSize.isEmpty())
        return {};
    return m_slideSize.scaled(QSizeF(room), Qt::KeepAspectRatio).toSize().expandedTo({8, 8});
}

QTransform Minimap::slideToMap() const
{
    if (m_slideSize.isEmpty())
        return {};
    return QTransform::fromScale(width() / m_slideSize.width(), height() / m_slideSize.height());
}

void Minimap::drawPicture()
{
    m_old = false;
    m_picture = QImage(size() * devicePixelRatioF(), QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(QColor(0xF2, 0xF2, 0xF2));
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const Layer* layer : m_layers) {
        if (!layer->drawn())
            continue;
        const QImage overview = layer->overview();
        if (overview.isNull())
            continue;
        painter.setOpacity(layer->opacity());
        painter.drawImage(QRectF(rect()), overview);
    }
}

void Minimap::paintEvent(QPaintEvent* /*event*/)
{
    if (m_slideSize.isEmpty())
        return;
    if (m_old || m_picture.size() != size() * devicePixelRatioF())
        drawPicture();
    QPainter painter(this);
    painter.drawImage(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(60, 60, 60), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    const QPolygonF corners
        = (m_view.screenToSlide() * slideToMap()).map(QPolygonF(QRectF(QPointF(0, 0), m_view.viewport)));
    QPolygonF seen(corners.mid(0, 4));
    const QRectF box = seen.boundingRect();
    if (box.width() < kSmallestMark && box.height() < kSmallestMark) {
        QRectF mark(0, 0, kSmallestMark, kSmallestMark);
        mark.moveCenter(box.center());
        seen = QPolygonF({mark.topLeft(), mark.topRight(), mark.bottomRight(), mark.bottomLeft()});
    }
    painter.setPen(QPen(QColor(255, 255, 255, 220), 4));
    painter.drawPolygon(seen);
    painter.setPen(QPen(QColor(20, 20, 20), 1.6));
    painter.drawPolygon(seen);
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_slideSize.isEmpty())
        Q_EMIT pointed(slideToMap().inverted().map(event->position()));
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) && !m_slideSize.isEmpty())
        Q_EMIT pointed(slideToMap().inverted().map(event->position()));
}

} // namespace nb
