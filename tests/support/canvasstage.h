// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/placetiles.h"
#include "widgets/slidecanvas.h"
#include "widgets/tilelayer.h"

#include <QPainter>

#include <algorithm>
#include <memory>

namespace nb::test
{

inline constexpr double kSlideWidth = 6000, kSlideHeight = 4000;
inline const QSizeF kSlide(kSlideWidth, kSlideHeight);

/// A canvas on the colour-coded slide.
struct Stage {
    TileLoader loader{1};
    std::shared_ptr<PlaceTiles> source = std::make_shared<PlaceTiles>(kSlide);
    TileLayer layer{source, loader};
    SlideCanvas canvas;

    explicit Stage(const QSize& size = {640, 480}, bool opaque = true)
    {
        source->opaque = opaque;
        source->marked = opaque;
        canvas.setReducedMotion(true);
        canvas.setMinimapVisible(false);
        canvas.setScaleBarVisible(false);
        canvas.resize(size);
        canvas.setSlideSize(static_cast<qint64>(kSlideWidth), static_cast<qint64>(kSlideHeight));
        canvas.addLayer(&layer);
        canvas.show();
    }
};

/// A layer that counts and paints crosses at fixed slide places.
class Crosses : public Layer
{
public:
    QList<QPointF> places;
    int painted = 0;
    void paint(QPainter& painter, const ViewTransform& view) override
    {
        ++painted;
        for (const QPointF& place : places)
            painter.fillRect(QRectF(view.toScreen(place) - QPointF(2, 2), QSizeF(4, 4)), Qt::blue);
    }

protected:
    void load(const ViewTransform&) override { }
    void rest() override { }
};

inline int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b))});
}

} // namespace nb::test
