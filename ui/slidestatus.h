// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <QObject>
#include <QPointF>
#include <QTimer>

#include <array>
#include <optional>

namespace nb
{

class PixelProbe;
class SegmentationController;
class SlideCanvas;
class SlideController;
class StatusLine;

/// Keeps the status line true: the place under the cursor, µm/px and where it came from, magnification, model.
class SlideStatus : public QObject
{
    Q_OBJECT

public:
    SlideStatus(StatusLine& line, SlideCanvas& canvas, SlideController& slides, SegmentationController& segmentation,
        QObject* parent = nullptr);

    void refresh(); ///< another slide, another µm/px
    /// Of the slide that is open; none: not known.
    [[nodiscard]] std::optional<PixelSize> pixelSize() const;
    [[nodiscard]] bool pixelSizeAssumed() const; ///< neither the file nor a person says it

Q_SIGNALS:
    void pixelSizeChanged();

private:
    void showPlace(const QPointF& level0);
    void showMagnification();
    void showColour(qint64 x, qint64 y, const std::optional<std::array<std::uint8_t, 3>>& rgb);

    StatusLine& m_line;
    SlideCanvas& m_canvas;
    SlideController& m_slides;
    SegmentationController& m_segmentation;
    PixelProbe* m_probe;
    std::optional<QPointF> m_place; ///< under the cursor, level-0 pixels
    QTimer m_stale; ///< the colour shown is no longer that of the place
};

} // namespace nb
