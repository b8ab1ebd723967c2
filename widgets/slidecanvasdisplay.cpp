// SPDX-License-Identifier: GPL-3.0-or-later
// How the canvas shows the slide's colours, and which colours those are.
#include "widgets/slidecanvas.h"

#include <QPainter>

namespace nb
{

namespace
{

constexpr int kHistogramStride = 3; // one pixel of nine says enough of a screenful

} // namespace

QPolygonF SlideCanvas::slideInFrame() const
{
    const double ratio = m_frame.devicePixelRatio();
    return QTransform::fromScale(ratio, ratio).map(m_view.slideToScreen().map(QPolygonF(slideRect())));
}

void SlideCanvas::setDisplay(const DisplayAdjustment& display)
{
    const DisplayAdjustment kept = display.kept();
    if (kept == m_display)
        return;
    m_display = kept;
    layerChanged({});
    Q_EMIT displayChanged();
}

ChannelHistogram SlideCanvas::histogram() const
{
    if (m_slideSize.isEmpty() || m_layers.isEmpty() || !m_layers.front()->drawn() || m_frame.isNull())
        return {};
    QImage picture(m_frame.size(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(m_frame.devicePixelRatio());
    picture.fill(Qt::white);
    QPainter painter(&picture);
    m_layers.front()->paint(painter, m_view);
    painter.end();
    return histogramOf(picture, slideInFrame(), kHistogramStride);
}

} // namespace nb
