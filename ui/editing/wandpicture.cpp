// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/wandpicture.h"

#include "widgets/slidecanvas.h"

#include <QImage>
#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kSide = 301; // screen pixels
constexpr double kFar = 0.4; // of the reach: then the picture is taken anew

} // namespace

WandPicture::WandPicture(const SlideCanvas& canvas, const QPointF& level0)
    : m_centre(level0)
    , m_reach(kSide / 2.0 / canvas.view().scale)
{
    // Upright, whichever way the slide is turned on the screen.
    ViewTransform view;
    view.centre = level0;
    view.scale = canvas.view().scale;
    view.viewport = QSizeF(kSide, kSide);
    QImage image(kSide, kSide, QImage::Format_RGB32);
    image.fill(Qt::white);
    if (!canvas.layers().isEmpty()) {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        canvas.layers().front()->paint(painter, view);
    }
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    m_picture = RgbImage(kSide, kSide);
    for (int y = 0; y < kSide; ++y)
        std::copy_n(rgb.constScanLine(y), 3 * kSide, m_picture.row(y));
    const QPointF corner = view.toSlide(QPointF(0, 0));
    m_frame = {{corner.x(), corner.y()}, 1 / view.scale, 1 / view.scale};
}

void WandPicture::follow(const SlideCanvas& canvas, const QPointF& level0)
{
    if (QLineF(level0, m_centre).length() > kFar * m_reach)
        *this = WandPicture(canvas, level0);
}

MultiPolygon WandPicture::regionAt(const Point& level0, bool exact) const
{
    WandSettings settings;
    settings.exact = exact;
    auto region = wandRegion(m_picture, m_frame, level0, settings);
    return region ? std::move(*region) : MultiPolygon();
}

} // namespace nb
