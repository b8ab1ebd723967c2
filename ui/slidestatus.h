// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <QObject>

#include <optional>

class QPointF;

namespace nb
{

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

private:
    void showPlace(const QPointF& level0);
    void showMagnification();
    [[nodiscard]] std::optional<PixelSize> pixelSize() const;

    StatusLine& m_line;
    SlideCanvas& m_canvas;
    SlideController& m_slides;
    SegmentationController& m_segmentation;
};

} // namespace nb
