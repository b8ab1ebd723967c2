// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/slidecanvas.h"

#include <QPainter>

#include <cmath>
#include <random>

namespace nb::test
{

/// Lies below all layers that are added after it, in a colour that no slide has: what still has it was not drawn.
class UndrawnPlaces : public Layer
{
public:
    static constexpr QRgb kColour = 0xFFFF00FE;

    explicit UndrawnPlaces(SlideCanvas& canvas)
        : m_canvas(canvas)
    {
        canvas.addLayer(this);
    }
    void paint(QPainter& painter, const ViewTransform& view) override
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(kColour));
        painter.drawPolygon(view.slideToScreen().map(QPolygonF(m_canvas.slideRect())));
    }

    /// Undrawn pixels of the canvas as it is now, but for the outermost of the slide.
    [[nodiscard]] int count()
    {
        const QImage picture = m_canvas.picture().convertToFormat(QImage::Format_RGB32);
        const QTransform toSlide = m_canvas.view().screenToSlide();
        const double edge = 1.5 / m_canvas.view().scale;
        const QRectF inside = m_canvas.slideRect().adjusted(edge, edge, -edge, -edge);
        const double ratio = picture.devicePixelRatio();
        int undrawn = 0;
        for (int y = 0; y < picture.height(); ++y) {
            const auto* const line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
            for (int x = 0; x < picture.width(); ++x)
                if (line[x] == kColour && inside.contains(toSlide.map(QPointF((x + 0.5) / ratio, (y + 0.5) / ratio))))
                    ++undrawn;
        }
        return undrawn;
    }

protected:
    void load(const ViewTransform& /*view*/) override { }
    void rest() override { }

private:
    SlideCanvas& m_canvas;
};

/// Somebody who goes over a slide without a plan: pans, zooms, turns and jumps.
class RandomWalk
{
public:
    explicit RandomWalk(std::uint32_t seed)
        : m_random(seed)
    {
    }
    void step(SlideCanvas& canvas)
    {
        const double what = share();
        ViewTransform view = canvas.view();
        if (what < 0.5) {
            canvas.panBy({900 * share() - 450, 900 * share() - 450});
        } else if (what < 0.8) {
            const QPointF at(canvas.width() * share(), canvas.height() * share());
            canvas.setView(view.scaledAt(at, view.scale * std::exp2(3 * share() - 1.5)));
        } else if (what < 0.9) {
            canvas.setView(view.rotated(360 * share()));
        } else {
            view.centre = {canvas.slideSize().width() * share(), canvas.slideSize().height() * share()};
            view.scale = canvas.fitScale() * std::exp2(6 * share());
            view.rotationDeg = share() < 0.5 ? 0 : 90 * std::floor(4 * share());
            view.mirrored = share() < 0.2;
            canvas.setView(view);
        }
    }

private:
    /// 0 to 1; the same on every machine.
    [[nodiscard]] double share() { return static_cast<double>(m_random()) / 4294967296.0; }
    std::mt19937 m_random;
};

} // namespace nb::test
