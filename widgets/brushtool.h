// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painttool.h"

namespace nb
{

/// Paints with a disc that keeps its size on the screen, so that zooming in makes it finer. Alt+wheel changes the size.
class BrushTool : public PaintTool
{
    Q_OBJECT

public:
    using PaintTool::PaintTool;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] bool wheel(double notches, const ToolEvent& event) override;

    static constexpr double kUsualDiameter = 50; ///< screen pixels
    static constexpr double kSmallest = 4, kLargest = 400;
    [[nodiscard]] double diameter() const { return m_diameter; } ///< screen pixels
    void setDiameter(double screenPixels);

protected:
    [[nodiscard]] double screenRadius() const override { return m_diameter / 2; }

private:
    double m_diameter = kUsualDiameter;
};

} // namespace nb
