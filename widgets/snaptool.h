// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/stroketool.h"

namespace nb
{

/// A click in a nucleus, or a rough outline of it, to be snapped to what the model sees.
class SnapTool : public StrokeTool
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
