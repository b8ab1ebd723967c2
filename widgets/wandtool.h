// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painttool.h"

namespace nb
{

/// Paints what looks alike around the cursor.
class WandTool : public PaintTool
{
    Q_OBJECT

public:
    using PaintTool::PaintTool;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString hint() const override;

protected:
    [[nodiscard]] double screenRadius() const override { return 0; }
};

} // namespace nb
