// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/boxtool.h"

namespace nb
{

class RectangleTool : public BoxTool
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
