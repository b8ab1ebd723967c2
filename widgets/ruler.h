// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "widgets/canvasoverlay.h"

#include <QPointF>
#include <optional>

namespace nb
{

/// How far two level-0 points are apart: µm by the pixel size of each axis, level-0 pixels where that is unknown. Pure;
/// turning or mirroring the view changes nothing.
[[nodiscard]] double rulerLength(const QPointF& from, const QPointF& to, const std::optional<PixelSize>& pixelSize);

/// The length as a person reads it: "12.3 µm", "1.234 mm", "250.5 px".
[[nodiscard]] QString rulerText(double length, bool inPixels);

/// A ruler on the canvas: while `active`, a drag with the left button measures; the ruler then stays on the slide, also
/// while it moves, until `remove`. An end of it can be taken and put elsewhere. Wheel, middle button and hover go on to
/// the canvas.
class Ruler : public CanvasOverlay
{
    Q_OBJECT

public:
    explicit Ruler(SlideCanvas& canvas);

    void setActive(bool active);
    [[nodiscard]] bool active() const { return m_active; }
    /// `assumed`: nobody knows that the µm/px is right, and the ruler says so.
    void setPixelSize(const std::optional<PixelSize>& pixelSize, bool assumed);
    void remove();
    [[nodiscard]] bool placed() const { return m_placed; }
    void place(const QPointF& from, const QPointF& to); ///< level-0 pixels
    [[nodiscard]] QString text() const; ///< as it stands on the canvas; empty without a ruler

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void showState();

    std::optional<PixelSize> m_pixelSize;
    bool m_assumed = false;
    bool m_active = false;
    bool m_placed = false;
    bool m_dragging = false;
    QPointF m_from; ///< level-0 pixels
    QPointF m_to;
};

} // namespace nb
