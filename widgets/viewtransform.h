// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace nb
{

/// Which part of a slide is on the screen, and how. A value; everything about it is pure. Slide points are level-0
/// pixels, screen points are device-independent pixels from the canvas's top left. screen = middle of the viewport +
/// mirror · rotation · scale · (slide − centre), rotation clockwise on the screen, the mirror left-right after it.
/// Rotation and mirror change what is shown, never what is stored.
struct ViewTransform {
    QPointF centre; ///< level-0 pixels, shown in the middle
    double scale = 1; ///< device-independent screen pixels per level-0 pixel, > 0
    double rotationDeg = 0; ///< [0, 360)
    bool mirrored = false;
    QSizeF viewport{1, 1}; ///< device-independent pixels
    double devicePixelRatio = 1;

    [[nodiscard]] QTransform slideToScreen() const;
    [[nodiscard]] QTransform screenToSlide() const;
    [[nodiscard]] QPointF toScreen(const QPointF& slide) const { return slideToScreen().map(slide); }
    [[nodiscard]] QPointF toSlide(const QPointF& screen) const { return screenToSlide().map(screen); }
    /// The smallest upright rectangle of the slide's plane that holds all that is on the screen; level-0 pixels, may
    /// reach beyond the slide.
    [[nodiscard]] QRectF visibleSlide() const;
    [[nodiscard]] QRectF toSlide(const QRectF& screen) const { return screenToSlide().mapRect(screen); }
    [[nodiscard]] QRectF toScreen(const QRectF& slide) const { return slideToScreen().mapRect(slide); }
    /// Device pixels per level-0 pixel.
    [[nodiscard]] double deviceScale() const { return scale * devicePixelRatio; }
    [[nodiscard]] bool upright() const { return rotationDeg == 0 && !mirrored; }

    /// Moved so that what was at a screen point is now at that point + delta.
    [[nodiscard]] ViewTransform panned(const QPointF& screenDelta) const;
    /// At another scale, with what is under `screen` staying there.
    [[nodiscard]] ViewTransform scaledAt(const QPointF& screen, double newScale) const;
    /// Turned about the middle.
    [[nodiscard]] ViewTransform rotated(double degrees) const;
    /// The whole of `slideArea` on the screen, with a margin of 4%.
    [[nodiscard]] ViewTransform fitted(const QRectF& slideArea) const;

    friend bool operator==(const ViewTransform&, const ViewTransform&) = default;
};

} // namespace nb
