// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "widgets/canvasoverlay.h"

#include <QSizeF>
#include <optional>
#include <vector>

namespace nb
{

/// Level-0 pixels between the lines of a grid of `spacing` µm (or level-0 pixels where the pixel size is unknown);
/// the two axes differ where pixels are no squares. Pure.
[[nodiscard]] QSizeF countingGridStep(double spacing, const std::optional<PixelSize>& pixelSize);

/// The multiples of `step` within [from, to], in rising order; empty where step is not above 0 or they are more than
/// anybody could tell apart (10,000). Pure.
[[nodiscard]] std::vector<double> countingGridLines(double from, double to, double step);

/// Squares to count by, fixed to the slide (lines at multiples of the spacing from its top left, so that squares keep
/// their contents), with their size written at the top. Where they would be smaller than a few screen pixels they are
/// not drawn, and it says so: never a coarser grid than was asked for.
class CountingGrid : public CanvasOverlay
{
    Q_OBJECT

public:
    explicit CountingGrid(SlideCanvas& canvas);

    /// µm, or level-0 pixels where the pixel size is unknown.
    void setSpacing(double spacing);
    [[nodiscard]] double spacing() const { return m_spacing; }
    /// `assumed`: nobody knows that the µm/px is right, and the grid says so.
    void setPixelSize(const std::optional<PixelSize>& pixelSize, bool assumed);
    [[nodiscard]] QString text() const; ///< as written on the canvas
    [[nodiscard]] bool tooDense() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_spacing = 250;
    std::optional<PixelSize> m_pixelSize;
    bool m_assumed = false;
};

} // namespace nb
