// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brushtool.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kSizePerNotch = 1.15;

} // namespace

QString BrushTool::name() const
{
    return tr("Brush");
}

QString BrushTool::hint() const
{
    return tr("Drag adds, Alt takes away, Shift goes on with the selected one. Alt and wheel: size. Ctrl+Shift: over "
              "neighbours.");
}

bool BrushTool::wheel(double notches, const ToolEvent& event)
{
    if (!event.alt() || busy())
        return false;
    setDiameter(m_diameter * std::pow(kSizePerNotch, notches));
    return true;
}

void BrushTool::setDiameter(double screenPixels)
{
    m_diameter = std::clamp(screenPixels, kSmallest, kLargest);
    Q_EMIT looksChanged();
}

} // namespace nb
