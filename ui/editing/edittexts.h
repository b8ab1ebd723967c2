// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editplan.h"

#include <QString>

namespace nb
{

/// Why a gesture did nothing and what would, for the canvas's edge.
[[nodiscard]] QString unfitText(Unfit why);
/// That locked nuclei were spared; empty where none was.
[[nodiscard]] QString lockedLeftText(qint64 count);

} // namespace nb
