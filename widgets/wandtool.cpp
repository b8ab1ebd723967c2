// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wandtool.h"

namespace nb
{

QString WandTool::name() const
{
    return tr("Wand");
}

QString WandTool::hint() const
{
    return tr("Drag adds what looks alike, Alt takes it away, Shift goes on with the selected one. Ctrl: equal colours "
              "only.");
}

} // namespace nb
