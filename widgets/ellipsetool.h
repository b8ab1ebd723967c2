// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/boxtool.h"

namespace nb
{

/// As a polygon that is nowhere further from the ellipse than a quarter of a screen pixel.
class EllipseTool : public BoxTool
{
    Q_OBJECT

public:
    using BoxTool::BoxTool;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString hint() const override;

protected:
    [[nodiscard]] QPolygonF outline(const QRectF& box) const override;
};

} // namespace nb
