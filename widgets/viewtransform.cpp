// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewtransform.h"

#include <algorithm>
#include <cmath>

namespace nb
{

QTransform ViewTransform::slideToScreen() const
{
    QTransform transform; // what is said last is done first
    transform.translate(viewport.width() / 2, viewport.height() / 2);
    if (mirrored)
        transform.scale(-1, 1);
    transform.rotate(rotationDeg);
    transform.scale(scale, scale);
    transform.translate(-centre.x(), -centre.y());
    return transform;
}

QTransform ViewTransform::screenToSlide() const
{
    return slideToScreen().inverted();
}

QRectF ViewTransform::visibleSlide() const
{
    return toSlide(QRectF(QPointF(0, 0), viewport));
}

ViewTransform ViewTransform::panned(const QPointF& screenDelta) const
{
    ViewTransform view = *this;
    view.centre = toSlide(QPointF(viewport.width() / 2, viewport.height() / 2) - screenDelta);
    return view;
}

ViewTransform ViewTransform::scaledAt(const QPointF& screen, double newScale) const
{
    ViewTransform view = *this;
    const QPointF fixed = toSlide(screen);
    view.scale = newScale;
    view.centre = fixed;
    return view.panned(screen - QPointF(viewport.width() / 2, viewport.height() / 2));
}

ViewTransform ViewTransform::rotated(double degrees) const
{
    ViewTransform view = *this;
    view.rotationDeg = std::fmod(std::fmod(rotationDeg + degrees, 360.0) + 360.0, 360.0);
    return view;
}

ViewTransform ViewTransform::fitted(const QRectF& slideArea) const
{
    ViewTransform view = *this;
    view.centre = slideArea.center();
    const QRectF turned = QTransform().rotate(rotationDeg).mapRect(slideArea);
    if (turned.width() > 0 && turned.height() > 0)
        view.scale = std::min(viewport.width() / turned.width(), viewport.height() / turned.height()) * 0.96;
    return view;
}

} // namespace nb
