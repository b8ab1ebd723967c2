// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/stroketool.h"

namespace nb
{

/// Selects what lies inside; a click selects one.
class LassoTool : public StrokeTool
{
    Q_OBJECT

public:
    using StrokeTool::StrokeTool;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString hint() const override;

protected:
    [[nodiscard]] bool closed() const override { return true; }
};

} // namespace nb
