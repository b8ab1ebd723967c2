// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lassotool.h"

namespace nb
{

QString LassoTool::name() const
{
    return tr("Lasso");
}

QString LassoTool::hint() const
{
    return tr("Drag around nuclei to select them. Shift adds, Alt takes away.");
}

} // namespace nb
