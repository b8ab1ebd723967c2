// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/freehandtool.h"

namespace nb
{

QString FreehandTool::name() const
{
    return tr("Freehand");
}

QString FreehandTool::hint() const
{
    return tr("Drag along the outline; letting go closes it. Esc gives it up.");
}

} // namespace nb
