// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jointool.h"

namespace nb
{

QString JoinTool::name() const
{
    return tr("Join");
}

QString JoinTool::hint() const
{
    return tr("Draw one stroke over nuclei that belong together; they become one.");
}

} // namespace nb
