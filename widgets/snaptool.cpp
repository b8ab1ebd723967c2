// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/snaptool.h"

namespace nb
{

QString SnapTool::name() const
{
    return tr("Snap");
}

QString SnapTool::hint() const
{
    return tr("Click a nucleus, or draw roughly around it: its outline is found from the picture and the model's maps.");
}

} // namespace nb
