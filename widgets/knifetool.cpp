// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/knifetool.h"

namespace nb
{

QString KnifeTool::name() const
{
    return tr("Knife");
}

QString KnifeTool::hint() const
{
    return tr("Draw one stroke across a nucleus to split it. Esc gives the stroke up.");
}

} // namespace nb
