// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/stroketool.h"

namespace nb
{

/// Joins what the stroke runs over.
class JoinTool : public StrokeTool
{
    Q_OBJECT

public:
    using StrokeTool::StrokeTool;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString hint() const override;

protected:
    [[nodiscard]] bool closed() const override { return false; }
};

} // namespace nb
